import { dayNumber, dayText, lastDayOf } from '../calendar/days.ts';
import { OFFICE_ZONE } from './plain-days.ts';

/** A deadline as a calendar shows it: by codes, since whoever has the address needs no sign-in. `changed`: when it came to be as it is; `changes`: how often it moved. */
export interface CalendarDeadline { readonly task: string; readonly code: string; readonly step: string; readonly dueAt: Date; readonly changed: Date; readonly changes: number; readonly link: string }

const TIMEZONE = ['BEGIN:VTIMEZONE', `TZID:${OFFICE_ZONE}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0700', 'TZOFFSETTO:+0700', 'TZNAME:+07', 'END:STANDARD', 'END:VTIMEZONE'];

/**
 * An iCalendar object (RFC 5545) with an all-day event on the last day of each term: lines end with CRLF and hold at most 75 octets, texts are escaped, the UID of
 * a task stays the same. The zone is always there, since an object without any component is none.
 */
export function deadlineCalendar(deadlines: readonly CalendarDeadline[]): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//To Trinh//Deadlines//VI', 'CALSCALE:GREGORIAN', `NAME:${escaped('Tờ Trình: hạn xử lý')}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', ...TIMEZONE, ...deadlines.flatMap(event), 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event({ task, code, step, dueAt, changed, changes, link }: CalendarDeadline): string[] {
  const last = lastDayOf(dueAt);
  return [
    'BEGIN:VEVENT', `UID:${escaped(task)}@totrinh`, `DTSTAMP:${stamp(changed)}`, `SEQUENCE:${changes}`,
    `DTSTART;VALUE=DATE:${compact(last)}`, `DTEND;VALUE=DATE:${compact(dayText(dayNumber(last) + 1))}`,
    `SUMMARY:${escaped(`${code} · ${step}`)}`, `DESCRIPTION:${escaped(`Hạn xử lý · Due\n${link}`)}`, `URL:${link.replace(/[\r\n]/g, '')}`, 'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'END:VEVENT',
  ];
}

const compact = (day: string): string => day.replaceAll('-', '');
const stamp = (instant: Date): string => `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** TEXT of RFC 5545 3.3.11; control characters have no place in it. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n').replace(/\p{Cc}/gu, '');
}

const MOST_OCTETS = 75;

/** Folds between characters, never within one; a line that goes on begins with a space, which counts (RFC 5545 3.1). */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

/** How long a character is in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
