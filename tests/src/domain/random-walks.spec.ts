import fc from 'fast-check';
import { assertAllowedAgrees } from './allowed-agrees.ts';
import { everybody, pick } from './choice.ts';
import { checkFold } from './invariants.ts';
import { anyAttempt, type Attempt } from './random-attempt.ts';
import { anyOffice } from './random-office.ts';
import { anyRoute, routeOfOutline } from './random-route.ts';
import { anyOutline } from './random-sketch.ts';
import { REGRESSION_SEEDS } from './regression-seeds.ts';
import { attemptOn } from './walking.ts';
import { Walk } from './walk.ts';
import { leadToEnd } from './way-on.ts';

/** How many walks a run takes in all, shared among the properties. */
const WALKS = Number(process.env['TOTRINH_WALKS'] ?? 1500);
/** A gate gives the same answer for the same commit, so it names a seed; everybody else walks new ways each time. */
const SEED = process.env['TOTRINH_WALK_SEED'];
const from = SEED === undefined ? {} : { seed: Number(SEED) };
// Without bias: small numbers first would mean short walks first.
const walk = fc.noBias(fc.tuple(anyRoute, anyOffice, fc.array(anyAttempt, { maxLength: 80, size: 'max' })));

/** Runs the property from each seed that once failed, then from a fresh one. */
function always(share: number, check: (w: Walk, attempts: readonly Attempt[]) => void): void {
  const property = fc.property(walk, ([route, office, attempts]) => check(new Walk(route, office), attempts));
  for (const { seed, path } of REGRESSION_SEEDS) fc.assert(property, { numRuns: 1, seed, path });
  // Whatever failed until then is reported as far as it was shrunk.
  fc.assert(property, { ...from, numRuns: Math.ceil(WALKS * share), interruptAfterTimeLimit: 100_000 });
}

describe('Hồ sơ đi ngẫu nhiên · random walks of dossiers over random routes', () => {
  test('quy trình ngẫu nhiên phần lớn qua được kiểm tra, và phần còn lại bị từ chối có lý do', () => {
    const checks = fc.sample(anyOutline, { numRuns: 60 }).map(routeOfOutline);
    const passed = checks.filter((c) => c.ok).length;
    process.stdout.write(`routes that pass the check: ${passed} of ${checks.length}\n`);
    expect(passed).toBeGreaterThan(checks.length / 3);
  });

  test('sau mỗi việc làm, của bất kỳ ai, mọi điều phải luôn đúng vẫn đúng', () => {
    always(0.5, (w, attempts) => {
      for (const attempt of attempts) attemptOn(w, attempt);
      checkFold(w);
    });
  });

  test.each([['qua ban hành nếu tới được', true], ['bằng đường ngắn nhất', false]])('quy trình đã kiểm tra thì không bao giờ bế tắc: từ bất kỳ đâu cũng tới kết thúc, %s', (_name, byIssue) => {
    always(0.15, (w, attempts) => {
      for (const attempt of attempts) attemptOn(w, attempt);
      leadToEnd(w, byIssue);
      checkFold(w);
    });
  });

  test('những việc được báo là làm được đúng là những việc làm được, và lý do không được là lý do thật', () => {
    always(0.2, (w, attempts) => {
      for (const attempt of attempts) {
        attemptOn(w, attempt);
        assertAllowedAgrees(w, pick(everybody(w), attempt.who) ?? 'a');
      }
    });
  });
});
