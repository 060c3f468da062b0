import type { Result } from '@totrinh/domain';
import { readNotices } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

/** Đã đọc: marks one of the person's own notices as read; somebody else's, and one that was read before, stay as they are. No act is recorded, since nothing of the office changes. */
export function readNotice(desk: Desk, notice: string, person: string): Promise<Result<null>> {
  return desk.transact<Result<null>>((tx) => {
    readNotices(tx, person, [notice], desk.now());
    return Promise.resolve({ ok: true, value: null });
  });
}
