import { confirmProposal, declineProposal, type CaseStep, type Fact, type PublishedRoute, type Result, type Route, type Secret } from '@totrinh/domain';
import { COMMAND, DossierDriver } from './dossier-driver.ts';
import { APPOINTMENTS, Directory, type Appointment } from './sample-office.ts';
import { ROLES, routeOf, ROUTE_TEXT, textWith } from './sample-route.ts';
import { driveTo } from './stages.ts';

/** The office's day 2022-07-13, in the morning. */
export const NOW = new Date('2022-07-13T02:00:00.000Z');

const admin = (person: string): Appointment => ({ person, role: 'admin', unit: 'cntt', body: null, appointment: `${person}@cntt` });
const WITH_ADMINISTRATORS: readonly Appointment[] = [...APPOINTMENTS, admin('quan-tri-1'), admin('quan-tri-2'), { person: 'btctu-vt', role: 'clerk', unit: 'btctu', body: null, appointment: 'btctu-vt@btctu' }];

/** Two checks side by side before the appraisal; the sample route otherwise. */
export const SIDE_BY_SIDE = textWith({
  'tiep-thu': { ...ROUTE_TEXT.steps['tiep-thu'], next: { completed: 'song-song' } },
  'song-song': { kind: 'parallel', branches: { a: { steps: ['soat-a', 'soat-a2'] }, b: { steps: ['soat-b'] } }, join: 'all', next: { completed: 'tham-dinh' } },
  'soat-a': { kind: 'review', who: { headOf: 'stc' }, next: { approved: 'soat-a2', returned: 'tiep-thu' } },
  'soat-a2': { kind: 'review', who: { headOf: 'stc' }, next: { approved: 'join', returned: 'tiep-thu' } },
  'soat-b': { kind: 'review', who: { headOf: 'btgtu' }, next: { approved: 'join', returned: 'tiep-thu' } },
}, { units: { ...ROUTE_TEXT.units, stc: 'from item', btgtu: 'from item' } });

/** The sample office with two administrators and a clerk, VPTU as the issuing office; and who confirms what somebody proposed. */
export class ExceptionDriver extends DossierDriver {
  constructor(text: unknown = ROUTE_TEXT) {
    const units = { ...ROLES.units, issuing: 'vptu', stc: 'stc', btgtu: 'btgtu' };
    super(routeOf(text), new Directory(WITH_ADMINISTRATORS), { ...COMMAND, roles: { ...ROLES, units } });
  }

  static at(path: string, text: unknown = ROUTE_TEXT): ExceptionDriver {
    return driveTo(path, new ExceptionDriver(text)) as ExceptionDriver;
  }

  /** At the two checks side by side. */
  static sideBySide(): ExceptionDriver {
    const d = ExceptionDriver.at('tiep-thu', SIDE_BY_SIDE);
    d.attach('to-trinh', 'b1');
    d.submit();
    d.move();
    return d;
  }

  open(path: string): CaseStep {
    const step = this.case.steps.find((s) => s.path === path && s.state === 'open');
    if (!step) throw new Error(`${path} is not open`);
    return step;
  }

  /** The paths of the open steps, in order. */
  at(): string[] {
    return this.case.steps.filter((s) => s.state === 'open').map((s) => s.path).sort();
  }

  /** The latest proposal. */
  proposal(): string {
    return this.case.proposals.at(-1)?.id ?? 'khong-co';
  }

  confirm(person: string, { to = null, words = this.words(), now = NOW, route = this.route }: { to?: PublishedRoute | null; words?: Secret; now?: Date; route?: Route } = {}): Result<Fact[]> {
    return confirmProposal(this.case, route, { proposal: this.proposal(), reason: null }, this.as(person), this.means, now, { words, to });
  }

  decline(person: string, reason: string | null = 'không cần'): Result<Fact[]> {
    return declineProposal(this.case, { proposal: this.proposal(), reason }, this.as(person));
  }

  /** The words of the latest proposal, as the ledger keeps them. */
  words(): Secret {
    return this.facts.findLast((f) => f.type === 'proposal.made')?.secret ?? {};
  }
}
