import { officeDay } from '@totrinh/domain';
import type { Desk } from '@totrinh/casework';
import type { FileStore } from '@totrinh/documents';
import { AbsencesReadModel, ActsReadModel, CalendarsReadModel, CaseReadModel, ChainReadModel, DirectoryReadModel, DocumentReadModel, DossierListReadModel, DossierReadModel, EventsReadModel, LaddersReadModel, MeetingsReadModel, NoticesReadModel, ProgrammeReadModel, QueueReadModel, RegistersReadModel, RoutesReadModel, type Viewer } from '@totrinh/persistence';
import type { DataSource } from 'typeorm';
import type { MoveWatch } from './acts/move-watch.ts';

/** What the controllers work with: the desk where acts are done, the read models, the files, the watch over moves. */
export class Office {
  readonly desk: Desk;
  readonly files: FileStore;
  readonly moves: MoveWatch;
  readonly absences: AbsencesReadModel;
  readonly acts: ActsReadModel;
  readonly calendars: CalendarsReadModel;
  readonly cases: CaseReadModel;
  readonly chains: ChainReadModel;
  readonly directory: DirectoryReadModel;
  readonly documents: DocumentReadModel;
  readonly dossierList: DossierListReadModel;
  readonly dossiers: DossierReadModel;
  readonly events: EventsReadModel;
  readonly ladders: LaddersReadModel;
  readonly meetings: MeetingsReadModel;
  readonly notices: NoticesReadModel;
  readonly programmes: ProgrammeReadModel;
  readonly queue: QueueReadModel;
  readonly registers: RegistersReadModel;
  readonly routes: RoutesReadModel;

  constructor(desk: Desk, source: DataSource, files: FileStore, moves: MoveWatch) {
    this.desk = desk;
    this.files = files;
    this.moves = moves;
    this.absences = new AbsencesReadModel(source);
    this.acts = new ActsReadModel(source);
    this.calendars = new CalendarsReadModel(source);
    this.cases = new CaseReadModel(source);
    this.chains = new ChainReadModel(source);
    this.directory = new DirectoryReadModel(source);
    this.documents = new DocumentReadModel(source);
    this.dossierList = new DossierListReadModel(source);
    this.dossiers = new DossierReadModel(source);
    this.events = new EventsReadModel(source);
    this.ladders = new LaddersReadModel(source);
    this.meetings = new MeetingsReadModel(source);
    this.notices = new NoticesReadModel(source);
    this.programmes = new ProgrammeReadModel(source);
    this.queue = new QueueReadModel(source);
    this.registers = new RegistersReadModel(source);
    this.routes = new RoutesReadModel(source);
  }

  /** The person as a reader today. */
  viewer(person: string): Viewer {
    return { person, day: officeDay(this.desk.now()) };
  }
}
