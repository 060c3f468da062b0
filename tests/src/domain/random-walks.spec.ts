import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allowedActions, cancel, claim, decide, recall, release, seen, submit, type Fact, type Result, type Route } from '@totrinh/domain';
import { COMMAND, DossierDriver, refusal } from './dossier-driver.ts';
import { checkInvariants } from './invariants.ts';
import { anyAttempt, bind, meant, type Attempt } from './random-acts.ts';
import { anyOffice, appoint, PEOPLE, type Office } from './random-office.ts';
import { anyRoute } from './random-route.ts';
import { REGRESSION_SEEDS } from './regression-seeds.ts';
import { Directory } from './sample-office.ts';
import { assertWayOn, leadToEnd } from './way-on.ts';

/** Acts that say something new each time they are done; doubles of these are kept out by the idempotency key. */
const REPEATABLE: ReadonlySet<string> = new Set(['comment', 'attach', 'edit']);

const start = (route: Route, office: Office): DossierDriver =>
  new DossierDriver(route, new Directory(office.appointments), { ...COMMAND, leadUnit: 'chu-tri', drafter: 'soan-thao', roles: office.roles });

/** One attempt: what it changed is checked, and then that it cannot be done twice. */
function attemptOn(d: DossierDriver, attempt: Attempt): void {
  const round = d.case.round;
  const verb = meant(d, attempt);
  if (verb === 'appoint') appoint(d.directory, attempt.task, PEOPLE[attempt.who % PEOPLE.length] ?? 'a');
  if (verb === 'move' || verb === 'appoint') {
    checkInvariants(d, d.move(), round);
    assert.deepEqual(d.movesNow(), []);
    assertWayOn(d);
    return;
  }
  const act = bind(d, attempt);
  const before = freeze(d.case);
  const result = act.on(before);
  if (!result.ok) {
    assert(!('value' in result), 'a refusal yields no facts');
    return;
  }
  checkInvariants(d, d.put(result.value), round);
  const again = act.on(d.case);
  if (again.ok && !REPEATABLE.has(act.verb)) assert.deepEqual(again.value, [], act.verb);
}

/** A rule that changes the case it was given throws. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

/** What a person is told they may do is what the acts answer, and for the same reason. */
function assertAllowedAgrees(d: DossierDriver, person: string): void {
  const actor = d.as(person);
  const onDossier: Record<string, () => Result<unknown>> = { recall: () => recall(d.case, actor), cancel: () => cancel(d.case, 'lý do', actor), submit: () => submit(d.case, d.route, actor, d.means) };
  const onTask: Record<string, (task: string) => Result<Fact[]>> = { claim: (t) => claim(d.case, t, actor), release: (t) => release(d.case, t, actor), seen: (t) => seen(d.case, t, actor) };
  for (const { verb, task, because, outcomes, returnTargets } of allowedActions(d.case, d.route, actor)) {
    const told = (result: Result<unknown>): void => assert.equal(refusal(result), because, `${verb} ${task}`);
    if (task === null) { const act = onDossier[verb]; if (act) told(act()); continue; }
    const act = onTask[verb];
    if (act) told(act(task));
    for (const outcome of outcomes ?? []) told(decide(d.case, d.route, { task, outcome, reason: 'lý do' }, actor, d.means));
    for (const to of returnTargets ?? []) told(decide(d.case, d.route, { task, outcome: 'returned', reason: 'lý do', to }, actor, d.means));
  }
}

const numRuns = Number(process.env['TOTRINH_WALKS'] ?? 250);
const walk = fc.tuple(anyRoute, anyOffice, fc.array(anyAttempt, { maxLength: 80, size: 'max' }));

/** Runs the property from a fresh seed, then from each seed that once failed. */
function always(check: (d: DossierDriver, attempts: readonly Attempt[]) => void): void {
  const property = fc.property(walk, ([route, office, attempts]) => check(start(route, office), attempts));
  for (const seed of REGRESSION_SEEDS) fc.assert(property, { numRuns: 60, seed });
  fc.assert(property, { numRuns });
}

describe('Hồ sơ đi ngẫu nhiên · random walks of dossiers over random routes', () => {
  test('sau mỗi việc làm, của bất kỳ ai, mọi điều phải luôn đúng vẫn đúng', () => {
    always((d, attempts) => { for (const attempt of attempts) attemptOn(d, attempt); });
  });

  test.each([['qua ban hành nếu tới được', true], ['bằng đường ngắn nhất', false]])('quy trình đã kiểm tra thì không bao giờ bế tắc: từ bất kỳ đâu cũng tới kết thúc, %s', (_name, byIssue) => {
    always((d, attempts) => {
      for (const attempt of attempts) attemptOn(d, attempt);
      leadToEnd(d, byIssue);
      checkInvariants(d, [], 1);
    });
  });

  test('những việc được báo là làm được đúng là những việc làm được, và lý do không được là lý do thật', () => {
    always((d, attempts) => {
      for (const attempt of attempts) {
        attemptOn(d, attempt);
        assertAllowedAgrees(d, bind(d, attempt).person);
      }
    });
  });
});
