import { takeOver as rule, type Circumstances, type Result, type TakeOverCommand } from '@totrinh/domain';
import { circumstancesOf } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest, type Scene } from './perform.ts';
import { tellOfTask } from './tell-of-task.ts';

/** Xử lý thay khi quá hạn: a late task becomes the superior's; whose it was is told. Errors: those of domain's takeOver and of perform. */
export function takeOver(desk: Desk, command: TakeOverCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  const task = command.task.toLowerCase();
  return perform(desk, 'takeOver', { task }, request, async (s) => {
    const facts = rule(s.case, s.route, { ...command, task }, s.actor, await circumstancesIn(s));
    if (facts.ok) for (const f of facts.value) if (f.type === 'task.takenOver') tellOfTask(desk, s, task, 'takenOver', f.data.from);
    return facts;
  });
}

/** What is late for whoever acts, under the dossier's lock. */
export function circumstancesIn({ tx, case: c, actor, today, now }: Scene): Promise<Circumstances> {
  return circumstancesOf(tx, c.id, actor.person, today, now);
}
