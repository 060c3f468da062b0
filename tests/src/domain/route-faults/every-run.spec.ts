import { checkRoute, isApprovalOfAuthority, mandatoryApprovals, reachable, routeSchema, type Route } from '@totrinh/domain';
import fc from 'fast-check';
import { expectWay } from './fault-row.ts';
import { randomBranches } from './random-branches.ts';
import { playEveryRun } from './tokens.ts';

/** A random route whose parts are in place, even if its ways are faulty. */
function wellMade(text: Record<string, unknown>): Route | null {
  const check = checkRoute(text);
  const ofWays = ['unreachable', 'deadEnd', 'branchNeverJoins', 'selfRunningCycle', 'issueUnapproved', 'issueWithoutDraft', 'issuePastApproval', 'changedAfterIssue'];
  return check.ok || check.faults.every(({ code }) => ofWays.includes(code)) ? routeSchema.parse(text) : null;
}

describe('Mọi lần chạy của một quy trình ngẫu nhiên · every run of a random route', () => {
  test('tới đúng những bước mà việc kiểm tra nói là tới được', () => {
    fc.assert(fc.property(randomBranches, (text) => {
      const route = wellMade(text);
      if (!route) return;
      const met = new Set<string>();
      playEveryRun(route, (step) => met.add(step));
      expect([...met].sort()).toEqual([...reachable(route, route.start)].sort());
    }), { numRuns: 300 });
  });

  test('các phê duyệt bắt buộc là đúng những phê duyệt mà không lần chạy nào tới ban hành tránh được', () => {
    fc.assert(fc.property(randomBranches, (text) => {
      const route = wellMade(text);
      if (!route || !reachable(route, route.start).has('ban-hanh')) return;
      const onEvery = new Set(Object.keys(route.steps).filter((step) => isApprovalOfAuthority(route.steps[step]!)));
      playEveryRun(route, (step, decided) => { if (step === 'ban-hanh') for (const one of onEvery) if (!decided.includes(one)) onEvery.delete(one); });
      expect([...mandatoryApprovals(route, 'ban-hanh')].sort()).toEqual([...onEvery].sort());
    }), { numRuns: 400 });
  });

  test('mỗi đường nêu trong lỗi là một đường có thật', () => {
    fc.assert(fc.property(randomBranches, (text) => {
      const check = checkRoute(text);
      if (!check.ok) for (const { way } of check.faults) if (way) expectWay(text, {}, way);
    }), { numRuns: 300 });
  });
});
