import { recordResult as rule, type Fact, type Result, type ResultCommand } from '@totrinh/domain';
import { markAgendaItem, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Ghi kết quả hội nghị, for a second person to confirm. Errors: those of domain's recordResult and of perform. */
export function recordResult(desk: Desk, command: ResultCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'recordResult', { task: command.task }, request, (s) => rule(s.case, s.route, { ...command, task: command.task.toLowerCase() }, s.actor, desk.means));
}

/** What a confirmed result leaves on the agenda that it came from. Called by whatever act confirms proposals. */
export function markDecided(tx: Tx, facts: readonly Fact[]): void {
  for (const f of facts) if (f.type === 'result.recorded' && f.data.meeting !== null) markAgendaItem(tx, f.data.meeting, f.data.step, 'decided');
}
