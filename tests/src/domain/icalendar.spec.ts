import fc from 'fast-check';
import { deadlineCalendar, endOfDay, type CalendarDeadline } from '@totrinh/domain';

const ONE: CalendarDeadline = {
  task: '0190a5c2-0000-7000-8000-000000000001', code: 'HS-000012', step: 'tham-dinh', dueAt: endOfDay('2022-08-03'), changed: new Date('2022-07-13T02:00:00.000Z'), changes: 1,
  link: 'https://totrinh.example.vn/dossiers/0190a5c2-0000-7000-8000-00000000000a',
};

/** Lines as a calendar reads them: unfolded (RFC 5545 3.1). */
const unfolded = (text: string): string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n').slice(0, -1);
const octets = (line: string): number => new TextEncoder().encode(line).length;

describe('hạn trong ứng dụng lịch / deadlines as a calendar reads them', () => {
  test('one deadline is an all-day event on the last day of its term, by codes', () => {
    expect(deadlineCalendar([ONE])).toBe([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//To Trinh//Deadlines//VI', 'CALSCALE:GREGORIAN', 'NAME:Tờ Trình: hạn xử lý', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'BEGIN:VTIMEZONE', 'TZID:Asia/Ho_Chi_Minh', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0700', 'TZOFFSETTO:+0700', 'TZNAME:+07', 'END:STANDARD', 'END:VTIMEZONE',
      'BEGIN:VEVENT', 'UID:0190a5c2-0000-7000-8000-000000000001@totrinh', 'DTSTAMP:20220713T020000Z', 'SEQUENCE:1', 'DTSTART;VALUE=DATE:20220803', 'DTEND;VALUE=DATE:20220804',
      'SUMMARY:HS-000012 · tham-dinh', 'DESCRIPTION:Hạn xử lý · Due\\nhttps://totrinh.example.vn/dossiers/0190', ' a5c2-0000-7000-8000-00000000000a', 'URL:https://totrinh.example.vn/dossiers/0190a5c2-0000-7000-8000-00000000000', ' a',
      'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', '',
    ].join('\r\n'));
  });

  test('nobody’s deadlines are a calendar without events, which still has a component', () => {
    const lines = unfolded(deadlineCalendar([]));
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    expect(lines.filter((l) => l.startsWith('BEGIN:'))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', 'BEGIN:STANDARD']);
  });

  test('whatever a code says, each line ends with CRLF, holds at most 75 octets, breaks no character and begins no property of its own', () => {
    fc.assert(fc.property(fc.array(fc.record({ code: fc.string({ unit: 'grapheme', maxLength: 120 }), step: fc.string({ unit: 'binary', maxLength: 120 }) }), { maxLength: 4 }), (given) => {
      const text = deadlineCalendar(given.map((g) => ({ ...ONE, ...g })));
      expect(text.endsWith('\r\n')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of text.split('\r\n')) {
        expect(octets(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed() || !given.every((g) => g.code.isWellFormed() && g.step.isWellFormed())).toBe(true);
      }
      const lines = unfolded(text);
      for (const line of lines) expect(line).toMatch(/^[A-Z-]+(;[A-Z]+=[A-Z]+)?:/);
      expect(lines.filter((l) => l === 'BEGIN:VEVENT')).toHaveLength(given.length);
      expect(lines.filter((l) => l.startsWith('SUMMARY:'))).toEqual(given.map((g) => `SUMMARY:${escapedByHand(`${g.code} · ${g.step}`)}`));
    }), { numRuns: 300 });
  });
});

/** TEXT as RFC 5545 3.3.11 has it, character by character. */
function escapedByHand(text: string): string {
  let out = '';
  for (const c of text.replaceAll('\r\n', '\n')) {
    if (c === '\n') out += '\\n';
    else if (c === '\\' || c === ';' || c === ',') out += `\\${c}`;
    else if (!/\p{Cc}/u.test(c)) out += c;
  }
  return out;
}
