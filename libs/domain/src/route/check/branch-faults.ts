import { edgesOf } from '../graph.ts';
import { LEAVES_BRANCH } from '../outcomes.ts';
import { JOIN, type Route, type StepRule } from '../route.ts';
import { edgeKeys } from './edge-faults.ts';
import { atStep, type RouteFault } from './fault.ts';

/** The innermost branch that each step of the route stands in, as `parallel/branch` with the parallel's name. */
type Branches = ReadonlyMap<string, { readonly parallel: string; readonly id: string }>;

/** Branches that are well made: two or more, each step in one of them, entered by its parallel only, left by a return or a refusal only. */
export function branchFaults(route: Route): RouteFault[] {
  const branches = new Map<string, { parallel: string; id: string }>();
  const faults = Object.entries(route.steps).flatMap(([step, rule]) => parallelFaults(route, step, rule, branches));
  const itself = [...branches.keys()].filter((step) => route.steps[step]?.kind === 'parallel' && around(branches, step) === null);
  faults.push(...itself.map((step) => atStep('parallelInItself', step, 'nằm trong chính nhánh của mình', 'stands in a branch of its own')));
  if (itself.length > 0) return faults;
  if (branches.has(route.start)) faults.push(enteredFault(route.start, ['start'], 'bắt đầu', 'start'));
  return [...faults, ...Object.entries(route.steps).flatMap(([step, rule]) => edgeFaultsOf(step, rule, branches))];
}

function parallelFaults(route: Route, step: string, rule: StepRule, branches: Map<string, { parallel: string; id: string }>): RouteFault[] {
  if (rule.kind !== 'parallel') return [];
  const faults: RouteFault[] = [];
  const count = Object.keys(rule.branches).length;
  if (count < 2) faults.push(atStep('tooFewBranches', step, 'cần ít nhất hai nhánh', 'needs at least two branches', 'branches'));
  if (typeof rule.join === 'object' && rule.join.atLeast > count) faults.push(atStep('joinOutOfReach', step, `chờ ${rule.join.atLeast} nhánh nhưng chỉ có ${count}`, `waits for ${rule.join.atLeast} branches but has ${count}`, 'join'));
  for (const [branch, { steps }] of Object.entries(rule.branches)) {
    steps.forEach((inner, i) => {
      const keys = ['branches', branch, 'steps', i];
      if (!Object.hasOwn(route.steps, inner)) faults.push(atStep('unknownBranchStep', step, `kể bước “${inner}” trong nhánh “${branch}” nhưng quy trình không có bước ấy`, `names step “${inner}” in branch “${branch}”, which does not exist`, ...keys));
      else if (branches.has(inner)) faults.push(atStep('stepInTwoBranches', step, `kể bước “${inner}” trong nhánh “${branch}” nhưng bước ấy đã nằm trong một nhánh; bước của nhánh trong chỉ kể ở nhánh trong`, `names step “${inner}” in branch “${branch}”, but it stands in a branch already; steps of an inner branch are named there only`, ...keys));
      else branches.set(inner, { parallel: step, id: `${step}/${branch}` });
    });
  }
  return faults;
}

/** The branches around a step, from the innermost outwards; null where a parallel stands in itself. */
function around(branches: Branches, step: string): string[] | null {
  const ids: string[] = [];
  for (let at = branches.get(step); at; at = branches.get(at.parallel)) {
    if (ids.includes(at.id)) return null;
    ids.push(at.id);
    if (at.parallel === step) return null;
  }
  return ids;
}

function edgeFaultsOf(step: string, rule: StepRule, branches: Branches): RouteFault[] {
  const own = branches.get(step)?.id;
  const enclosing = around(branches, step) ?? [];
  return edgesOf(rule).flatMap(([outcome, target], arm) => {
    const keys = edgeKeys(rule, outcome, arm);
    if (target === JOIN) return own === undefined ? [atStep('joinOutsideBranch', step, 'đi tới “join” nhưng không nằm trong nhánh nào', 'leads to “join” but stands in no branch', ...keys)] : [];
    const there = branches.get(target)?.id;
    if (there === own) return [];
    if (there !== undefined && !enclosing.includes(there)) return [enteredFault(target, ['steps', step, ...keys], `bước “${step}”`, `step “${step}”`)];
    if (rule.kind !== 'choice' && LEAVES_BRANCH.has(outcome)) return [];
    return [atStep('branchLeft', step, `rời nhánh bằng kết quả “${outcome}” để tới “${target}”; chỉ returned và rejected được rời nhánh, các kết quả khác đi tiếp trong nhánh hoặc tới join`, `leaves its branch by the outcome “${outcome}” for “${target}”; only returned and rejected may, others stay in the branch or go to join`, ...keys)];
  });
}

function enteredFault(target: string, path: (string | number)[], vi: string, en: string): RouteFault {
  return { code: 'branchEntered', path, vi: `Bước “${target}” nằm trong một nhánh nhưng được đi vào từ ngoài (${vi}).`, en: `Step “${target}” stands in a branch but is entered from outside (${en}).` };
}
