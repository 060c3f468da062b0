import { changeView as changing, keepView, ok, orderViews as ordering, refuse, type Result, type View } from '@totrinh/domain';
import { deleteView, insertView, lockViews, placeViews, updateView } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { officeAct, type OfficeAnswer } from './office-act.ts';
import type { ActRequest } from './perform.ts';

export interface ViewMade { readonly view: string; readonly version: number }

/** Lưu một chế độ xem for oneself. Errors: those of domain's keepView and of the key. */
export function saveView(desk: Desk, view: View, request: ActRequest): Promise<Result<OfficeAnswer<ViewMade>>> {
  return officeAct(desk, 'saveView', request.actor, 201, request, async ({ tx, now }) => {
    const kept = keepView(view, await lockViews(tx, request.actor));
    if (!kept.ok) return kept;
    const id = desk.means.id();
    insertView(tx, { ...kept.value, id, person: request.actor, at: now });
    return ok({ view: id, version: 1 });
  });
}

/** Đổi tên hoặc nội dung một chế độ xem of one's own. Errors: those of domain's changeView and of the key. */
export function changeView(desk: Desk, id: string, { version, ...view }: View & { readonly version: number }, request: ActRequest): Promise<Result<OfficeAnswer<ViewMade>>> {
  return officeAct(desk, 'changeView', id, 200, request, async ({ tx, now }) => {
    const next = changing(id, view, version, await lockViews(tx, request.actor));
    if (!next.ok) return next;
    updateView(tx, { ...view, id, version: next.value, at: now });
    return ok({ view: id, version: next.value });
  });
}

/** Sắp thứ tự các chế độ xem of one's own. Errors: those of domain's orderViews and of the key. */
export function orderViews(desk: Desk, ids: readonly string[], request: ActRequest): Promise<Result<OfficeAnswer<{ views: number }>>> {
  return officeAct(desk, 'orderViews', request.actor, 200, request, async ({ tx }) => {
    const ordered = ordering(ids, await lockViews(tx, request.actor));
    if (!ordered.ok) return ordered;
    placeViews(tx, ordered.value);
    return ok({ views: ids.length });
  });
}

/** Xóa một chế độ xem of one's own. Errors: VIEW_NOT_FOUND, those of the key. */
export function removeView(desk: Desk, id: string, request: ActRequest): Promise<Result<OfficeAnswer<{ view: string }>>> {
  return officeAct(desk, 'removeView', id, 200, request, async ({ tx }) => {
    if (!(await lockViews(tx, request.actor)).some((v) => v.id === id)) return refuse('VIEW_NOT_FOUND');
    deleteView(tx, id);
    return ok({ view: id });
  });
}
