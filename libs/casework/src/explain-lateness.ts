import { explainLateness as rule, type ExplainLatenessCommand, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';
import { circumstancesIn } from './take-over.ts';

/** Giải trình chậm; the words stay beside the lateness. Errors: those of domain's explainLateness and of perform. */
export function explainLateness(desk: Desk, command: ExplainLatenessCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  const task = command.task.toLowerCase();
  return perform(desk, 'explainLateness', { task }, request, async (s) => rule(s.case, s.route, { ...command, task }, s.actor, await circumstancesIn(s)));
}
