import type { Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { findRule, type Route } from '../route/route.ts';
import { Flow } from './flow.ts';
import { settle } from './settle.ts';

/**
 * What an automatic step (notify, webhook) has done, with the name of its effect. Twice does nothing: a step that is no
 * longer open, or an outcome that leads nowhere, gives no facts.
 */
export function settleAutomatic(c: Case, route: Route, stepId: string, outcome: string, effect: string): Fact[] {
  const step = c.status === 'open' ? c.steps.find((s) => s.id === stepId && s.state === 'open') : undefined;
  const rule = step && findRule(route, step.path);
  if (!step || (rule?.kind !== 'notify' && rule?.kind !== 'webhook') || rule.next[outcome] === undefined) return [];
  const flow = new Flow(c).add({ type: 'effect.done', data: { step: step.id, effect } });
  settle(flow, route, step, outcome);
  return flow.facts;
}
