import { cleanText, isDayInReach } from '@totrinh/domain';
import type { ItemRow, ProgrammeRow } from '@totrinh/persistence';

/** An item as imported; `history` where it was completed before the system came: the day and the source that says so. */
export interface ImportItem extends Omit<ItemRow, 'id' | 'programme' | 'state' | 'stateOn' | 'dossier'> {
  readonly history: { readonly issuedOn: string; readonly source: string } | null;
}

export interface ProgrammeImport {
  readonly programme: ProgrammeRow;
  readonly items: readonly ImportItem[];
}

/** A fault of an import: the row (from 1), the item's code, the field, and a sentence that says what to do. */
export interface ImportFault { readonly row: number; readonly code: string; readonly field: string; readonly vi: string; readonly en: string }

export const ITEM_KINDS = ['de-an', 'de-tai', 'chuyen-de', 'ke-hoach', 'du-an'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The import as it is stored: every text in NFC, titles without spaces around them. */
export function cleaned(input: ProgrammeImport): ProgrammeImport {
  const { programme, items } = JSON.parse(JSON.stringify(input).normalize('NFC')) as ProgrammeImport;
  return { programme, items: items.map((i) => ({ ...i, title: i.title.trim() })) };
}

/** Every fault of the rows themselves; `today` bounds history, `YYYY-MM-DD`. */
export function checkImport(input: ProgrammeImport, today: string): ImportFault[] {
  const codes = new Map<string, number>();
  return input.items.flatMap((item, i) => {
    const row = i + 1;
    const faults: ImportFault[] = [];
    const fault = (field: string, vi: string, en: string): void => { faults.push({ row, code: item.code, field, vi, en }); };
    const twin = codes.get(item.code);
    if (twin !== undefined) fault('code', `Mã “${item.code}” trùng với dòng ${twin}; mỗi nội dung một mã.`, `Code “${item.code}” repeats row ${twin}; give each item its own.`);
    else codes.set(item.code, row);
    if (!cleanText('title', item.title).ok) fault('title', 'Tên trống, quá dài hoặc có ký tự điều khiển; nhập lại.', 'The title is empty, too long or has control characters; enter it again.');
    if (!ITEM_KINDS.some((k) => k === item.kind)) fault('kind', `Loại “${item.kind}” không có; chọn: ${ITEM_KINDS.join(', ')}.`, `There is no kind “${item.kind}”; choose: ${ITEM_KINDS.join(', ')}.`);
    if (!isDayInReach(item.deadlineOn)) fault('deadlineOn', `“${item.deadlineOn}” không phải là ngày từ 1990 đến 2150; viết YYYY-MM-DD.`, `“${item.deadlineOn}” is no day from 1990 to 2150; write YYYY-MM-DD.`);
    if (item.history && !isDay(item.history.issuedOn)) fault('history.issuedOn', `“${item.history.issuedOn}” không phải là ngày; viết YYYY-MM-DD.`, `“${item.history.issuedOn}” is not a day; write YYYY-MM-DD.`);
    else if (item.history && item.history.issuedOn > today) fault('history.issuedOn', `Ngày ban hành ${item.history.issuedOn} ở sau hôm nay (${today}).`, `The day of issue ${item.history.issuedOn} lies after today (${today}).`);
    return faults;
  });
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
