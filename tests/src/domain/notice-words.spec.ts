import fc from 'fast-check';
import { digestWords, DELIVERY_WAITS, headerText, isMailAddress, LANGUAGES, letterText, NOTICE_KINDS, noticeWords, waitAfterTry, webhookBody, type Digest, type ToSend } from '@totrinh/domain';

const DUE = '2022-08-03T10:00:00.000Z';
const toSend = (kind: string, given: Partial<ToSend> = {}): ToSend => ({ kind, code: 'HS-000123', title: null, dossier: '0198a000-0000-7000-8000-000000000001', data: { dueAt: DUE, reminders: 2 }, at: DUE, ...given });
const digest: Digest = {
  day: '2022-07-13', unread: [{ code: 'HS-000123', kind: 'reminded', at: DUE }], unreadCount: 41,
  near: [{ code: 'HS-000124', step: 'duyet-noi-dung', dueAt: DUE, late: false }, { code: 'HS-000125', step: 'ky', dueAt: DUE, late: true }], nearCount: 2,
};

describe('words of notices', () => {
  test.each(NOTICE_KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const)))('%s is said in %s, with nothing that was not given', (kind, language) => {
    const { subject, line } = noticeWords(kind, language, { code: 'HS-000123', data: { dueAt: DUE, reminders: 2 } });
    if (['notify', 'nudged', 'reminded', 'escalated'].includes(kind)) expect(subject).toContain('HS-000123');
    expect([subject, line].every((text) => text.length > 10 && !/undefined|null|NaN/.test(text))).toBe(true);
    const bare = noticeWords(kind, language, { code: null, data: {} });
    expect(`${bare.subject} ${bare.line}`).not.toMatch(/undefined|null|NaN/);
  });

  test('both languages differ, and Vietnamese dates are those of the office', () => {
    for (const kind of NOTICE_KINDS) expect(noticeWords(kind, 'vi', { code: 'HS-1', data: {} }).subject).not.toBe(noticeWords(kind, 'en', { code: 'HS-1', data: {} }).subject);
    expect(noticeWords('reminded', 'vi', { code: 'HS-1', data: { dueAt: DUE, reminders: 2 } }).subject).toBe('Hồ sơ HS-1: nhắc việc lần 2, hạn xử lý 17:00 3/8/2022');
    expect(noticeWords('reminded', 'en', { code: 'HS-1', data: { dueAt: DUE, reminders: 2 } }).subject).toBe('Dossier HS-1: reminder no. 2, due 3 August 2022, 17:00');
  });

  test('a letter carries the code and a link to a page; the title only where it is let out', () => {
    const bare = letterText(toSend('nudged'), 'vi', 'https://to-trinh.example');
    expect(bare.text).toContain('https://to-trinh.example/dossiers/0198a000-0000-7000-8000-000000000001');
    expect(letterText(toSend('nudged', { title: 'Đề án MẪU' }), 'vi', null).text).toContain('Đề án MẪU');
    expect(letterText(toSend('nudged'), 'vi', null).text).not.toContain('http');
  });

  test.each(LANGUAGES)('the letter of the day in %s names the first and counts the rest', (language) => {
    const { subject, lines } = digestWords(digest, language);
    expect(subject).toMatch(/13\/7\/2022.*2.*41/);
    expect(lines.join('\n')).toMatch(/HS-000124 · duyet-noi-dung[^]*HS-000125 · ky[^]*40/);
    expect(letterText(toSend('digest', { data: { ...digest }, code: null, dossier: null }), language, 'https://a.example').text).toContain('https://a.example/tasks');
  });

  test('a webhook says its type, codes and a link, and no title by itself', () => {
    expect(JSON.parse(webhookBody(toSend('escalated', { data: { recipient: 'vptu-truong' } }), 'https://a.example'))).toEqual({
      type: 'notice.escalated', timestamp: DUE, data: { dossier: 'HS-000123', recipient: 'vptu-truong', link: 'https://a.example/dossiers/0198a000-0000-7000-8000-000000000001' },
    });
  });
});

describe('lines of a letter’s head', () => {
  test('whatever a name or subject holds, it stays one line', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\u0085', '\0'), fc.string({ maxLength: 50 }), (a, end, b) => {
      const line = headerText(a + end + b);
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect([...line].length).toBeLessThanOrEqual(200);
      expect(headerText(line)).toBe(line);
    }));
    expect(headerText('Đề án\r\nBcc: ai-do@example.com')).toBe('Đề án Bcc: ai-do@example.com');
  });

  test.each([
    ['btctu-head@mau.invalid', true], ['a.b+c@example.vn', true],
    ['', false], ['a', false], ['a@b@c', false], ['a b@example.vn', false], ['a@example.vn\r\nBcc: x@example.vn', false], ['"a"@example.vn', false], ['A <a@example.vn>', false], ['a@example.vn,b@example.vn', false], ['a@example..vn', false], ['a@-x', false],
  ])('%j is an address: %s', (text, expected) => expect(isMailAddress(text)).toBe(expected));
});

test('a delivery is tried for about three days, ever more seldom', () => {
  const waits = Array.from({ length: DELIVERY_WAITS.length + 1 }, (_, i) => waitAfterTry(i + 1));
  expect(waits.at(-1)).toBeNull();
  const ms = waits.slice(0, -1).map((w) => w ?? 0);
  expect(ms).toEqual([...ms].sort((a, b) => a - b));
  expect(ms.reduce((a, b) => a + b, 0) / 3_600_000).toBeGreaterThan(68);
  expect(ms.reduce((a, b) => a + b, 0) / 3_600_000).toBeLessThan(76);
});
