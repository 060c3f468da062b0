import { BARE, BARE_STEP, BARE_TASK, type Case, type CaseStep, type CaseTask } from '@totrinh/domain';

/** The parts of a case, a step and a task that most of them never have: stored in the column `more`, only where they differ from bare. */
export type MoreOfCase = Partial<Pick<Case, keyof typeof BARE>>;
export type MoreOfStep = Partial<Pick<CaseStep, keyof typeof BARE_STEP>>;
export type MoreOfTask = Partial<Pick<CaseTask, Exclude<keyof typeof BARE_TASK, 'helpers'>>>;

// Helpers are rows of their own, since people ask for their tasks by them.
const { helpers: _helpers, ...BARE_TASK_ROW } = BARE_TASK;

export const moreOfCase = (c: Case): MoreOfCase => beyond(BARE, c);
export const moreOfStep = (s: CaseStep): MoreOfStep => beyond(BARE_STEP, s);
export const moreOfTask = (t: CaseTask): MoreOfTask => beyond(BARE_TASK_ROW, t);

/** `more` as it is written: null where nothing of it changed. `before` is null for what is new. */
export function changedMore<T>(of: (value: T) => object, before: T | null, after: T): string | null {
  const now = JSON.stringify(of(after));
  return now === (before === null ? '{}' : JSON.stringify(of(before))) ? null : now;
}

function beyond<T extends object, K extends keyof T>(bare: Readonly<Record<K, unknown>>, value: T): Partial<Pick<T, K>> {
  const differs = (k: K): boolean => value[k] !== bare[k] && JSON.stringify(value[k]) !== JSON.stringify(bare[k]);
  return Object.fromEntries((Object.keys(bare) as K[]).filter(differs).map((k) => [k, value[k]])) as Partial<Pick<T, K>>;
}
