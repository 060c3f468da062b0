import { handBack as rule, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';
import { tellOfTask } from './tell-of-task.ts';
import { heldToday } from './transfer.ts';

/** Giao lại a task that was taken over; whose it is again is told. Errors: those of domain's handBack and of perform. */
export function handBack(desk: Desk, command: { readonly task: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  const task = command.task.toLowerCase();
  return perform(desk, 'handBack', { task }, request, async (s) => {
    const facts = rule(s.case, { task }, s.actor, await heldToday(s, task));
    if (facts.ok) for (const f of facts.value) if (f.type === 'task.handedBack') tellOfTask(desk, s, task, 'handedBack', f.data.to);
    return facts;
  });
}
