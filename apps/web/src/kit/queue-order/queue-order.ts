/** The list that a person works through: its address parameters, its tasks in their order, those that are behind them, and the row that is the current one. */
interface Order { readonly search: string; readonly tasks: readonly string[]; readonly done: readonly string[]; readonly at: string | null }

const PLACE = 'totrinh.queue-order';
const NOTHING: Order = { search: '', tasks: [], done: [], at: null };

function kept(): Order {
  try {
    return { ...NOTHING, ...(JSON.parse(sessionStorage.getItem(PLACE) ?? '{}') as Partial<Order>) };
  } catch {
    return NOTHING;
  }
}

const keep = (order: Order): void => sessionStorage.setItem(PLACE, JSON.stringify(order));

/** Keeps, for this tab, the list that a task is opened from: `search` of its address (`?list=todo&due=today`), its tasks in their order, the one that is opened. */
export const keepOrder = (search: string, tasks: readonly string[], at: string): void => keep({ search, tasks, done: [], at });

/** The row to come back to in the list of this address; null in another list. */
export function placeIn(search: string): string | null {
  const order = kept();
  return order.search === search ? order.at : null;
}

/** The task behind this one in the list it was opened from, else the first one left before it; null where none is left, or where it was opened from elsewhere. */
export function nextAfter(task: string): string | null {
  const { tasks, done } = kept();
  const here = tasks.indexOf(task);
  if (here < 0) return null;
  return [...tasks.slice(here + 1), ...tasks.slice(0, here)].find((t) => !done.includes(t)) ?? null;
}

/** Where to go once a task was acted on: the next one of the list, else the list itself. The task does not come up again in this round. */
export function leaveFor(task: string): { readonly to: string; readonly next: boolean } {
  const next = nextAfter(task);
  const order = kept();
  keep({ ...order, done: [...order.done, task], at: next ?? order.at });
  return next === null ? { to: listAddress(), next: false } : { to: taskAddress(next, order.search), next: true };
}

/** Whether the person acted on this task since they opened one from the list. */
export const wasDone = (task: string): boolean => kept().done.includes(task);

/** The list that the person works through. */
export const listAddress = (): string => `/tasks${kept().search}`;

/** What a person wants to do in a task when they open it by a key of the list; its screen opens the dialog where the server allows it. */
export type TaskWish = 'approve' | 'return' | 'comment';

/** The address of a task, with the list that it was opened from, and what is wanted of it. */
export function taskAddress(task: string, search: string, wish?: TaskWish): string {
  const params = new URLSearchParams(search);
  if (wish !== undefined) params.set('wish', wish);
  const text = params.toString();
  return text === '' ? `/tasks/${task}` : `/tasks/${task}?${text}`;
}

/** The wish in the address of a task's screen; null where there is none. */
export function wishOf(params: URLSearchParams): TaskWish | null {
  const wish = params.get('wish');
  return wish === 'approve' || wish === 'return' || wish === 'comment' ? wish : null;
}
