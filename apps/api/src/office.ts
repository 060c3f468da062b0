import { officeDay } from '@totrinh/domain';
import type { Desk, Outside } from '@totrinh/casework';
import type { FileStore } from '@totrinh/documents';
import { AbsencesReadModel, ActsReadModel, BoardReadModel, BriefingReadModel, AuthoritiesReadModel, CalendarsReadModel, CaseReadModel, ChainReadModel, ComposeReadModel, DeadlineFeedReadModel, DeliveriesReadModel, DeskReadModel, DirectoryReadModel, DocumentReadModel, DossierListReadModel, DossierReadModel, EventsReadModel, HoldersReadModel, LaddersReadModel, LeaderDeskReadModel, MeetingDetailsReadModel, MeetingsReadModel, MyDayReadModel, NoticesReadModel, OfficeDeskReadModel, OrganisationReadModel, OwnerlessReadModel, ProgrammeReadModel, QueueReadModel, RegistersReadModel, RoutesReadModel, SessionsReadModel, SavedViewsReadModel, SettingsReadModel, type Viewer } from '@totrinh/persistence';
import type { DataSource } from 'typeorm';
import type { MoveWatch } from './acts/move-watch.ts';

/** What the controllers work with: the desk where acts are done, the read models, the files, the watch over moves. */
export class Office {
  readonly desk: Desk;
  readonly files: FileStore;
  readonly moves: MoveWatch;
  /** What registering a webhook asks of the outside. */
  readonly outside: Outside;
  readonly absences: AbsencesReadModel;
  readonly authorities: AuthoritiesReadModel;
  readonly acts: ActsReadModel;
  readonly calendars: CalendarsReadModel;
  readonly board: BoardReadModel;
  readonly briefing: BriefingReadModel;
  readonly cases: CaseReadModel;
  readonly chains: ChainReadModel;
  readonly compose: ComposeReadModel;
  readonly deliveries: DeliveriesReadModel;
  readonly deskLists: DeskReadModel;
  readonly directory: DirectoryReadModel;
  readonly documents: DocumentReadModel;
  readonly dossierList: DossierListReadModel;
  readonly dossiers: DossierReadModel;
  readonly events: EventsReadModel;
  readonly feeds: DeadlineFeedReadModel;
  readonly holders: HoldersReadModel;
  readonly ladders: LaddersReadModel;
  readonly meetingDetails: MeetingDetailsReadModel;
  readonly leaderDesk: LeaderDeskReadModel;
  readonly meetings: MeetingsReadModel;
  readonly myDay: MyDayReadModel;
  readonly notices: NoticesReadModel;
  readonly officeDesk: OfficeDeskReadModel;
  readonly organisation: OrganisationReadModel;
  readonly ownerless: OwnerlessReadModel;
  readonly programmes: ProgrammeReadModel;
  readonly queue: QueueReadModel;
  readonly registers: RegistersReadModel;
  readonly routes: RoutesReadModel;
  readonly sessions: SessionsReadModel;
  readonly settings: SettingsReadModel;
  readonly views: SavedViewsReadModel;

  constructor(desk: Desk, source: DataSource, files: FileStore, moves: MoveWatch, outside: Outside) {
    this.desk = desk;
    this.files = files;
    this.moves = moves;
    this.outside = outside;
    this.absences = new AbsencesReadModel(source);
    this.authorities = new AuthoritiesReadModel(source);
    this.acts = new ActsReadModel(source);
    this.calendars = new CalendarsReadModel(source);
    this.board = new BoardReadModel(source);
    this.briefing = new BriefingReadModel(source);
    this.cases = new CaseReadModel(source);
    this.chains = new ChainReadModel(source);
    this.compose = new ComposeReadModel(source);
    this.deliveries = new DeliveriesReadModel(source);
    this.deskLists = new DeskReadModel(source);
    this.directory = new DirectoryReadModel(source);
    this.documents = new DocumentReadModel(source);
    this.dossierList = new DossierListReadModel(source);
    this.dossiers = new DossierReadModel(source);
    this.events = new EventsReadModel(source);
    this.feeds = new DeadlineFeedReadModel(source);
    this.holders = new HoldersReadModel(source);
    this.ladders = new LaddersReadModel(source);
    this.meetingDetails = new MeetingDetailsReadModel(source);
    this.leaderDesk = new LeaderDeskReadModel(source);
    this.meetings = new MeetingsReadModel(source);
    this.myDay = new MyDayReadModel(source);
    this.notices = new NoticesReadModel(source);
    this.officeDesk = new OfficeDeskReadModel(source);
    this.organisation = new OrganisationReadModel(source);
    this.ownerless = new OwnerlessReadModel(source);
    this.programmes = new ProgrammeReadModel(source);
    this.queue = new QueueReadModel(source);
    this.registers = new RegistersReadModel(source);
    this.routes = new RoutesReadModel(source);
    this.sessions = new SessionsReadModel(source);
    this.settings = new SettingsReadModel(source);
    this.views = new SavedViewsReadModel(source);
  }

  /** The person as a reader today. */
  viewer(person: string): Viewer {
    const now = this.desk.now();
    return { person, day: officeDay(now), now };
  }
}
