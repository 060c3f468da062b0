import { randomUUID } from 'node:crypto';
import { createMeeting, create, declareAbsence, endAbsence, endAuthority, enterOrganisation, fireDueRungs, grantAuthority, settleAutomatic, type Organisation } from '@totrinh/casework';
import { openSteps, type Case, type CaseStep, type CaseTask, type Derived, type PlacedFact, type PlannedRung, type Route } from '@totrinh/domain';
import { CaseReadModel, factsOf, inTransaction, insertRoute } from '@totrinh/persistence';
import { everybody, pick } from '../domain/choice.ts';
import { checkInvariants } from '../domain/invariants.ts';
import { bind, choose } from '../domain/random-acts.ts';
import type { Attempt, Happening, Verb } from '../domain/random-attempt.ts';
import { appoint, PEOPLE, UNITS, type Office } from '../domain/random-office.ts';
import type { Appointment } from '../domain/sample-office.ts';
import { meant, paperOf } from '../domain/walking.ts';
import { Walk } from '../domain/walk.ts';
import { chainOf, faultsOf } from '../house/ledger-checks.ts';
import { LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, must, type LedgerHouse } from '../house/ledger-house.ts';
import { send } from './ledger-verbs.ts';

const FROM = { validFrom: '2020-01-01', validTo: null };
const BODIES = ['tap-the', 'thuong-truc'] as const;
const SIGNERS = 'nguoi-ky';
const DAY_MS = 86_400_000;
/** Where casework knows what the walk does not (registers that others number in, meetings, who carries the item), and the doors that fix the outcome themselves. */
const KNOWS_MORE: ReadonlySet<Verb> = new Set(['issue', 'placeOnAgenda', 'putOff', 'reopen', 'decideAs']);
type Planned = readonly { readonly step: CaseStep | null; readonly rung: PlannedRung }[];

/** The walk as it is in memory, which chooses who tries what; what it stands on is read from the tables after each act. */
class Mirror extends Walk {
  waiting: Planned = [];
  terms: ReadonlyMap<string, string> = new Map();

  override rungs(): { readonly step: CaseStep | null; readonly rung: PlannedRung }[] {
    return [...this.waiting];
  }

  override termOf(step: string): Derived | undefined {
    const dueAt = this.terms.get(step);
    return dueAt === undefined ? undefined : { dueAt };
  }
}

/** The same random walk as in memory, on a real PostgreSQL: people act through casework, `advance` and the clock are the house's. */
export class LedgerWalk {
  readonly w: Mirror;
  readonly #house: LedgerHouse;
  readonly #d: LedgerDossier;
  readonly #meetings: readonly string[];
  /** The chain's length when it was read last. */
  #seen = -1;

  private constructor(house: LedgerHouse, d: LedgerDossier, w: Mirror, meetings: readonly string[]) {
    this.#house = house;
    this.#d = d;
    this.w = w;
    this.#meetings = meetings;
  }

  static async open(house: LedgerHouse, rules: Route, office: Office): Promise<LedgerWalk> {
    const appointments = office.appointments.map((a) => ({ ...a, appointment: randomUUID() }));
    await house.look(`update totrinh.appointment set valid_to = '2020-06-01' where person_id = any($1)`, [everyoneOf(appointments)]);
    await enterOrganisation(house.desk, organisationOf(appointments));
    const version = await publish(house, rules);
    const { units, groups, bodies } = office.roles;
    const item = await house.item({ leadUnit: 'chu-tri', authority: 'tap-the', appraisingUnit: units['appraising'] ?? '', issuingUnit: units['issuing'] ?? '', cooperating: [...(groups['cooperating'] ?? [])], registerIssuer: 'tu', registerType: 'de-an' });
    const { dossier } = must(await create(house.desk, { route: rules.route, version, item, title: null, dueOn: null, roles: { bodies: { opinion: bodies['opinion'] ?? '' } } }, house.request('soan-thao')));
    const meetings = await Promise.all(BODIES.map(async (body) => must(await createMeeting(house.desk, { body, on: '2022-07-20', title: 'MẪU', place: null }, house.request('vptu-truong'))).meeting));
    const walk = new LedgerWalk(house, new LedgerDossier(house, dossier, 'soan-thao'), new Mirror(rules, { appointments, roles: office.roles }), meetings);
    await walk.#look();
    return walk;
  }

  get id(): string {
    return this.#d.id;
  }

  /** One attempt, and what must hold after it. Answers the verb, and how it went: `ok` or the code of the refusal. */
  async attempt(a: Attempt): Promise<string> {
    const { w } = this;
    const { verb, task } = meant(w, a);
    const { seq, round } = w.case;
    const happened = await this.#happen(verb, a);
    const answer = happened ?? (await this.#people(verb as Verb, a, task));
    await this.#look();
    if (w.case.seq > seq) checkInvariants(w, w.d.facts.filter((f) => f.seq > seq), round);
    const faults = w.case.seq > seq ? await faultsOf(this.#house, this.id) : [];
    if (faults.length > 0) throw new Error(`after ${verb} ${answer}: ${faults.join('; ')}`);
    return `${verb} ${answer}`;
  }

  /** Moves until nothing is called for. */
  async rest(): Promise<void> {
    while ((await this.#house.look('select 1 from totrinh.outbox where dossier_id = $1', [this.id])).length > 0) await this.#d.move();
    await this.#look();
  }

  /** A verb of people: casework allows what the rule allows to whoever may see the dossier, and nothing else. */
  async #people(verb: Verb, a: Attempt, task: CaseTask | undefined): Promise<string> {
    const choice = choose(this.w, a, verb, task);
    const rule = codeOf(bind(this.w, a, verb, task).on(this.w.case));
    const isSeen = await new CaseReadModel(this.#house.source).maySee({ person: choice.person, day: this.w.today }, this.id);
    const request = this.#house.request(choice.person, { signedInAt: this.w.now.toISOString() });
    const answer = codeOf(await send(verb, choice, { desk: this.#house.desk, dossier: this.id, request, meetings: this.#meetings }));
    if (!KNOWS_MORE.has(verb) && (answer === null) !== (rule === null && isSeen)) throw new Error(`${choice.person} ${verb}: the rule answers ${rule ?? 'ok'}, casework ${answer ?? 'ok'}`);
    return answer ?? 'ok';
  }

  /** What comes about without a verb of people; null for such a verb. */
  async #happen(verb: Verb | Happening, a: Attempt): Promise<string | null> {
    const { w } = this;
    const { desk } = this.#house;
    switch (verb) {
      case 'move': await this.#d.move(); return 'ok';
      case 'time': return `fired ${await this.#time()}`;
      case 'automatic': {
        const step = pick(openSteps(w.case).filter((s) => s.kind === 'notify' || s.kind === 'webhook'), a.task);
        return step === undefined ? '-' : `settled ${must(await settleAutomatic(desk, this.id, step.id, 'completed')).settled}`;
      }
      case 'appoint': {
        appoint(w.d.directory, a.task, PEOPLE[a.who % PEOPLE.length] ?? 'a');
        const given = w.d.directory.appointments.map((x) => (x.appointment.startsWith('bo-nhiem-them') ? { ...x, appointment: randomUUID() } : x));
        w.d.directory.appointments = given;
        await enterOrganisation(desk, organisationOf(given.slice(-1)));
        await this.#d.move();
        return 'ok';
      }
      case 'absent': {
        const [person, substitute] = [pick(everybody(w), a.who) ?? '', pick(everybody(w), a.to) ?? ''];
        const input = { person, substitute, from: w.today, to: '2099-01-01', routes: a.n % 3 === 0 ? [w.route.route] : null };
        const declared = await declareAbsence(desk, input, this.#house.request(person));
        if (declared.ok) w.absences.push({ ...input, id: declared.value.absence, endedOn: null });
        return codeOf(declared) ?? 'ok';
      }
      case 'present': {
        const absence = pick(w.absences, a.who);
        if (!absence) return '-';
        const ended = await endAbsence(desk, absence.id, this.#house.request(absence.person));
        if (ended.ok) w.absences = w.absences.map((x) => (x === absence ? { ...x, endedOn: w.today } : x));
        return codeOf(ended) ?? 'ok';
      }
      case 'empower': {
        const paper = paperOf(w, a);
        const granted = await grantAuthority(desk, paper, this.#house.request(paper.grantor));
        if (granted.ok) w.authorities.push({ ...paper, id: granted.value.made.authority, endedOn: null });
        return codeOf(granted) ?? 'ok';
      }
      case 'revoke': {
        const authority = pick(w.authorities, a.who);
        if (!authority) return '-';
        const ended = await endAuthority(desk, authority.id, this.#house.request(authority.grantor));
        if (ended.ok) w.authorities = w.authorities.map((x) => (x === authority ? { ...x, endedOn: w.today } : x));
        return codeOf(ended) ?? 'ok';
      }
      default: return null;
    }
  }

  /** The clock comes to the next rung; without one a day passes. */
  async #time(): Promise<number> {
    const { clock } = this.#house;
    const [next] = this.w.rungs();
    clock.at = new Date(Math.max(clock.at.getTime(), next ? Date.parse(next.rung.at) : clock.at.getTime() + DAY_MS));
    return (await fireDueRungs(this.#house.desk)).fired;
  }

  /** Brings what the walk stands on up to the tables. */
  async #look(): Promise<void> {
    const { w } = this;
    w.now = this.#house.clock.now();
    w.d.case = (await this.#d.load()).case;
    if (this.#seen === w.case.seq) return;
    this.#seen = w.case.seq;
    const facts = factsOf((await chainOf(this.#house, this.id)).events) as PlacedFact[];
    w.d.facts.splice(0, w.d.facts.length, ...facts);
    w.waiting = await waitingRungs(this.#house, w.case);
    const dues = await this.#house.look<{ id: string; due: Date }>('select id, due_at as due from totrinh.step where dossier_id = $1 and due_at is not null', [this.id]);
    w.terms = new Map(dues.map(({ id, due }) => [id, due.toISOString()]));
  }
}

async function waitingRungs(house: LedgerHouse, c: Case): Promise<Planned> {
  const rows = await house.look<{ id: string; step: string | null; kind: PlannedRung['kind']; at: Date }>('select id, step_id as step, kind, due_at as at from totrinh.rung where dossier_id = $1 and fired_at is null and void_at is null order by due_at, id', [c.id]);
  return rows.map(({ id, step, kind, at }) => ({ step: c.steps.find((s) => s.id === step) ?? null, rung: { id, kind, at: at.toISOString() } }));
}

/** The checked rules as three versions, as if the office had published them, so that a dossier can migrate. Answers the first. */
async function publish(house: LedgerHouse, rules: Route): Promise<number> {
  const [{ last } = { last: 0 }] = await house.look<{ last: number }>('select coalesce(max(version), 0)::int as last from totrinh.route_version where route_id = $1', [rules.route]);
  const source = JSON.stringify(rules);
  await inTransaction(house.source, async (tx) => {
    for (const n of [1, 2, 3]) insertRoute(tx, { id: rules.route, version: last + n, rules, source, sha256: house.desk.means.digest(source), at: house.clock.now(), by: 'quan-tri' });
  });
  return last + 1;
}

const everyoneOf = (appointments: readonly Appointment[]): string[] => [...new Set([...PEOPLE, ...appointments.map((a) => a.person)])];

/** The random office as an office enters it. A post of the organisation is a role in a unit or a body, however many hold it; whoever only signs for a body has no seat in it. */
function organisationOf(appointments: readonly Appointment[]): Organisation {
  const post = (a: Appointment): string => `ngau-nhien-${a.unit ?? a.body}-${a.role}`;
  const posts = [...new Map(appointments.map((a) => [post(a), { id: post(a), unit: a.unit, body: a.role === 'signer' ? SIGNERS : a.body, role: a.role, title: `MẪU ${a.role}` }])).values()];
  return {
    units: [...UNITS, 'quan-tri'].map((id) => ({ id, name: `MẪU ${id}`, short: id, regime: 'party', ...FROM })), bodies: [...BODIES, SIGNERS].map((id) => ({ id, name: `MẪU ${id}`, ...FROM })),
    people: everyoneOf(appointments).map((id) => ({ id, name: `MẪU ${id}` })), posts,
    appointments: appointments.map((a) => ({ id: a.appointment, person: a.person, post: post(a), ...FROM })),
    signers: appointments.some((a) => a.role === 'signer') ? [{ body: 'tap-the', post: 'ngau-nhien-tap-the-signer', sort: 1 }] : [],
    registers: [{ id: 'ngau-nhien', issuer: 'tu', type: 'de-an', regime: 'party', notation: 'ĐA/TU', term: 'XVII', series: 'XVII', first: 12 }],
  };
}
