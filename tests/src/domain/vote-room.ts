import { cast, lapse, openTasks, PLAIN_TERMS, recordResult, confirmResult, rungsToCome, voteResult, type Cast, type CaseStep, type ErrorCode, type Fact, type HeldPost, type ResultCommand, type Result, type VoteArithmetic, type VoteRule } from '@totrinh/domain';
import { COMMAND, DossierDriver } from './dossier-driver.ts';
import { APPOINTMENTS, Directory, type Appointment } from './sample-office.ts';
import { ROLES, routeOf } from './sample-route.ts';

/** How the body of a test votes, where it differs from an open vote in writing by more than half of all. */
export interface RoomGiven {
  readonly mode?: 'meeting' | 'written' | 'electronic';
  readonly rule?: Partial<VoteRule>;
  readonly members?: number;
  /** More of the vote's step, or (with a `kind`) another step in its place. */
  readonly step?: Record<string, unknown>;
  /** The first member chairs. */
  readonly chaired?: boolean;
}

const OFFICE = ['vptu-truong', 'vptu-pho'] as const;
export const [RECORDER, CONFIRMER] = OFFICE;
export const NOW = new Date('2022-07-13T02:00:00.000Z');
const DUE = '2022-07-29T17:00:00.000Z';

const routeText = ({ mode = 'written', rule, step }: RoomGiven): Record<string, unknown> => ({
  route: 'bieu-quyet-mau', title: { vi: 'MẪU biểu quyết', en: 'Sample vote' }, units: { issuing: 'from item' }, groups: { cooperating: 'from item' }, bodies: { authority: 'from item' }, start: 'soan-thao',
  steps: step && 'kind' in step ? inItsPlace(step) : {
    'soan-thao': { kind: 'draft', who: { person: 'drafter' }, next: { completed: 'bieu-quyet' } },
    'bieu-quyet': {
      kind: 'vote', mode, roster: { body: 'authority' }, rule: { base: 'members', approve: '> 1/2', ...rule }, ...(mode === 'meeting' ? {} : { due: { days: 15 } }),
      next: { approved: 'thong-bao', approvedSubjectTo: 'hoan-thien', rejected: 'dung-lai', lapsed: 'xin-y-kien-lai' }, ...step,
    },
    'xin-y-kien-lai': { kind: 'review', who: { headOf: 'issuing' }, next: { approved: 'bieu-quyet', returned: 'soan-thao' } },
    'hoan-thien': { kind: 'finish', who: { headOf: 'leadUnit' }, confirm: { signers: 'authority' }, next: { confirmed: 'thong-bao', returned: 'bieu-quyet' } },
    'thong-bao': { kind: 'end', status: 'done' },
    'dung-lai': { kind: 'end', status: 'rejected' },
  },
});

/** Only the steps that another step in the vote's place leads to. */
function inItsPlace(step: Record<string, unknown>): Record<string, unknown> {
  const follows = Object.values(step['next'] as Record<string, string>);
  const ends = Object.entries({ 'thong-bao': 'done', 'dung-lai': 'rejected' }).filter(([name]) => follows.includes(name)).map(([name, status]) => [name, { kind: 'end', status }] as const);
  return { 'soan-thao': { kind: 'draft', who: { person: 'drafter' }, next: { completed: 'bieu-quyet' } }, 'bieu-quyet': step, ...Object.fromEntries(ends) };
}

/** A body's seats: uv-1, uv-2 … by appointments of their own. */
export const seatOfMember = (n: number, role = 'member'): Appointment => ({ person: `uv-${n}`, role, unit: null, body: 'ban-thuong-vu', appointment: `uv-${n}@ban-thuong-vu` });

/** A dossier that lies before its body: submitted, moved, the vote open. Members are uv-1, uv-2 …; the office is VPTU. */
export class VoteRoom extends DossierDriver {
  /** What lies in the urn, as casework would keep it. */
  urn: string[] = [];

  constructor(given: RoomGiven = {}) {
    const { members = 5, chaired = false } = given;
    const seats = Array.from({ length: members }, (_, i) => seatOfMember(i + 1, chaired && i === 0 ? 'chair' : 'member'));
    const others = APPOINTMENTS.filter((a) => a.body !== 'ban-thuong-vu' || a.role === 'signer');
    super(routeOf(routeText(given)), new Directory([...others, ...seats]), { ...COMMAND, roles: { ...ROLES, units: { ...ROLES.units, issuing: 'vptu' } } });
    this.dueOf = (rule) => (rule.due === undefined ? null : { dueAt: DUE, due: null, rungs: rungsToCome(rule, { openedAt: NOW, dueAt: new Date(DUE), now: NOW }, PLAIN_TERMS) });
    this.move();
    this.attach('du-thao', 'a1');
    this.attach('cong-van', 'b1');
    this.submit();
    this.move();
  }

  get step(): CaseStep {
    return this.case.steps.findLast((s) => s.path === 'bieu-quyet')!;
  }

  get outcome(): string | null {
    return this.step.outcome;
  }

  /** The arithmetic that the settled vote was recorded with. */
  get arithmetic(): VoteArithmetic | undefined {
    const settled = this.facts.findLast((f) => f.type === 'step.settled' && f.data.step === this.step.id);
    return settled?.type === 'step.settled' && settled.data.arithmetic?.kind === 'vote' ? settled.data.arithmetic : undefined;
  }

  taskOf(person: string): string {
    return this.case.tasks.findLast((t) => t.step === this.step.id && t.assignees.some((a) => a.person === person))?.id ?? 'không có';
  }

  tryCast(person: string, choice: string, reason: string | null = choice === 'yes' || choice === 'abstain' ? null : 'MẪU lý do', posts?: readonly HeldPost[]): Result<Cast> {
    const actor = this.as(person);
    return cast(this.case, this.route, { task: this.taskOf(person), choice, reason }, posts ? { ...actor, posts } : actor, this.means, NOW);
  }

  /** Casts as casework does: the facts onto the chain, a secret ballot into the urn. */
  casts(person: string, choice: string, reason?: string | null): readonly Fact[] {
    const said = this.tryCast(person, choice, reason);
    if (!said.ok) throw new Error(`${said.error.code} ${JSON.stringify(said.error.details)}`);
    if (said.value.ballot) this.urn = [...this.urn, said.value.ballot.choice].sort();
    return this.put(said.value.facts);
  }

  /** The members say these in their order; null stays silent. */
  say(...choices: readonly (string | null)[]): this {
    choices.forEach((choice, i) => { if (choice !== null) this.casts(`uv-${i + 1}`, choice, this.urnIsUsed ? null : undefined); });
    return this;
  }

  /** The vote's day has come. */
  due(): readonly Fact[] {
    return this.put(lapse(this.case, this.route, { id: 'bac', step: this.step.id, kind: 'lapse', dueAt: DUE }, this.urn));
  }

  record(counts: Partial<ResultCommand['counts']>, more: Partial<ResultCommand> = {}, person: string = RECORDER): Result<Fact[]> {
    const task = openTasks(this.case, this.step.id).find((t) => t.purpose === 'record')?.id ?? 'không có';
    return recordResult(this.case, this.route, { task, counts: { present: 0, yes: 0, no: 0, other: 0, abstain: 0, ...counts }, chair: null, document: null, meeting: null, ...more }, this.as(person), this.means);
  }

  confirm(person: string = CONFIRMER): Result<Fact[]> {
    const proposal = this.case.proposals.at(-1);
    if (!proposal) throw new Error('nothing is proposed');
    const made = this.facts.find((f) => f.type === 'proposal.made' && f.data.proposal === proposal.id);
    return confirmResult(this.case, this.route, proposal, this.as(person), this.means, made?.secret ?? {});
  }

  /** The result again, from nothing but what stands on the chain. */
  recount(): VoteArithmetic | null {
    const rule = this.route.steps['bieu-quyet'];
    const opened = this.facts.findLast((f) => f.type === 'urn.opened');
    if (rule?.kind !== 'vote') throw new Error('no vote');
    return voteResult(this.case, rule, this.step, rule.rule.close === 'early' && this.arithmetic?.outcome !== 'lapsed' ? 'open' : 'due', opened?.type === 'urn.opened' ? opened.data.ballots : undefined);
  }

  private get urnIsUsed(): boolean {
    const rule = this.route.steps['bieu-quyet'];
    return rule?.kind === 'vote' && rule.rule.ballot === 'secret';
  }
}

/** The code of a refusal; null for what went through. */
export const refusedWith = (result: Result<unknown>): ErrorCode | null => (result.ok ? null : result.error.code);
