import { changeSetting as rule, ok, type Result, type SettingChange } from '@totrinh/domain';
import { insertSetting, lockSetting } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { officeAct, type OfficeAnswer } from './office-act.ts';
import type { ActRequest } from './perform.ts';

/** Đổi thiết lập của cơ quan as its next version. Errors: those of domain's changeSetting and of the key. */
export function changeSetting(desk: Desk, change: SettingChange, request: ActRequest): Promise<Result<OfficeAnswer<{ key: string; version: number }>>> {
  return officeAct(desk, 'changeSetting', change.key, 200, request, async ({ tx, actor, now, act }) => {
    const changed = rule(change, await lockSetting(tx, change.key), actor);
    if (!changed.ok) return changed;
    const { key, value, version } = changed.value;
    insertSetting(tx, { key, version, value, by: request.actor, act, at: now });
    return ok({ key, version });
  });
}
