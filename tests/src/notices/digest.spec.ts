import { fireDueRungs, writeDigests } from '@totrinh/casework';
import type { LedgerDossier } from '../house/ledger-dossier.ts';
import { LEDGER_ROUTE } from '../house/ledger-office.ts';
import { must } from '../house/ledger-house.ts';
import { PostHouse } from './post-house.ts';

const DAY_MS = 86_400_000;

describe('the letter of the day', () => {
  let house: PostHouse;
  let d: LedgerDossier;
  let code: string;
  beforeAll(async () => {
    house = await PostHouse.open();
    await house.ledger.publish(LEDGER_ROUTE.replace('due: { days: 3 }, next', 'due: { days: 3 }, ladder: standard, next'));
    d = await house.dossier();
    code = (await d.load()).code;
    must(await d.attach('du-thao', 'e1'));
    must(await d.submit());
    await d.move();
  }, 120_000);
  beforeEach(() => house.clear());
  afterAll(() => house.close());

  test('says once a day what was not read and what is due soon, in codes; who has neither gets none, who wants none gets none', async () => {
    await house.prefers('btctu-cv', { email: 'digest' });
    await house.prefers('stc-truong', { email: 'none' });
    await house.prefers('vptu-truong', { digest: false });
    await house.tell(['btctu-cv', 'btctu-cv', 'stc-truong', 'vptu-truong'], { dossier: d.id });
    house.ledger.clock.pass(3 * DAY_MS);
    expect([await writeDigests(house.ledger.desk), await writeDigests(house.ledger.desk)]).toEqual([2, 0]);
    await house.ledger.look(`delete from totrinh.delivery where kind <> 'digest'`);
    await house.round();
    const by = new Map(house.mail.taken.map((m) => [(m.to as { value: { address?: string }[] }).value[0]!.address, m]));
    expect([...by.keys()].sort()).toEqual(['btctu-cv@mau.invalid', 'btctu-truong@mau.invalid']);
    expect(by.get('btctu-cv@mau.invalid')!.subject).toBe('Tờ Trình ngày 16/7/2022: 0 việc đến hạn, 2 thông báo chưa đọc');
    expect(by.get('btctu-truong@mau.invalid')!.text).toContain(`- ${code} · duyet-noi-dung · hạn`);
    for (const mail of by.values()) expect(`${mail.subject} ${mail.text}`).not.toContain('Đề án');
    house.ledger.clock.pass(DAY_MS);
    expect(await writeDigests(house.ledger.desk)).toBe(2);
  });

  test('whoever has left their post gets no letter any more, neither the daily one nor any other', async () => {
    await house.tell(['btctu-cv'], { dossier: d.id });
    await house.ledger.look(`update totrinh.appointment set valid_to = '2022-07-14' where person_id = 'btctu-cv'`);
    house.ledger.clock.pass(5 * DAY_MS);
    await house.ledger.look('delete from totrinh.delivery');
    await house.tell(['btctu-cv'], { dossier: d.id });
    await writeDigests(house.ledger.desk);
    expect(await house.count(`person_id = 'btctu-cv'`)).toBe(0);
    expect(await house.count(`kind = 'digest'`)).toBeGreaterThan(0);
    await house.ledger.look(`update totrinh.appointment set valid_to = null where person_id = 'btctu-cv'`);
  });

  test('a reminder of the ladder sends its letter at once, and stands in the dossier’s record', async () => {
    house.ledger.clock.pass(10 * DAY_MS);
    await fireDueRungs(house.ledger.desk);
    await house.rounds();
    expect(await house.count(`channel = 'email' and state = 'sent'`)).toBe(house.mail.taken.length);
    const told = await house.deliveries.told({ person: 'btctu-cv', day: '2022-07-13' }, d.id, { limit: 50, after: null });
    for (const { outside } of told?.items ?? []) expect(outside.every((o) => o.state === 'sent' && /^\d{4}-\d\d-\d\dT.*Z$/.test(o.sentAt ?? ''))).toBe(true);
    expect(told?.items.length).toBeGreaterThan(0);
  });
});
