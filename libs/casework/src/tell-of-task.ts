import { findTask, type NoticeKind } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import type { Scene } from './perform.ts';
import { tell } from './tell.ts';

/** Tells people that a task has come to them or was taken from them; nobody is told what they did themselves. */
export function tellOfTask(desk: Desk, s: Scene, task: string, kind: NoticeKind, people: readonly string[]): void {
  const step = findTask(s.case, task)?.step ?? null;
  const others = [...new Set(people)].filter((p) => p !== s.actor.person);
  tell(s.tx, others.map((person) => ({ id: desk.means.id(), person, dossier: s.case.id, kind, effectKey: `${kind} ${task} ${s.case.seq} ${person}`, at: s.now, step, task, data: { by: s.actor.person } })));
}
