import { findTask, stepOf, type Case } from '@totrinh/domain';

/** The dossier's entity tag: its place on the chain. */
export function dossierTag(c: Case): string {
  return `"d${c.seq}"`;
}

/** The task's entity tag: its state, activation, holder and the frozen content; other people's acts in the step leave it alone. */
export function taskTag(c: Case, taskId: string): string | null {
  const task = findTask(c, taskId);
  if (!task) return null;
  const step = stepOf(c, task);
  return tagOfTask({ state: task.state, cause: step.cause, path: step.path, holder: task.holder, manifest: c.manifest });
}

/** The same tag from a task's columns, for lists. */
export function tagOfTask(t: { state: string; cause: number; path: string; holder: string | null; manifest: string | null }): string {
  return `"t-${t.state}-${t.cause}-${t.path}-${t.holder ?? ''}-${(t.manifest ?? '').slice(0, 12)}"`;
}
