import { cast, enterOrganisation, taskTag, type ActAnswer, type ActRequest, type Desk } from '@totrinh/casework';
import { fold, stepById, voteResult, type Case, type CaseStep, type CaseTask, type Result, type RuleOf, type VoteArithmetic } from '@totrinh/domain';
import { factsOf, findRoute, inTransaction } from '@totrinh/persistence';
import { chainOf } from '../house/ledger-checks.ts';
import { LedgerDossier } from '../house/ledger-dossier.ts';
import { must, type LedgerHouse } from '../house/ledger-house.ts';

const uuid = (n: number): string => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;
export const member = (n: number): string => `uv-${n}`;

/** Enters a council of this size (uv-1, uv-2 …) whose first member chairs, and the office's secretary of meetings. */
export async function enterCouncil(house: LedgerHouse, size: number, from = 1): Promise<void> {
  const seats = Array.from({ length: size - from + 1 }, (_, i) => from + i);
  await enterOrganisation(house.desk, {
    units: [], signers: [], registers: [], bodies: [{ id: 'hoi-dong', name: 'MẪU hội đồng', validFrom: '2020-01-01', validTo: null }],
    people: seats.map((n) => ({ id: member(n), name: `MẪU uỷ viên ${n}` })),
    posts: seats.map((n) => ({ id: `hoi-dong-${n}`, unit: null, body: 'hoi-dong', role: n === 1 ? 'chair' : 'uy-vien', title: 'MẪU uỷ viên' })),
    appointments: seats.map((n) => ({ id: uuid(n), person: member(n), post: `hoi-dong-${n}`, validFrom: '2020-01-01', validTo: null })),
  });
}

/** A route of a draft and a vote of the council; `rule` is written as an office writes it. */
export const voteRoute = (route: string, mode: string, rule: string): string => `
route: ${route}
title: { vi: MẪU biểu quyết, en: Sample vote }
units: { appraising: from item, issuing: from item }
groups: { cooperating: from item }
bodies: { authority: from item }
start: soan-thao
steps:
  soan-thao: { kind: draft, who: { person: drafter }, next: { completed: bieu-quyet } }
  bieu-quyet:
    kind: vote
    mode: ${mode}
    roster: { body: authority }
    rule: ${rule}
    due: { days: 5 }
    next: { approved: thong-bao, approvedSubjectTo: hoan-thien, rejected: dung-lai, lapsed: xin-y-kien-lai }
  xin-y-kien-lai: { kind: review, who: { headOf: issuing }, next: { approved: bieu-quyet, returned: soan-thao } }
  hoan-thien: { kind: finish, who: { headOf: leadUnit }, confirm: { headOf: issuing }, next: { confirmed: thong-bao, returned: bieu-quyet } }
  thong-bao: { kind: end, status: done }
  dung-lai: { kind: end, status: rejected }
`;

/** Past the day on which such a vote closes. */
export const PAST_DUE_MS = 7 * 86_400_000;

/** A dossier whose vote is open, in a ledger house. */
export class VoteHall {
  readonly dossier: LedgerDossier;
  readonly house: LedgerHouse;

  private constructor(dossier: LedgerDossier) {
    this.dossier = dossier;
    this.house = dossier.house;
  }

  static async open(house: LedgerHouse, route: string): Promise<VoteHall> {
    const dossier = await LedgerDossier.open(house, { route, item: { authority: 'hoi-dong' } });
    must(await dossier.attach('du-thao', 'a1'));
    must(await dossier.attach('cong-van', 'b1'));
    must(await dossier.submit());
    await dossier.move();
    return new VoteHall(dossier);
  }

  async load(): Promise<Case> {
    return (await this.dossier.load()).case;
  }

  async step(): Promise<CaseStep> {
    const step = (await this.load()).steps.findLast((s) => s.path === 'bieu-quyet');
    if (!step) throw new Error('no vote was opened');
    return step;
  }

  /** Each member's task in the vote, and the tag by which a screen that showed it would act on it. */
  async ballots(): Promise<Map<string, { readonly task: CaseTask; readonly tag: string }>> {
    const c = await this.load();
    const step = await this.step();
    return new Map(c.tasks.filter((t) => t.step === step.id && t.purpose === 'work').map((task) => [task.assignees[0]!.person, { task, tag: taskTag(c, task.id) ?? '' }]));
  }

  cast(desk: Desk, person: string, task: string, choice: string, given: Partial<ActRequest> = {}): Promise<Result<ActAnswer>> {
    return cast(desk, { task, choice, reason: null }, this.house.request(person, given));
  }

  /** The results that the chain tells of the vote, and the result that its ballots, or its opened urn, lead to when they are counted again. */
  async counted(): Promise<{ readonly told: readonly (VoteArithmetic | undefined)[]; readonly again: VoteArithmetic | null; readonly outcome: string | null }> {
    const facts = factsOf((await chainOf(this.house, this.dossier.id)).events);
    const c = fold(this.dossier.id, facts);
    const { id, outcome } = await this.step();
    const told = facts.flatMap((f) => (f.type === 'step.settled' && f.data.step === id ? [f.data.arithmetic?.kind === 'vote' ? f.data.arithmetic : undefined] : []));
    const opened = facts.find((f) => f.type === 'urn.opened');
    const byTime = facts.some((f) => f.type === 'deadline.passed' && f.data.step === id);
    const again = voteResult(c, await this.rule(c), stepById(c, id), byTime ? 'due' : 'open', opened?.type === 'urn.opened' ? opened.data.ballots : undefined);
    return { told, again, outcome };
  }

  private async rule(c: Case): Promise<RuleOf<'vote'>> {
    const route = await inTransaction(this.house.source, (tx) => findRoute(tx, c.route?.id ?? '', c.route?.version ?? null));
    const rule = route?.rules.steps['bieu-quyet'];
    if (rule?.kind !== 'vote') throw new Error('the route has no vote');
    return rule;
  }
}
