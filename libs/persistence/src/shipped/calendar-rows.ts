/** A row of a calendar's file `date,kind,reason,status,source`, as it is written, with the line that it stands on. */
export interface CalendarRow { readonly line: number; readonly day: string; readonly kind: string; readonly reason: string; readonly status: string; readonly source: string }

/** The rows of a calendar's file without its head. A field in quotation marks may hold commas, and quotation marks that are doubled; empty lines are passed over. */
export function calendarRows(text: string): CalendarRow[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/).flatMap((row, i) => {
    if (i === 0 || row.trim() === '') return [];
    const [day = '', kind = '', reason = '', status = '', source = ''] = fieldsOf(row);
    return [{ line: i + 1, day, kind, reason, status, source }];
  });
}

function fieldsOf(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) => (quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim());
}
