import { changeSetting, suspend } from '@totrinh/casework';
import { standingOf, standingWords } from '@totrinh/domain';
import { calendarIn, SettingsReadModel, type BoardTask, type Reckoning } from '@totrinh/persistence';
import { at } from '../domain/ladder-office.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, must, type LedgerHouse } from '../house/ledger-house.ts';
import { boardOf, countedOf, leadersOf, linesOf, viewerIn } from './board-ward.ts';
import { LADDER_ROUTE, liveUntil, openAt, openLadderHouse } from './ladder-ward.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await openLadderHouse(); });
afterAll(async () => house.close());
beforeEach(async () => house.look(`update totrinh.dossier set status = 'cancelled' where status = 'open'`));

const words = (t: BoardTask, reckoning: Reckoning, leaders = false): string =>
  standingWords(standingOf({ ...t, leaders }, { calendar: calendarIn(reckoning, t.dossier.leadUnit.id), now: house.clock.now(), soon: reckoning.soon })!).vi;

describe('bảng theo dõi hạn / the board of deadlines', () => {
  test('a line says in whose hands it lies, how late it is, what was said last, to how many, and what comes next', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'duyet-noi-dung');
    await liveUntil(house, at('2022-07-20 09:00'));
    const page = await boardOf(house, 'btctu-truong');
    const [line, ...others] = linesOf(page, d);
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      step: { path: 'duyet-noi-dung', kind: 'review', round: 1 }, dossier: { code: expect.stringMatching(/^HS-/) as string, title: 'Đề án MẪU', leadUnit: { id: 'btctu' } }, unit: { id: 'btctu' }, holder: { person: 'btctu-truong' },
      due: { end: '2022-07-18', rule: { workingDays: 3 } }, pausedUntil: null, reminders: 1, explained: null,
      last: { ladder: 'hanoi:1', name: 'don-doc', n: 1, at: at('2022-07-19 08:00'), told: 1, reminders: 1 }, next: { kind: 'ladder', name: 'don-doc', n: 2, at: at('2022-07-22 08:00') },
    });
    expect(words(line!, page.reckoning)).toBe('quá hạn 2 ngày làm việc');
    expect(countedOf(page)).toEqual(['btctu late: 1']);
  });

  test('soon, due and late follow the clock and the office’s threshold, in lines, filters and counts alike', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'duyet-noi-dung');
    for (const [instant, standing, said] of [
      ['2022-07-13 10:00', 'onTime', 'còn 3 ngày làm việc'], ['2022-07-14 10:00', 'soon', 'sắp đến hạn, còn 2 ngày làm việc'], ['2022-07-17 10:00', 'soon', 'sắp đến hạn, còn 1 ngày làm việc'],
      ['2022-07-18 23:59', 'due', 'đến hạn hôm nay'], ['2022-07-19 00:00', 'late', 'quá hạn 1 ngày làm việc'],
    ] as const) {
      house.clock.at = at(instant);
      const page = await boardOf(house, 'btctu-cv', { standing });
      expect(linesOf(page, d).map((t) => words(t, page.reckoning))).toEqual([said]);
      expect(countedOf(page)).toEqual([`btctu ${standing}: 1`]);
      for (const other of ['onTime', 'soon', 'due', 'late', 'paused'] as const) if (other !== standing) expect((await boardOf(house, 'btctu-cv', { standing: other })).items).toEqual([]);
    }
    house.clock.at = at('2022-07-13 10:00');
    const change = (version: number, value: unknown, by = 'quan-tri') => changeSetting(house.desk, { key: 'deadline.soon', value, version }, house.request(by));
    expect(codeOf(await change(0, 3, 'vptu-truong'))).toBe('NOT_ALLOWED');
    expect(codeOf(await change(0, 'ba'))).toBe('SETTING_INVALID');
    must(await change(0, 3));
    expect(codeOf(await change(0, 4))).toBe('VERSION_MISMATCH');
    expect(countedOf(await boardOf(house, 'btctu-cv'))).toEqual(['btctu soon: 1']);
    must(await change(1, 2));
    expect((await new SettingsReadModel(house.source).history('deadline.soon')).map((s) => [s.version, s.value, s.by?.person])).toEqual([[2, 2, 'quan-tri'], [1, 3, 'quan-tri']]);
  });

  test('whoever may not see a dossier sees nothing of it, neither a line nor in a count', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'duyet-noi-dung');
    house.clock.at = at('2022-08-01 09:00');
    for (const person of ['sxd-truong', 'stc-truong', 'btv-3']) {
      const page = await boardOf(house, person);
      expect([page.items, page.counts]).toEqual([[], []]);
      expect((await leadersOf(house, person)).items).toEqual([]);
    }
    for (const person of ['btctu-cv', 'btctu-cv2', 'quan-tri', 'vptu-th']) expect(linesOf(await boardOf(house, person), d)).toHaveLength(1);
  });

  test('who is late is told to the person, the head of the unit, the office and administrators; others hear of the unit', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'duyet-noi-dung');
    const holders = async (): Promise<[string, string | null][]> => {
      const seen: [string, string | null][] = [];
      for (const person of ['btctu-truong', 'btctu-pho', 'btctu-cv', 'btctu-cv2', 'vptu-th', 'quan-tri']) seen.push([person, linesOf(await boardOf(house, person), d)[0]?.holder?.person ?? null]);
      return seen;
    };
    const head = 'btctu-truong';
    expect(await holders()).toEqual([['btctu-truong', head], ['btctu-pho', head], ['btctu-cv', null], ['btctu-cv2', null], ['vptu-th', head], ['quan-tri', head]]);
  });

  test('each asked unit has its own line, and is off the board once it has answered', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'lay-y-kien');
    house.clock.at = at('2022-07-18 09:00');
    expect(countedOf(await boardOf(house, 'btctu-truong'))).toEqual(['btgtu onTime: 1', 'stc onTime: 1']);
    must(await d.decide('lay-y-kien', 'stc-truong', 'consent'));
    const page = await boardOf(house, 'btctu-truong');
    expect(linesOf(page, d).map((t) => t.unit?.id)).toEqual(['btgtu']);
    expect(linesOf(await boardOf(house, 'btctu-truong', { unit: 'stc' }), d)).toEqual([]);
    expect(linesOf(await boardOf(house, 'btctu-truong', { unit: 'btgtu', route: 'nhac-viec' }), d)).toHaveLength(1);
    expect((await boardOf(house, 'btctu-truong', { route: 'mau' })).counts).toEqual([]);
  });

  test('a suspended dossier is told as such, and is not late', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'duyet-noi-dung');
    must(await suspend(house.desk, { dossier: d.id, until: '2022-12-01', reason: 'MẪU' }, house.request('btctu-truong')));
    house.clock.at = at('2022-08-20 09:00');
    const page = await boardOf(house, 'btctu-truong');
    expect(countedOf(page)).toEqual(['btctu paused: 1']);
    expect(linesOf(page, d).map((t) => words(t, page.reckoning))).toEqual(['tạm dừng đến 1/12']);
  });

  test('pages follow each other by due date, each line once', async () => {
    for (let i = 0; i < 3; i++) await driveTo(await openAt(house, at(`2022-07-1${i + 3} 09:00`)), 'duyet-noi-dung');
    const seen: string[] = [];
    let after: { at: string; id: string } | null = null;
    do {
      const page = await boardOf(house, 'btctu-truong', { limit: 1, after });
      seen.push(...page.items.map((t) => t.due?.end ?? ''));
      expect(page.counts.reduce((sum, c) => sum + c.count, 0)).toBe(3);
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(['2022-07-18', '2022-07-19', '2022-07-20']);
  });

  test('a unit with a calendar of its own is judged by it', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'duyet-noi-dung');
    const body = JSON.stringify({ until: '2027-12-31', days: ['14', '15'].map((n) => ({ day: `2022-07-${n}`, kind: 'off', reason: 'MẪU', status: 'confirmed', source: 'MẪU' })) });
    await house.look(`insert into totrinh.calendar_version (calendar_id, version, body, prev_hash, hash, reason, at) values ('btctu', 1, $1, '', '', 'MẪU', now())`, [JSON.stringify({ content: JSON.parse(body) as unknown })]);
    const page = await boardOf(house, 'btctu-truong');
    expect(linesOf(page, d).map((t) => words(t, page.reckoning))).toEqual(['sắp đến hạn, còn 1 ngày làm việc']);
    expect(countedOf(page)).toEqual(['btctu soon: 1']);
    await house.look('alter table totrinh.calendar_version disable trigger user; ');
    await house.look(`delete from totrinh.calendar_version where calendar_id = 'btctu'`);
  });
});

describe('việc đang trình lãnh đạo / what lies before leaders', () => {
  test('what a body has is told by how long it has had it, on a board of its own, never as late', async () => {
    const d = await driveTo(await openAt(house, at('2022-06-28 09:00')), 'thong-qua');
    house.clock.at = at('2022-07-13 09:00');
    const page = await leadersOf(house, 'btctu-truong');
    const lines = linesOf(page, d);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ step: { path: 'thong-qua' }, body: { id: 'btv' }, next: { kind: 'ladder', name: 'dang-trinh', n: 1 } });
    expect(words(lines[0]!, page.reckoning, true)).toBe('đang trình từ 28/6 (11 ngày làm việc)');
    const deadlines = await boardOf(house, 'btctu-truong');
    expect([linesOf(deadlines, d), deadlines.counts]).toEqual([[], []]);
  });

  test('a body’s step without a ladder, or with a date that has passed, is before leaders all the same', async () => {
    await house.publish(LADDER_ROUTE.replace('route: nhac-viec', 'route: co-han').replace('rule: all, ladder: leaders, next', 'rule: all, due: { workingDays: 1 }, ladder: standard, next'));
    house.clock.at = at('2022-06-28 09:00');
    const d = await driveTo(await LedgerDossier.open(house, { route: 'co-han' }), 'thong-qua');
    house.clock.at = at('2022-09-13 09:00');
    expect(linesOf(await leadersOf(house, 'quan-tri'), d)).toHaveLength(1);
    expect(linesOf(await boardOf(house, 'quan-tri'), d)).toEqual([]);
    expect(viewerIn(house, 'quan-tri').day).toBe('2022-09-13');
  });
});
