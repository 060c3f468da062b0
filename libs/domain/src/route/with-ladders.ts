import type { Route, StepRule } from './route.ts';

/** The ladder by which leaders and bodies are never late. */
const LEADERS = 'leaders';

/** Whether leaders or a body decide in this step: nobody calls them late, and their staff do not remind them. */
export function isOfLeaders(rule: StepRule): boolean {
  if (rule.kind === 'vote') return true;
  return (rule.kind === 'approve' || rule.kind === 'sign') && ('body' in rule.who || 'signers' in rule.who);
}

/** A route whose steps name their ladders: what names none climbs the route's own where it has a term, and steps of leaders and bodies the one for leaders. */
export function withLadders(route: Route): Route {
  const { ladder } = route;
  if (ladder === undefined) return route;
  return { ...route, steps: Object.fromEntries(Object.entries(route.steps).map(([step, rule]) => [step, climbing(rule, ladder)])) };
}

function climbing(rule: StepRule, ladder: string): StepRule {
  if (rule.kind === 'end' || rule.kind === 'choice' || rule.ladder !== undefined) return rule;
  if (isOfLeaders(rule)) return { ...rule, ladder: LEADERS };
  return rule.due === undefined ? rule : { ...rule, ladder };
}
