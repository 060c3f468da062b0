import {
  deadlineOf, lapse, officeDay, openSteps, passDeadline, PLAIN_TERMS, resumed,
  type Absence, type Actor, type Authority, type Case, type CaseStep, type Circumstances, type Derived, type DueOf, type Dues, type Fact, type PlannedRung, type Register, type Route, type Secret,
} from '@totrinh/domain';
import { COMMAND, DossierDriver, REGISTER } from './dossier-driver.ts';
import type { Office } from './random-office.ts';
import { Directory } from './sample-office.ts';

const OPENING = '2022-07-13T02:00:00.000Z';
/** Tasks opened while the clock of the office stands still have no other time. */
const DAY_MS = 86_400_000;

/** A dossier and everything that casework keeps beside it: the clock, urns, planned rungs, the words of proposals, absences, the register. */
export class Walk {
  readonly d: DossierDriver;
  readonly urns = new Map<string, string[]>();
  readonly fired = new Set<string>();
  readonly openedAt = new Map<string, string>();
  now = new Date(OPENING);
  suspendedOn = officeDay(this.now);
  register: Register = REGISTER;
  absences: Absence[] = [];
  authorities: Authority[] = [];

  constructor(route: Route, office: Office) {
    this.d = new DossierDriver(route, new Directory(office.appointments), { ...COMMAND, leadUnit: 'chu-tri', drafter: 'soan-thao', roles: office.roles });
    const dueOf: DueOf = (rule) => deadlineOf(rule, { opening: this.now, submission: this.now, itemDeadline: '2022-12-31' }, PLAIN_TERMS);
    this.d.dueOf = dueOf;
  }

  get case(): Case { return this.d.case; }
  get route(): Route { return this.d.route; }
  get today(): string { return officeDay(this.now); }

  /** Who signed in a moment ago, with whom they stand in for and whose authority they hold today. */
  as(person: string): Actor {
    const posts = this.d.as(person).posts.length;
    const authorities = this.authorities.filter((g) => posts > 0 && g.grantee === person && g.from <= this.today && this.today <= g.to && (g.endedOn === null || this.today < g.endedOn))
      .map((g) => ({ principal: g.grantor, authority: g.id, routes: g.routes, verbs: g.verbs, posts: this.d.as(g.grantor).posts }));
    const substitutes = this.absences.filter((a) => posts > 0 && a.substitute === person && a.from <= this.today && this.today <= a.to && (a.endedOn === null || this.today < a.endedOn))
      .map((a) => ({ principal: a.person, absence: a.id, routes: a.routes, posts: this.d.as(a.person).posts }));
    return { ...this.d.as(person), substitutes, authorities, signedInAt: this.now.toISOString() };
  }

  put(facts: readonly Fact[]): readonly Fact[] {
    this.d.put(facts);
    for (const f of facts) {
      if (f.type === 'step.opened') this.openedAt.set(f.data.step, this.now.toISOString());
      if (f.type === 'dossier.suspended') this.suspendedOn = this.today;
      if (f.type === 'number.given') this.register = { ...this.register, next: f.data.number + 1, lastOn: f.data.on };
      if (f.type === 'step.settled') this.urns.delete(f.data.step);
    }
    return facts;
  }

  move(): readonly Fact[] {
    return this.put(this.d.movesNow());
  }

  /** When a step is due and what the clock fires then, as it was planned last. */
  termOf(step: string): Derived | undefined {
    return this.d.facts.findLast((f) => f.derived !== undefined && (f.type === 'step.opened' || f.type === 'due.changed') && f.data.step === step)?.derived;
  }

  dues(): Dues {
    return Object.fromEntries(openSteps(this.case).flatMap((s) => { const dueAt = this.termOf(s.id)?.dueAt; return dueAt === undefined ? [] : [[s.id, { dueAt, openedAt: this.openedAt.get(s.id) ?? OPENING, due: this.termOf(s.id)?.due ?? null }]]; }));
  }

  /** What the clock still has to fire, by its time. While a dossier is suspended only its resumption. */
  rungs(): { readonly step: CaseStep | null; readonly rung: PlannedRung }[] {
    if (this.case.status !== 'open') return [];
    const planned = this.case.suspended
      ? (this.d.facts.findLast((f) => f.type === 'dossier.suspended')?.derived?.rungs ?? []).map((rung) => ({ step: null, rung }))
      : openSteps(this.case).flatMap((step) => (this.termOf(step.id)?.rungs ?? []).map((rung) => ({ step, rung })));
    return planned.filter((p) => !this.fired.has(p.rung.id)).sort((a, b) => (a.rung.at < b.rung.at ? -1 : 1));
  }

  /** The clock comes to the next rung and fires it; without one a day passes. */
  passTime(): readonly Fact[] {
    const [next] = this.rungs();
    this.now = new Date(Math.max(this.now.getTime(), next ? Date.parse(next.rung.at) : this.now.getTime() + DAY_MS));
    if (!next) return [];
    const { step, rung } = next;
    this.fired.add(rung.id);
    if (rung.kind === 'overdue') return this.put(passDeadline(this.case, step?.id ?? '', rung.id, rung.at));
    const goesOn = (c: Case): readonly Fact[] => resumed(c, this.route, this.dues(), this.suspendedOn, this.now, 'system', this.d.means);
    return this.put(lapse(this.case, this.route, { id: rung.id, step: step?.id ?? null, kind: rung.kind, dueAt: rung.at }, this.urns.get(step?.id ?? '') ?? [], goesOn));
  }

  /** What is late now; whoever heads the unit is always told. */
  circumstances(): Circumstances {
    const overdue = openSteps(this.case).filter((s) => Date.parse(this.termOf(s.id)?.dueAt ?? '9999-12-31') <= this.now.getTime()).map((s) => s.id);
    return { overdue, told: overdue, ownerless: [] };
  }

  wordsOf(proposal: string): Secret {
    return this.d.facts.find((f) => f.type === 'proposal.made' && f.data.proposal === proposal)?.secret ?? {};
  }

  /** Who put a reserved opinion on record in this vote. */
  reservedIn(step: string): string[] {
    return this.d.facts.flatMap((f) => (f.type === 'opinion.reserved' && f.data.step === step ? [f.data.person] : []));
  }
}
