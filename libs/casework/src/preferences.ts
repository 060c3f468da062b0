import { ok, type NoticePreferences, type Result } from '@totrinh/domain';
import { savePreferences } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { officeAct, type OfficeAnswer } from './office-act.ts';
import type { ActRequest } from './perform.ts';

/** Chọn cách nhận thông báo, for oneself. Errors: those of the key. */
export function setPreferences(desk: Desk, wanted: NoticePreferences, request: ActRequest): Promise<Result<OfficeAnswer<object>>> {
  return officeAct(desk, 'setPreferences', request.actor, 200, request, ({ tx }) => {
    savePreferences(tx, request.actor, wanted);
    return Promise.resolve(ok({}));
  });
}
