import { findTask, nudge as rule, nudged, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { tell } from './tell.ts';
import { perform, type ActAnswer, type ActRequest, type Scene } from './perform.ts';

/** Đôn đốc whoever has the task: each of them finds a notice. Errors: those of domain's nudge and of perform. */
export function nudge(desk: Desk, task: string, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'nudge', { task }, request, (s) => {
    const id = task.toLowerCase();
    const facts = rule(s.case, s.route, id, s.today, s.actor);
    if (facts.ok) tellThem(desk, s, id);
    return facts;
  });
}

function tellThem(desk: Desk, s: Scene, id: string): void {
  const task = findTask(s.case, id);
  const people = task ? nudged(task) : [];
  tell(s.tx, people.map((person) => ({ id: desk.means.id(), person, dossier: s.case.id, kind: 'nudged', effectKey: `nudge ${id} ${s.today} ${person}`, at: s.now, step: task?.step ?? null, task: id })));
}
