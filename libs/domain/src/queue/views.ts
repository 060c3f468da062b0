import { ok, refuse, type Result } from '../result.ts';
import { MOST_VIEWS, type DeskList, type DeskSort } from './lists.ts';

/** A view of a list that a person keeps: the filter's words as they stand in the address. */
export interface View { readonly name: string; readonly list: DeskList; readonly filter: Readonly<Record<string, string>>; readonly sort: DeskSort | null }
/** One that is kept already. */
export interface KeptView { readonly id: string; readonly name: string; readonly version: number }

/** Lưu một chế độ xem. Errors: VIEWS_TOO_MANY (details: most), VIEW_NAME_TAKEN (details: name). */
export function keepView(view: View, kept: readonly KeptView[]): Result<View> {
  if (kept.length >= MOST_VIEWS) return refuse('VIEWS_TOO_MANY', { most: MOST_VIEWS });
  return named(view, kept);
}

/** Đổi một chế độ xem on the version that was looked at; answers the next one. Errors: VIEW_NOT_FOUND, VERSION_MISMATCH (details: current), VIEW_NAME_TAKEN. */
export function changeView(id: string, view: View, version: number, kept: readonly KeptView[]): Result<number> {
  const old = kept.find((v) => v.id === id);
  if (!old) return refuse('VIEW_NOT_FOUND');
  if (old.version !== version) return refuse('VERSION_MISMATCH', { current: old.version });
  const free = named(view, kept.filter((v) => v.id !== id));
  return free.ok ? ok(version + 1) : free;
}

/** Sắp thứ tự: names each kept view once. Errors: VIEW_NOT_FOUND (one is named that is not kept, or one is left out). */
export function orderViews(ids: readonly string[], kept: readonly KeptView[]): Result<readonly string[]> {
  const each = new Set(ids);
  return each.size === ids.length && each.size === kept.length && kept.every((v) => each.has(v.id)) ? ok(ids) : refuse('VIEW_NOT_FOUND');
}

function named(view: View, others: readonly KeptView[]): Result<View> {
  return others.some((v) => v.name === view.name) ? refuse('VIEW_NAME_TAKEN', { name: view.name }) : ok(view);
}
