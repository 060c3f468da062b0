import { BASE_CALENDAR, calendarOf, officeDay, type FieldValue, type Play, type Route } from '@totrinh/domain';
import { shippedCalendar } from '@totrinh/persistence';
import { StartError } from '@totrinh/platform';

export interface PlayOptions {
  readonly from?: string;
  readonly outcome: readonly string[];
  readonly date: readonly string[];
  readonly field: readonly string[];
  readonly kind: string;
  readonly itemDeadline?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What to play, from the options of the command line. Throws StartError for one that cannot be read. */
export function playOf(route: Route, o: PlayOptions, now: Date): Play {
  const from = o.from ?? officeDay(now);
  for (const day of [from, ...(o.itemDeadline === undefined ? [] : [o.itemDeadline])]) if (!DAY.test(day)) throw unread(day, 'YYYY-MM-DD');
  const given = Object.fromEntries(pairs(o.field).map(([name, text]): [string, FieldValue] => [name, valueOf(text)]));
  const defaults = Object.fromEntries(Object.entries(route.fields).flatMap(([name, f]): [string, FieldValue][] => (typeof f === 'string' || f.default === undefined ? [] : [[name, f.default]])));
  const missing = Object.keys(route.fields).filter((name) => !(name in { ...defaults, ...given }));
  if (missing.length > 0) throw new StartError({ vi: `Quy trình cần biết: ${missing.join(', ')}; thêm --field ${missing[0]}=…`, en: `the route needs to know: ${missing.join(', ')}; add --field ${missing[0]}=…` });
  return {
    start: new Date(`${from}T08:00:00+07:00`), kind: o.kind, fields: { ...defaults, ...given },
    outcomes: lists(o.outcome), dates: lists(o.date), itemDeadline: o.itemDeadline ?? null, calendar: calendarOf([{ id: BASE_CALENDAR, version: 1, content: shippedCalendar() }]),
  };
}

function lists(options: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(pairs(options).map(([path, text]) => [path, text.split(',')]));
}

function pairs(options: readonly string[]): [string, string][] {
  return options.map((option) => {
    const at = option.indexOf('=');
    if (at < 1) throw unread(option, 'name=value');
    return [option.slice(0, at), option.slice(at + 1)];
  });
}

function valueOf(text: string): FieldValue {
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

function unread(text: string, wanted: string): StartError {
  return new StartError({ vi: `Không hiểu “${text}”: viết ${wanted}`, en: `“${text}” cannot be read: write ${wanted}` });
}
