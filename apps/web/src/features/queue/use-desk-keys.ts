import { useKeys } from '../../kit/keys/use-keys.ts';
import type { TaskWish } from '../../kit/queue-order/queue-order.ts';
import type { BulkWish } from './bulk-wish.ts';
import type { DeskRow } from './desk-address.ts';

interface DeskKeys {
  readonly rows: readonly DeskRow[];
  readonly current: DeskRow | null;
  readonly chosen: number;
  readonly go: (row: DeskRow) => void;
  readonly open: (row: DeskRow, wish?: TaskWish) => void;
  readonly choose: (row: DeskRow) => void;
  readonly bulk: (wish: BulkWish) => void;
  readonly clear: () => void;
  readonly search: () => void;
}

/** j, k go through the rows; Enter opens the current one; a, r, c open it for approving, returning, commenting, or act on the chosen ones; x chooses; / searches. */
export function useDeskKeys({ rows, current, chosen, go, open, choose, bulk, clear, search }: DeskKeys): void {
  const step = (by: 1 | -1): void => {
    const here = current === null ? -1 : rows.indexOf(current);
    const to = rows[here < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, here + by))];
    if (to !== undefined) go(to);
  };
  const wish = (act: TaskWish): void => {
    if (current !== null) open(current, act);
  };
  useKeys({
    j: () => step(1), k: () => step(-1), '/': search, c: () => wish('comment'),
    a: () => (chosen > 0 ? bulk('approve') : wish('approve')),
    r: () => (chosen > 0 ? bulk('return') : wish('return')),
    Enter: () => (current === null ? undefined : open(current)),
    x: () => (current === null ? undefined : choose(current)),
    ...(chosen > 0 ? { Escape: clear } : {}),
  });
}
