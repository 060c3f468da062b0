import { graphOf, walk, wayTo } from '../graph.ts';
import type { Route, StepKind } from '../route.ts';
import type { Who } from '../who.ts';
import { atStep, type RouteFault } from './fault.ts';
import { whosOf } from './role-faults.ts';

const WITHOUT_PEOPLE: ReadonlySet<StepKind> = new Set(['parallel', 'choice', 'route', 'notify', 'webhook', 'wait', 'end']);

/** `doneBy` and `superiorOf` that name a step which is not there or in which nobody works. */
export function doerFaults(route: Route): RouteFault[] {
  return doers(route).filter(({ doer }) => !isWorked(route, doer)).map(({ step, key, doer }) =>
    atStep('unknownDoer', step, `trông vào người đã làm bước “${doer}”, nhưng quy trình không có bước nào như vậy mà có người làm`, `relies on whoever did step “${doer}”, but the route has no such step in which people work`, key));
}

/** `doneBy` and `superiorOf` that name a step which some path has not passed when this one opens, so that nobody would be asked. */
export function tooEarlyDoerFaults(route: Route): RouteFault[] {
  return doers(route).flatMap(({ step, key, doer }) => {
    const around = walk(graphOf(route), route.start, { without: new Set([doer]) });
    if (step !== doer && !around.cameFrom.has(step)) return [];
    const way = step === doer ? wayTo(walk(graphOf(route), route.start), step) : wayTo(around, step);
    return [{ ...atStep('doerNotYet', step, `có thể mở khi chưa ai làm bước “${doer}”`, `can open before anybody has done step “${doer}”`, key), way }];
  });
}

function doers(route: Route): { step: string; key: string; doer: string }[] {
  return Object.entries(route.steps).flatMap(([step, rule]) => whosOf(rule).flatMap(([key, who]) => {
    const doer = doerOf(who);
    return doer === null ? [] : [{ step, key, doer }];
  }));
}

function doerOf(who: Who): string | null {
  if ('doneBy' in who) return who.doneBy;
  return 'superiorOf' in who ? who.superiorOf : null;
}

function isWorked(route: Route, step: string): boolean {
  const rule = Object.hasOwn(route.steps, step) ? route.steps[step] : undefined;
  return rule !== undefined && !WITHOUT_PEOPLE.has(rule.kind);
}
