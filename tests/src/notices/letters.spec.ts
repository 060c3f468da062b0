import { changeSetting, nudge, resendDelivery, tell } from '@totrinh/casework';
import { v7 } from 'uuid';
import type { LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, must } from '../house/ledger-house.ts';
import type { MailFault } from './mail-server.ts';
import { PostHouse, PUBLIC_URL } from './post-house.ts';

describe('letters', () => {
  let house: PostHouse;
  let d: LedgerDossier;
  let code: string;
  beforeAll(async () => {
    house = await PostHouse.open();
    d = await house.dossier();
    code = (await d.load()).code;
  }, 120_000);
  beforeEach(() => house.clear());
  afterAll(() => house.close());
  const about = (): { dossier: string } => ({ dossier: d.id });

  test('whoever has an address and wants single letters gets one, in their language, with the code and a link and no title', async () => {
    await house.prefers('vptu-truong', { language: 'en' });
    await house.prefers('btctu-truong', { email: 'digest' });
    await house.prefers('btctu-pho', { email: 'none' });
    await house.prefers('stc-truong', { quiet: ['reminded'] });
    await house.tell(['btctu-cv', 'vptu-truong', 'btctu-truong', 'btctu-pho', 'stc-truong', 'vptu-th'], about());
    expect(await house.round()).toMatchObject({ sent: 2, failed: 0, nextInMs: null });
    const [vi, en] = [...house.mail.taken].sort((a, b) => (a.headers.get('to') as { text: string }).text.localeCompare((b.headers.get('to') as { text: string }).text));
    expect([vi!.subject, en!.subject]).toEqual([`Hồ sơ ${code}: nhắc việc lần 1`, `Dossier ${code}: reminder no. 1`]);
    expect(vi!.text).toContain(`${PUBLIC_URL}/dossiers/${d.id}`);
    expect(`${vi!.text}${vi!.subject}`).not.toContain('Đề án');
    expect(await house.ledger.look('select 1 from totrinh.notice')).toHaveLength(6);
  });

  test('the title goes out only while the office lets it', async () => {
    const change = async (value: boolean, version: number): Promise<unknown> => must(await changeSetting(house.ledger.desk, { key: 'outside.titles', value, version }, house.ledger.request('quan-tri')));
    await change(true, 0);
    await house.tell(['btctu-cv'], about());
    await house.round();
    await change(false, 1);
    await house.tell(['btctu-cv'], about());
    await house.round();
    expect(house.mail.taken.map((m) => m.text?.includes('Đề án MẪU'))).toEqual([true, false]);
    expect(house.mail.taken.map((m) => m.subject)).toEqual([`Hồ sơ ${code}: nhắc việc lần 1`, `Hồ sơ ${code}: nhắc việc lần 1`]);
  });

  test('where no letters are sent none are written; the notice is there all the same', async () => {
    await house.ledger.look('update totrinh.outside_channel set is_on = false');
    await house.tell(['btctu-cv'], about());
    await house.ledger.look('update totrinh.outside_channel set is_on = true');
    expect([await house.rows(), (await house.ledger.look('select 1 from totrinh.notice')).length]).toEqual([[], 1]);
  });

  test('what was told before is neither told nor written again', async () => {
    const [effectKey] = await house.tell(['btctu-cv'], about());
    await house.prefers('btctu-cv', { email: 'none' });
    await house.tell(['btctu-cv'], { ...about(), effectKey: effectKey! });
    await house.prefers('btctu-cv', { email: 'each' });
    await house.tell(['btctu-cv'], { ...about(), effectKey: effectKey! });
    expect(await house.rows()).toHaveLength(1);
  });

  test('five hundred notices are two statements’ work, with a letter and a webhook for each', async () => {
    await house.endpoint({ url: 'http://127.0.0.1:9/' });
    const notices = Array.from({ length: 500 }, (_, i) => ({ id: v7(), person: 'btctu-cv', dossier: d.id, kind: 'reminded' as const, effectKey: `many ${i}`, at: house.ledger.clock.now() }));
    const began = performance.now();
    await house.ledger.desk.transact((tx) => Promise.resolve(tell(tx, notices)));
    const ms = performance.now() - began;
    expect([await house.count(`channel = 'email'`), await house.count(`channel = 'webhook'`)]).toEqual([500, 500]);
    expect(ms).toBeLessThan(2_000);
  });

  test('a worker that dies between sending and saying so sends again under the same Message-ID; it is recorded once and marked', async () => {
    await house.tell(['btctu-cv'], about());
    const mail = house.couriers.mail!;
    await expect(house.round({ ...house.couriers, mail: async (letter) => { await mail(letter); throw new Error('the worker dies'); } })).rejects.toThrow('dies');
    expect(await house.round()).toMatchObject({ sent: 0 });
    expect((await house.rows())[0]).toMatchObject({ state: 'sending', sent_at: null });
    await house.later();
    expect(await house.round()).toMatchObject({ sent: 1 });
    const [row, ...more] = await house.rows();
    expect([row!.state, row!.possible_double, more]).toEqual(['sent', true, []]);
    expect(house.mail.taken.map((m) => m.messageId)).toEqual([house.mail.taken[0]!.messageId, house.mail.taken[0]!.messageId]);
    expect((await house.deliveries.told({ person: 'btctu-cv', day: '2022-07-13' }, d.id, { limit: 10, after: null }))?.items).toMatchObject([
      { kind: 'reminded', person: { person: 'btctu-cv' }, outside: [{ channel: 'email', state: 'sent', possibleDouble: true }] },
    ]);
  });

  const FAULTS: [string, MailFault | 'down', boolean][] = [
    ['refuses connections', 'down', false], ['says that it is away', 'away', false], ['never greets', 'mute', false], ['is busy', 'busy', false],
    ['takes the letter and hangs', 'silent', true], ['hangs up in the middle of the letter', 'cut', true], ['is full after the letter', 'full', false],
  ];
  test.each(FAULTS)('a server that %s loses nothing: every letter comes once it works again', async (_, fault, double) => {
    if (fault === 'down') await house.mail.down();
    else house.mail.fault = fault;
    await house.tell(['btctu-cv', 'btctu-truong', 'btctu-pho', 'stc-truong', 'stc-pho', 'vptu-truong'], about());
    expect(await house.round()).toMatchObject({ sent: 0 });
    const rows = await house.rows();
    expect([...new Set(rows.map((r) => r.state))]).toEqual(['waiting']);
    expect(rows.filter((r) => r.attempts === 1).every((r) => r.possible_double === double && (r.last_error?.length ?? 0) > 3 && r.in_ms > 20_000)).toBe(true);
    if (fault === 'down') await house.mail.up();
    house.mail.fault = 'none';
    await house.rounds();
    expect([await house.count(`state = 'sent'`), house.mail.taken.length, new Set(house.mail.taken.map((m) => m.messageId)).size]).toEqual([6, 6, 6]);
  });

  test('one mailbox that does not exist is given up at once, and the others get their letters', async () => {
    house.mail.unknown = ['stc-truong@mau.invalid'];
    await house.tell(['btctu-cv', 'stc-truong', 'vptu-truong'], about());
    expect(await house.round()).toMatchObject({ sent: 2, failed: 1 });
    expect(await house.rows(`person_id = 'stc-truong'`)).toMatchObject([{ state: 'dead', attempts: 1, possible_double: false }]);
  });

  test('after the last try it is dead, seen by the administrator alone, and sent again when they ask', async () => {
    house.mail.fault = 'busy';
    await house.tell(['btctu-cv'], about());
    await house.rounds();
    expect(await house.rows()).toMatchObject([{ state: 'dead', attempts: 10 }]);
    const wish = { limit: 10, after: null };
    const dead = await house.deliveries.page({ person: 'quan-tri', day: '2022-07-13' }, 'dead', wish);
    expect([dead?.items.length, dead?.items[0]?.dossier, await house.deliveries.page({ person: 'btctu-cv', day: '2022-07-13' }, 'dead', wish)]).toEqual([1, code, null]);
    house.mail.fault = 'none';
    const id = dead!.items[0]!.id;
    expect([codeOf(await resendDelivery(house.ledger.desk, id, house.ledger.request('btctu-cv'))), codeOf(await resendDelivery(house.ledger.desk, v7(), house.ledger.request('quan-tri')))]).toEqual(['NOT_ALLOWED', 'DELIVERY_NOT_FOUND']);
    must(await resendDelivery(house.ledger.desk, id, house.ledger.request('quan-tri')));
    await house.round();
    expect(await house.rows()).toMatchObject([{ state: 'sent' }]);
    expect(codeOf(await resendDelivery(house.ledger.desk, id, house.ledger.request('quan-tri')))).toBe('DELIVERY_NOT_FOUND');
  });

  test('workers that send at the same time send each letter once', async () => {
    await house.tell(Array.from({ length: 30 }, () => 'btctu-cv'), about());
    await Promise.all([house.round(), house.round(), house.round()]);
    expect([house.mail.taken.length, await house.count(`state = 'sent' and attempts = 1 and not possible_double`)]).toEqual([30, 30]);
  });

  test('a name or a title with line breaks begins no head of its own, and an address that is none is given up', async () => {
    await house.ledger.look(`update totrinh.person set name = E'MẪU\\r\\nBcc: ke-gian@mau.invalid' where id = 'btctu-cv'`);
    await house.ledger.look(`update totrinh.person set email = E'a@mau.invalid\\r\\nBcc: b@mau.invalid' where id = 'btctu-pho'`);
    await house.tell(['btctu-cv', 'btctu-pho'], { ...about(), data: { reminders: 1, dueAt: '2022-08-03T10:00:00.000Z\r\nBcc: x@mau.invalid' } });
    await house.round();
    await house.ledger.look(`update totrinh.person set name = 'MẪU', email = id || '@mau.invalid' where id in ('btctu-cv', 'btctu-pho')`);
    expect(house.mail.taken).toHaveLength(1);
    const [mail] = house.mail.taken;
    expect([mail!.bcc, mail!.cc, (mail!.to as { value: { address?: string }[] }).value.map((to) => to.address)]).toEqual([undefined, undefined, ['btctu-cv@mau.invalid']]);
    expect(await house.rows(`state = 'dead'`)).toMatchObject([{ person_id: 'btctu-pho', last_error: 'the person has no address' }]);
  });

  test('a nudge sends one letter a day, and acts in the dossier do not wait for a mail server that hangs', async () => {
    house.mail.fault = 'mute';
    const other = await house.dossier();
    must(await other.attach('du-thao', 'e1'));
    must(await other.submit());
    await other.move();
    const { id } = await other.task('duyet-noi-dung');
    must(await nudge(house.ledger.desk, id, house.ledger.request('btctu-cv')));
    expect(codeOf(await nudge(house.ledger.desk, id, house.ledger.request('btctu-cv')))).toBe('NUDGE_TOO_SOON');
    const hanging = house.round();
    must(await other.decide('duyet-noi-dung', 'btctu-truong', 'approved'));
    await hanging;
    house.mail.fault = 'none';
    await house.rounds();
    expect(house.mail.taken.map((m) => m.subject)).toEqual([expect.stringMatching(/^Hồ sơ HS-\d+: đề nghị đồng chí xử lý/)]);
  });
});
