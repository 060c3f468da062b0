import {
  allowedActions, answerDemand, candidatesOf, claim, cleanText, confirm, confirmProposal, decideAs, finish, findProposal, isMoving, opinionTable, placeOnAgenda, reach, recall, recordResult, respond, seen, transfer, transferQuery,
  type Actor, type Case, type Fact, type Result, type Route,
} from '@totrinh/domain';
import { DossierDriver } from '../domain/dossier-driver.ts';
import { Directory, type Appointment } from '../domain/sample-office.ts';
import { nextAct, type DossierAct, type TaskWork } from '../../../apps/cli/src/demo/next-act.ts';
import { rulesOf, type Plan, type Routes } from '../../../apps/cli/src/demo/plans.ts';
import { sampleOrganisation } from '../../../apps/cli/src/demo/sample-organisation.ts';
import { sampleProgramme } from '../../../apps/cli/src/demo/sample-programme.ts';
import { readSampleRoutes } from '../../../apps/cli/src/demo/sample-routes.ts';
import { readSample } from '../../../apps/cli/src/demo/sample.ts';
import { REASONS } from '../../../apps/cli/src/demo/sample-words.ts';
import type { SeenDossier } from '../../../apps/cli/src/demo/seen-dossier.ts';
import { taskAct, type TaskAct } from '../../../apps/cli/src/demo/task-act.ts';

const sample = readSample();
const organisation = sampleOrganisation(sample);
export const ROUTES: Routes = readSampleRoutes();
const MEETING = 'hoi-nghi';

/** The sample's appointments as the directory of the domain's tests keeps them. */
function appointments(): Appointment[] {
  const posts = new Map(organisation.posts.map((p) => [p.id, p]));
  const held = organisation.appointments.map((a): Appointment => {
    const post = posts.get(a.post)!;
    return { person: a.person, role: post.role, unit: post.unit, body: post.body, appointment: a.id };
  });
  const signing = organisation.signers.map((s): Appointment => {
    const a = organisation.appointments.find((of) => of.post === s.post)!;
    return { person: a.person, role: 'signer', unit: null, body: s.body, appointment: a.id };
  });
  return [...held, ...signing];
}

/** One item of the sample with the rules alone: the demo chooses, the domain obeys or refuses. No service runs. */
export class PaperOffice {
  readonly driver: DossierDriver;
  readonly plan: Plan;
  /** What was done, in order: `step#nth person verb`. */
  readonly done: string[] = [];
  readonly #order: readonly string[];

  constructor(plan: Plan) {
    const item = sampleProgramme(sample).items.find((i) => i.code === plan.code)!;
    const route = rulesOf(ROUTES, plan.route);
    const fixed = Object.fromEntries(Object.entries(route.bodies).filter(([, to]) => to !== 'from item'));
    const roles = { units: { appraising: item.appraisingUnit, issuing: item.issuingUnit, ...plan.units }, groups: { cooperating: item.cooperating }, bodies: { authority: item.authority, ...fixed }, register: { issuer: item.registerIssuer, type: item.registerType } };
    this.plan = plan;
    this.#order = Object.keys(route.steps);
    this.driver = new DossierDriver(route, new Directory(appointments()), { kind: item.kind, title: item.title, item: item.code, leadUnit: item.leadUnit, drafter: plan.drafter, roles, dueOn: null, authority: item.authority, fields: plan.fields });
  }

  /** Goes on until the plan's goal, at most `most` acts; answers how many were done. */
  run(most = Number.POSITIVE_INFINITY): number {
    for (let acts = 0; acts < most; acts += 1) {
      const next = nextAct(this.plan, this.#order, shown(this.driver.case, this.driver.route, this.plan.drafter, this.driver));
      if (next.do === 'arrived') return acts;
      if (next.do === 'wait' && !isMoving(this.driver.case)) throw new Error(`nothing to do at ${JSON.stringify(this.driver.case.steps.at(-1))}`);
      if (next.do === 'wait') this.driver.move();
      else if (next.do === 'task') this.#work(next);
      else this.#act(next);
    }
    return most;
  }

  #act(next: DossierAct): void {
    const { driver } = this;
    const { case: c, route, means } = driver;
    const actor = driver.as(next.person);
    const what = next.do === 'attach' ? `:${next.role}-${next.no}` : next.do === 'respond' ? `:${next.from}` : next.do === 'answerDemand' ? `:${next.no}` : '';
    this.done.push(`${next.at.path}#${next.at.nth} ${next.person} ${next.do}${what}`);
    switch (next.do) {
      case 'attach': return void driver.attach(next.role, `${next.role} ${next.no}`, next.person);
      case 'submit': return void driver.submit(next.person);
      case 'recall': return this.#must(recall(c, route, actor));
      case 'respond': return this.#must(respond(c, { decision: next.decision, verdict: next.wholly ? 'accepted' : 'partly', reason: REASONS.partly }, actor));
      case 'answerDemand': return this.#must(answerDemand(c, { demand: next.demand, text: REASONS.finished, document: next.document }, actor));
      case 'placeOnAgenda': return this.#must(placeOnAgenda(c, route, { meeting: MEETING, step: next.step }, actor));
      case 'confirmProposal': return this.#must(confirmProposal(c, route, { proposal: next.proposal, reason: null }, actor, means, new Date(0), { words: wordsOf(driver, next.proposal), to: null }));
    }
  }

  #work(next: TaskWork): void {
    const { driver } = this;
    const actor = driver.as(next.person);
    const allowed = actionsOf(driver.case, driver.route, next.person, driver);
    const chosen = next.seen ? taskAct(this.plan, { ...next, id: next.task, allowedActions: allowed }) : { verb: 'seen' as const };
    if (!chosen) throw new Error(`${next.person} may do nothing at ${next.at.path}`);
    this.done.push(`${next.at.path}#${next.at.nth} ${next.person} ${chosen.verb}`);
    if (chosen.verb === 'seen') this.#must(seen(driver.case, next.task, actor));
    else this.#obey(next.task, chosen, actor);
  }

  #obey(task: string, chosen: TaskAct, actor: Actor): void {
    const { driver } = this;
    const { case: c, route, means } = driver;
    const judged = (name: 'initial' | 'sign' | 'answer', outcome: string, reason: string | null): void => this.#must(decideAs(name, c, route, { task, outcome, reason }, actor, means));
    switch (chosen.verb) {
      case 'claim': return this.#must(claim(c, task, actor));
      case 'issue': return void driver.issue(actor.person);
      case 'initial': return judged('initial', 'approved', null);
      case 'sign': return judged('sign', 'signed', null);
      case 'answer': return judged('answer', chosen.body.outcome, clean(chosen.body.reason));
      case 'finish': return this.#must(finish(c, route, { task }, actor, means));
      case 'confirm': return this.#must(confirm(c, route, { task, outcome: chosen.body.outcome, reason: null }, actor, means));
      case 'reach': return this.#must(reach(c, route, { task, milestone: chosen.body.milestone }, actor));
      case 'transfer': {
        const query = transferQuery(c, route, { task, person: chosen.body.person })!;
        return this.#must(transfer(c, route, { task, person: chosen.body.person }, actor, { to: driver.directory.ask(query), heldToday: actor.posts.map((p) => p.appointment) }));
      }
      case 'recordResult': {
        const { demands, ...counts } = chosen.body;
        return this.#must(recordResult(c, route, { task, counts, chair: null, document: null, meeting: null, demands: demands.map(clean), reason: null }, actor, means));
      }
      case 'decide': case 'return': {
        const { outcome, reason } = chosen.verb === 'return' ? { outcome: 'returned', reason: chosen.body.reason } : chosen.body;
        return void driver.decide(driver.case.steps.find((s) => s.id === c.tasks.find((t) => t.id === task)?.step)!.path, actor.person, outcome, reason === null ? null : clean(reason));
      }
    }
  }

  #must(result: Result<Fact[]>): void {
    this.driver.must(result);
  }
}

function clean(text: string): string {
  const cleaned = cleanText('reason', text);
  if (!cleaned.ok) throw new Error(`not clean: ${text}`);
  return cleaned.value;
}

/** The words that were entered with a proposal. */
function wordsOf(driver: DossierDriver, proposal: string): Readonly<Record<string, string>> {
  const made = driver.facts.find((f) => f.type === 'proposal.made' && f.data.proposal === proposal);
  return made?.secret ?? {};
}

function actionsOf(c: Case, route: Route, person: string, driver: DossierDriver): SeenDossier['allowedActions'] {
  return allowedActions(c, route, driver.as(person)).map((a) => ({ ...a, etag: null }));
}

/** The case as the API shows it. */
function shown(c: Case, route: Route, person: string, driver: DossierDriver): SeenDossier {
  const stands = (step: string): string => (c.steps.some((s) => s.id === step && s.state === 'open') ? 'onAgenda' : 'decided');
  return {
    status: c.status, moving: isMoving(c), documents: c.documents, demands: c.demands,
    steps: c.steps.map((s) => ({ ...s, finishedBy: s.finishing?.finishedBy ?? null })),
    tasks: c.tasks.map((t) => ({ ...t, unit: t.unit === null ? null : { id: t.unit }, holder: t.holder === null ? null : { person: t.holder }, candidates: candidatesOf(t.assignees).map((p) => ({ person: p })) })),
    opinions: opinionTable(c, route).map((o) => ({ ...o, path: o.step, unit: o.unit === null ? null : { id: o.unit } })),
    proposals: c.proposals.map((p) => ({ ...p, state: findProposal(c, p.id) ? 'open' : 'confirmed' })),
    agenda: c.agenda.map(({ step }) => ({ step, state: stands(step) })),
    allowedActions: actionsOf(c, route, person, driver),
  };
}
