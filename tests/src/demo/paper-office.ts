import { allowedActions, candidatesOf, claim, cleanText, isMoving, recall, seen, type Case, type Route } from '@totrinh/domain';
import { readRoute } from '@totrinh/casework';
import { DossierDriver } from '../domain/dossier-driver.ts';
import { Directory, type Appointment } from '../domain/sample-office.ts';
import { nextAct, type Next } from '../../../apps/cli/src/demo/next-act.ts';
import type { Plan } from '../../../apps/cli/src/demo/plans.ts';
import { sampleOrganisation } from '../../../apps/cli/src/demo/sample-organisation.ts';
import { sampleProgramme } from '../../../apps/cli/src/demo/sample-programme.ts';
import { readSample, readSampleRoute } from '../../../apps/cli/src/demo/sample.ts';
import type { SeenDossier } from '../../../apps/cli/src/demo/seen-dossier.ts';
import { taskAct } from '../../../apps/cli/src/demo/task-act.ts';

const sample = readSample();
const organisation = sampleOrganisation(sample);

export function sampleRoute(): Route {
  const read = readRoute(readSampleRoute());
  if (!read.ok) throw new Error(JSON.stringify(read.error.details));
  return read.value;
}

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
  /** What was done, in order: `step#nth verb`. */
  readonly done: string[] = [];
  readonly #order: readonly string[];

  constructor(plan: Plan) {
    const item = sampleProgramme(sample).items.find((i) => i.code === plan.code)!;
    const route = sampleRoute();
    const roles = { units: { appraising: item.appraisingUnit, issuing: item.issuingUnit }, groups: { cooperating: item.cooperating }, bodies: { authority: item.authority }, register: { issuer: item.registerIssuer, type: item.registerType } };
    this.plan = plan;
    this.#order = Object.keys(route.steps);
    this.driver = new DossierDriver(route, new Directory(appointments()), { kind: item.kind, title: item.title, item: item.code, leadUnit: item.leadUnit, drafter: plan.drafter, roles, dueOn: null });
  }

  /** Goes on until the plan's goal, at most `most` acts; answers how many were done. */
  run(most = Number.POSITIVE_INFINITY): number {
    for (let acts = 0; acts < most; acts += 1) {
      const next = nextAct(this.plan, this.#order, shown(this.driver.case, this.driver.route, this.plan.drafter, this.driver));
      if (next.do === 'arrived') return acts;
      if (next.do === 'wait' && !isMoving(this.driver.case)) throw new Error(`nothing to do at ${JSON.stringify(this.driver.case.steps.at(-1))}`);
      if (next.do === 'wait') this.driver.move();
      else this.#act(next);
    }
    return most;
  }

  #act(next: Exclude<Next, { do: 'arrived' | 'wait' }>): void {
    const { driver, plan } = this;
    const at = `${next.at.path}#${next.at.nth}`;
    if (next.do === 'task') return this.#work(next, at);
    this.done.push(`${at} ${next.do}${next.do === 'attach' ? `:${next.role}-${next.no}` : ''}`);
    if (next.do === 'attach') driver.attach(next.role, `${next.role} ${next.no}`, plan.drafter);
    else if (next.do === 'submit') driver.submit(plan.drafter);
    else driver.must(recall(driver.case, driver.route, driver.as(plan.drafter)));
  }

  #work(next: Extract<Next, { do: 'task' }>, at: string): void {
    const { driver } = this;
    const actor = driver.as(next.person);
    const allowed = actionsOf(driver.case, driver.route, next.person, driver);
    const chosen = next.seen ? taskAct(this.plan, { ...next, id: next.task, allowedActions: allowed }) : { verb: 'seen' as const };
    if (!chosen) throw new Error(`${next.person} may do nothing at ${at}`);
    this.done.push(`${at} ${next.person} ${chosen.verb}`);
    if (chosen.verb === 'seen') driver.must(seen(driver.case, next.task, actor));
    else if (chosen.verb === 'claim') driver.must(claim(driver.case, next.task, actor));
    else if (chosen.verb === 'issue') driver.issue(next.person);
    else {
      const { outcome, reason } = chosen.verb === 'return' ? { outcome: 'returned', reason: chosen.body.reason } : chosen.body;
      if (reason !== null && !cleanText('reason', reason).ok) throw new Error(`not clean: ${reason}`);
      driver.decide(next.at.path, next.person, outcome, reason);
    }
  }
}

function actionsOf(c: Case, route: Route, person: string, driver: DossierDriver): SeenDossier['allowedActions'] {
  return allowedActions(c, route, driver.as(person)).map((a) => ({ ...a, etag: null }));
}

/** The case as the API shows it. */
function shown(c: Case, route: Route, person: string, driver: DossierDriver): SeenDossier {
  return {
    status: c.status, moving: isMoving(c), steps: c.steps, documents: c.documents,
    tasks: c.tasks.map((t) => ({ ...t, unit: t.unit === null ? null : { id: t.unit }, holder: t.holder === null ? null : { person: t.holder }, candidates: candidatesOf(t.assignees).map((p) => ({ person: p })) })),
    allowedActions: actionsOf(c, route, person, driver),
  };
}
