import { edgesOf } from '../graph.ts';
import { STEP_OUTCOMES } from '../outcomes.ts';
import { JOIN, type Route, type StepRule } from '../route.ts';
import { atStep, type RouteFault } from './fault.ts';

/** A start and targets that exist, an edge for every outcome that needs one, none for what a kind cannot say, and no step called `join`. */
export function edgeFaults(route: Route): RouteFault[] {
  const faults: RouteFault[] = [];
  if (!Object.hasOwn(route.steps, route.start)) faults.push({ code: 'unknownStart', path: ['start'], vi: `Bước bắt đầu “${route.start}” không có trong quy trình.`, en: `The start step “${route.start}” does not exist.` });
  if (Object.hasOwn(route.steps, JOIN)) faults.push(atStep('reservedName', JOIN, 'phải đổi tên: đó là từ dành cho chỗ kết thúc một nhánh', 'needs another name: that word ends a branch'));
  for (const [step, rule] of Object.entries(route.steps)) {
    faults.push(...outcomeFaults(step, rule));
    edgesOf(rule).forEach(([outcome, target], arm) => {
      if (target === JOIN || Object.hasOwn(route.steps, target)) return;
      faults.push(atStep('unknownTarget', step, `đi tới “${target}” nhưng quy trình không có bước ấy`, `leads to “${target}”, which does not exist`, ...edgeKeys(rule, outcome, arm)));
    });
    if (rule.kind === 'choice') faults.push(...elseFaults(step, rule.when.map((one) => 'else' in one)));
  }
  return faults;
}

/** Where an edge is written. */
export function edgeKeys(rule: StepRule, outcome: string, arm: number): (string | number)[] {
  return rule.kind === 'choice' ? ['when', arm] : ['next', outcome];
}

function outcomeFaults(step: string, rule: StepRule): RouteFault[] {
  if (rule.kind === 'end' || rule.kind === 'choice') return [];
  const { needed, optional } = STEP_OUTCOMES[rule.kind];
  // A wait for nothing but its time is over when that comes; there is nothing that could fail to come.
  const waitsForTime = rule.kind === 'wait' && rule.for === undefined;
  const possible = [...needed, ...(waitsForTime ? [] : optional)];
  return [
    ...needed.filter((outcome) => !Object.hasOwn(rule.next, outcome)).map((outcome) => atStep('missingEdge', step, `(${rule.kind}) thiếu hướng đi cho kết quả “${outcome}”`, `(${rule.kind}) lacks an edge for the outcome “${outcome}”`, 'next')),
    ...Object.keys(rule.next).filter((outcome) => !possible.includes(outcome)).map((outcome) => atStep('unknownOutcome', step, `(${rule.kind}) không có kết quả “${outcome}”; các kết quả: ${possible.join(', ')}`, `(${rule.kind}) has no outcome “${outcome}”; it may have: ${possible.join(', ')}`, 'next', outcome)),
  ];
}

function elseFaults(step: string, isElse: readonly boolean[]): RouteFault[] {
  const last = isElse.length - 1;
  if (isElse.indexOf(true) === last) return [];
  return [atStep('choiceWithoutElse', step, 'phải có đúng một nhánh “else” và để ở cuối, để luôn có một hướng đi', 'needs exactly one arm “else”, the last one, so that there is always a way on', 'when')];
}
