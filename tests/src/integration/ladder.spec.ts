import { confirmProposal, declareAbsence, extend, fireDueRungs, resume, suspend } from '@totrinh/casework';
import { at, officeTime } from '../domain/ladder-office.ts';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, type LedgerDossier } from '../house/ledger-dossier.ts';
import { must, type LedgerHouse } from '../house/ledger-house.ts';
import { briefedOf, liveUntil, openAt, openLadderHouse, saidOf, toldOf } from './ladder-ward.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await openLadderHouse(); });
afterAll(async () => house.close());
beforeEach(async () => house.look('update totrinh.rung set void_at = now() where fired_at is null and void_at is null'));

const waiting = async (d: LedgerDossier): Promise<string[]> =>
  (await house.look<{ at: Date; what: string }>(`select due_at as at, coalesce(name || ' ' || n, kind) as what from totrinh.rung where dossier_id = $1 and fired_at is null and void_at is null order by due_at, kind desc, name`, [d.id])).map((r) => `${officeTime(r.at)} ${r.what}`);
/** A draft as `openAt` gives it, in its second round: the office sees what was submitted once. */
const returnedAt = async (instant: string): Promise<LedgerDossier> => {
  const d = await driveTo(await openAt(house, at(instant)), 'duyet-noi-dung');
  must(await d.decide('duyet-noi-dung', 'btctu-truong', 'returned', 'MẪU'));
  await d.move();
  return d;
};
const extendTo = async (d: LedgerDossier, until: string): Promise<void> => {
  const { proposal = '' } = must(await extend(house.desk, { task: (await d.task('soan-thao')).id, until, reason: 'MẪU' }, house.request('btctu-cv'))).ids;
  must(await confirmProposal(house.desk, { dossier: d.id, proposal, reason: null }, house.request('vptu-pho')));
};

describe('Đề án 45 ngày làm việc qua Tết Bính Ngọ và các thứ Bảy làm bù', () => {
  test.each([
    ['22/12/2025', '2025-12-22 09:00', ['2026-02-27 08:00 sap-den-han 1', '2026-03-03 08:00 den-han 1', '2026-03-04 00:00 overdue', '2026-03-04 08:00 qua-han 1', '2026-03-04 08:00 bao-cao 1', '2026-03-11 08:00 qua-han 2', '2026-03-18 08:00 qua-han 3']],
    ['15/12/2025, Tết ở giữa hai lần nhắc', '2025-12-15 16:59', ['2026-02-13 08:00 sap-den-han 1', '2026-02-24 08:00 den-han 1', '2026-02-25 00:00 overdue', '2026-02-25 08:00 qua-han 1', '2026-02-25 08:00 bao-cao 1', '2026-03-04 08:00 qua-han 2', '2026-03-11 08:00 qua-han 3']],
    ['10/11/2025, nhắc vào thứ Bảy làm bù 10/1', '2025-11-10 08:00', ['2026-01-10 08:00 sap-den-han 1', '2026-01-13 08:00 den-han 1', '2026-01-14 00:00 overdue', '2026-01-14 08:00 qua-han 1', '2026-01-14 08:00 bao-cao 1', '2026-01-21 08:00 qua-han 2', '2026-01-28 08:00 qua-han 3']],
    ['24/6/2026, nhắc vào thứ Bảy làm bù 22/8, rồi qua Quốc khánh', '2026-06-24 14:00', ['2026-08-22 08:00 sap-den-han 1', '2026-08-25 08:00 den-han 1', '2026-08-26 00:00 overdue', '2026-08-26 08:00 qua-han 1', '2026-08-26 08:00 bao-cao 1', '2026-09-07 08:00 qua-han 2', '2026-09-14 08:00 qua-han 3']],
  ])('mở ngày %s: mỗi lần nhắc vào đúng giờ của nó, cho đúng người', async (_name, opened, said) => {
    const d = await openAt(house, at(opened));
    const last = said.at(-1)?.slice(0, 16) ?? '';
    await liveUntil(house, at(last));
    expect(await saidOf(d)).toEqual(said);
    const rung = (line: string): string => line.slice(17);
    const late = said.filter((s) => rung(s).startsWith('qua-han'));
    expect(await toldOf(d)).toEqual([
      ...said.slice(0, 2).map((s) => `${s.slice(0, 16)} btctu-cv reminded as holder: ${rung(s)}`),
      ...late.flatMap((s) => [`${s.slice(0, 16)} btctu-cv reminded as holder: ${rung(s)}`, `${s.slice(0, 16)} btctu-truong escalated as headOfUnit: ${rung(s)}`]),
    ]);
    expect(await briefedOf(d)).toEqual([`${late[0]?.slice(0, 16)} qua-han 1`]);
    expect(await faultsOf(house, d.id)).toEqual([]);
  });
});

describe('Nhắc việc và báo cáo lên trên · reminders and escalation', () => {
  test('Hà Nội: đôn đốc thủ trưởng ba lần, lần thứ ba báo thủ trưởng cơ quan chủ trì và văn phòng, một dòng ở danh sách giao ban; sau đó im', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'duyet-noi-dung');
    await liveUntil(house, at('2022-12-31 09:00'));
    expect(await saidOf(d)).toEqual(['2022-07-19 00:00 overdue', '2022-07-19 08:00 don-doc 1', '2022-07-22 08:00 don-doc 2', '2022-07-27 08:00 don-doc 3', '2022-07-27 08:00 bao-cao 1']);
    expect(await toldOf(d)).toEqual([
      '2022-07-19 08:00 btctu-truong reminded as holder: don-doc 1', '2022-07-22 08:00 btctu-truong reminded as holder: don-doc 2',
      // Told once by the last that is said at one instant: the head is asked and heads the lead unit.
      '2022-07-27 08:00 btctu-truong escalated as leadHead: bao-cao 1', '2022-07-27 08:00 vptu-pho escalated as office: bao-cao 1', '2022-07-27 08:00 vptu-truong escalated as office: bao-cao 1',
    ]);
    expect(await briefedOf(d)).toEqual(['2022-07-27 08:00 don-doc 3']);
  });

  test('trước lãnh đạo không có gì quá hạn: cứ năm ngày làm việc nhắc văn phòng và thư ký', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'thong-qua');
    await liveUntil(house, at('2022-08-02 09:00'));
    expect(await saidOf(d)).toEqual(['2022-07-20 08:00 dang-trinh 1', '2022-07-27 08:00 dang-trinh 2']);
    expect(await toldOf(d)).toEqual(['2022-07-20', '2022-07-27'].flatMap((day, i) => [['btv-thu-ky', 'secretary'], ['vptu-pho', 'office'], ['vptu-truong', 'office']].map(([who, as]) => `${day} 08:00 ${who} escalated as ${as}: dang-trinh ${i + 1}`)));
    expect(await briefedOf(d)).toEqual([]);
  });

  test('người vắng và người xử lý thay đều được nhắc', async () => {
    const d = await openAt(house, at('2022-07-13 09:00'));
    house.clock.at = at('2022-09-10 09:00');
    must(await declareAbsence(house.desk, { substitute: 'btctu-cv2', from: '2022-09-10', to: '2022-09-16', routes: null }, house.request('btctu-cv')));
    await liveUntil(house, at('2022-09-30 09:00'));
    // 45 working days from 13/7 over the two days of 2/9 end on 16/9.
    expect((await toldOf(d)).filter((l) => l.includes('as holder'))).toEqual([
      '2022-09-14 08:00 btctu-cv reminded as holder: sap-den-han 1', '2022-09-14 08:00 btctu-cv2 reminded as holder: sap-den-han 1',
      '2022-09-16 08:00 btctu-cv reminded as holder: den-han 1', '2022-09-16 08:00 btctu-cv2 reminded as holder: den-han 1',
      '2022-09-19 08:00 btctu-cv reminded as holder: qua-han 1', '2022-09-26 08:00 btctu-cv reminded as holder: qua-han 2',
    ]);
  });

  test('ai được báo thì đọc được hồ sơ từ đó', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'thong-qua');
    const may = async (): Promise<number> => (await house.look('select 1 from totrinh.participant where dossier_id = $1 and person_id = $2', [d.id, 'btv-thu-ky'])).length;
    expect(await may()).toBe(0);
    await liveUntil(house, at('2022-07-20 09:00'));
    expect(await may()).toBe(1);
  });
});

describe('Khi hệ thống ngừng chạy qua nhiều lần nhắc · the clock was down over all of it', () => {
  test('mỗi bậc nói một lần với giờ lẽ ra của nó, mỗi người nghe một lần, báo cáo vì đã gửi đủ ba', async () => {
    const d = await openAt(house, at('2022-07-13 09:00'));
    house.clock.at = at('2022-10-04 10:00');
    await fireDueRungs(house.desk);
    const late = ', fired 2022-10-04 10:00';
    expect(await saidOf(d)).toEqual(['2022-09-14 08:00 sap-den-han 1', '2022-09-16 08:00 den-han 1', '2022-09-17 00:00 overdue', '2022-09-19 08:00 qua-han 1', '2022-09-19 08:00 bao-cao 1', '2022-09-26 08:00 qua-han 2', '2022-10-03 08:00 qua-han 3'].map((s) => s + late));
    expect(await toldOf(d)).toEqual(['2022-10-04 10:00 btctu-cv reminded as holder: qua-han 3', '2022-10-04 10:00 btctu-truong escalated as headOfUnit: qua-han 3']);
    expect(await briefedOf(d)).toEqual(['2022-10-04 10:00 qua-han 1']);
    expect(await waiting(d)).toEqual(['2022-10-10 08:00 qua-han 4']);
    expect(await faultsOf(house, d.id)).toEqual([]);
    expect(await fireDueRungs(house.desk)).toMatchObject({ fired: 0 });
  });

  test('what lapses ends the step at its instant, and nothing that would have come later is said', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'lay-y-kien');
    house.clock.at = at('2022-12-31 09:00');
    await fireDueRungs(house.desk);
    expect((await saidOf(d)).map((s) => s.replace(/, .*/, ''))).toEqual(['2022-07-20 08:00 sap-den-han 1', '2022-07-22 08:00 den-han 1', '2022-07-23 00:00 overdue']);
    expect(await waiting(d)).toEqual([]);
    await d.move();
    expect(await d.at()).toEqual(['tiep-thu']);
  });
});

describe('Tạm dừng, gia hạn, trả lại · pauses, longer terms, returns', () => {
  test('a pause of a year: nothing is said, and the days that were left are reckoned with the calendar of that time', async () => {
    const d = await openAt(house, at('2025-01-02 09:00'));
    expect(await waiting(d)).toEqual(['2025-03-11 08:00 sap-den-han 1', '2025-03-13 08:00 den-han 1', '2025-03-14 00:00 overdue', '2025-03-14 08:00 qua-han 1']);
    await liveUntil(house, at('2025-01-16 09:00'));
    must(await suspend(house.desk, { dossier: d.id, until: '2026-01-18', reason: 'MẪU' }, house.request('btctu-truong')));
    expect(await waiting(d)).toEqual(['2026-01-19 00:00 resume']);
    await liveUntil(house, at('2026-01-19 09:00'));
    // Nine of 45 working days were used until 15/1/2025; 36 were left: 19/1 to 13/2/2026 are 20, Tết is off, 23/2 to 13/3 are 15, and 16/3.
    expect((await saidOf(d)).slice(1)).toEqual([]);
    expect(await waiting(d)).toEqual(['2026-03-12 08:00 sap-den-han 1', '2026-03-16 08:00 den-han 1', '2026-03-17 00:00 overdue', '2026-03-17 08:00 qua-han 1']);
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('a step that was late before its pause is pressed on after it, and not called late again', async () => {
    const d = await openAt(house, at('2022-07-13 09:00'));
    await liveUntil(house, at('2022-09-20 09:00'));
    must(await suspend(house.desk, { dossier: d.id, until: '2022-10-31', reason: 'MẪU' }, house.request('btctu-truong')));
    await liveUntil(house, at('2022-10-12 09:00'));
    must(await resume(house.desk, { dossier: d.id, reason: 'MẪU' }, house.request('btctu-truong')));
    await liveUntil(house, at('2022-10-20 09:00'));
    expect((await saidOf(d)).slice(2)).toEqual(['2022-09-17 00:00 overdue', '2022-09-19 08:00 qua-han 1', '2022-09-19 08:00 bao-cao 1', '2022-10-17 08:00 qua-han 5']);
  });

  test('gia hạn cho thang bắt đầu lại: nhắc lại từ đầu, quá hạn lại, báo cáo lại sau ba lần', async () => {
    const d = await returnedAt('2022-07-13 09:00');
    await liveUntil(house, at('2022-09-20 09:00'));
    await extendTo(d, '2022-10-12');
    expect(await waiting(d)).toEqual(['2022-10-10 08:00 sap-den-han 1', '2022-10-12 08:00 den-han 1', '2022-10-13 00:00 overdue', '2022-10-13 08:00 qua-han 1']);
    await liveUntil(house, at('2022-10-14 09:00'));
    expect((await saidOf(d)).slice(5)).toEqual(['2022-10-10 08:00 sap-den-han 1', '2022-10-12 08:00 den-han 1', '2022-10-13 00:00 overdue', '2022-10-13 08:00 qua-han 1', '2022-10-13 08:00 bao-cao 1']);
    expect(await briefedOf(d)).toEqual(['2022-09-19 08:00 qua-han 1', '2022-10-13 08:00 qua-han 1']);
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('a pause after a longer term keeps what the longer term has still to say', async () => {
    const d = await returnedAt('2022-07-13 09:00');
    await liveUntil(house, at('2022-09-20 09:00'));
    await extendTo(d, '2022-10-12');
    must(await suspend(house.desk, { dossier: d.id, until: '2022-12-31', reason: 'MẪU' }, house.request('btctu-truong')));
    house.clock.at = at('2022-09-27 09:00');
    must(await resume(house.desk, { dossier: d.id, reason: 'MẪU' }, house.request('btctu-truong')));
    expect(await waiting(d)).toEqual(['2022-10-17 08:00 sap-den-han 1', '2022-10-19 08:00 den-han 1', '2022-10-20 00:00 overdue', '2022-10-20 08:00 qua-han 1']);
  });

  test('a return ends the ladder of the step, and the new round begins one of its own', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'duyet-noi-dung');
    await liveUntil(house, at('2022-07-22 09:00'));
    must(await d.decide('duyet-noi-dung', 'btctu-truong', 'returned', 'MẪU'));
    await d.move();
    expect(await waiting(d)).toEqual(['2022-09-23 08:00 sap-den-han 1', '2022-09-27 08:00 den-han 1', '2022-09-28 00:00 overdue', '2022-09-28 08:00 qua-han 1']);
    must(await d.submit());
    await d.move();
    expect(await waiting(d)).toEqual(['2022-07-28 00:00 overdue', '2022-07-28 08:00 don-doc 1']);
    await liveUntil(house, at('2022-08-30 09:00'));
    expect((await saidOf(d)).slice(3)).toEqual(['2022-07-28 00:00 overdue', '2022-07-28 08:00 don-doc 1', '2022-08-02 08:00 don-doc 2', '2022-08-05 08:00 don-doc 3', '2022-08-05 08:00 bao-cao 1']);
    expect(await faultsOf(house, d.id)).toEqual([]);
  });
});
