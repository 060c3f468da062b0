import { changeCalendar } from '@totrinh/casework';
import { isWorkingDay, type CalendarChangeCommand, type DayChange } from '@totrinh/domain';
import { calendarOfKey, calendarOfUnit, CalendarsReadModel, inTransaction, keysNow, brokenCalendars, type BrokenCalendar } from '@totrinh/persistence';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';

let house: LedgerHouse;
let calendars: CalendarsReadModel;
beforeAll(async () => {
  house = await LedgerHouse.open();
  calendars = new CalendarsReadModel(house.source);
});
afterAll(async () => house.close());

const STORM = { do: 'add', day: '2022-09-29', kind: 'off', reason: 'Nghỉ chống bão', source: '866/CĐ-TTg' } as const;
const command = (base: number, changes: readonly DayChange[] = [STORM], more: Partial<CalendarChangeCommand> = {}): CalendarChangeCommand => ({ base, changes: [...changes], reason: 'Theo công điện', ...more });
const change = (id: string, given: CalendarChangeCommand, by = 'quan-tri'): ReturnType<typeof changeCalendar> => changeCalendar(house.desk, id, given, house.request(by));
const latest = async (id: string): Promise<number> => (await calendars.versions(id)).at(-1)?.version ?? 0;
const broken = (): Promise<BrokenCalendar[]> => inTransaction(house.source, brokenCalendars);

describe('Phiên bản của lịch · versions of a calendar', () => {
  test('a new office begins with version 1 of vn, which nobody published', async () => {
    const [first, ...more] = await calendars.latest();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ id: 'vn', version: 1, by: null, reason: 'Lịch kèm theo hệ thống' });
    expect(first?.content.days).toHaveLength(87);
  });

  test('a day off in the base is its next version: terms from then on know it, the old version still says what it said', async () => {
    const base = await latest('vn');
    expect(must(await change('vn', command(base))).made).toEqual({ calendar: 'vn', version: base + 1 });
    await inTransaction(house.source, async (tx) => {
      const [before, now] = [await calendarOfKey(tx, `vn:${base}`), await calendarOfUnit(tx, 'btctu')];
      expect([isWorkingDay(before, STORM.day), isWorkingDay(now, STORM.day), now.key]).toEqual([true, false, `vn:${base + 1}`]);
    });
    expect(await broken()).toEqual([]);
  });

  test('an office’s own calendar lies over the base, and holds for what that office leads alone', async () => {
    const base = await latest('vn');
    must(await change('stc', command(0, [{ do: 'add', day: '2022-10-10', kind: 'off', reason: 'Lễ của địa phương', source: '5/QĐ-UBND' }], { reason: 'Quyết định của tỉnh' })));
    await inTransaction(house.source, async (tx) => {
      const [own, others] = [await calendarOfUnit(tx, 'stc'), await calendarOfUnit(tx, 'btctu')];
      expect([own.key, isWorkingDay(own, '2022-10-10'), isWorkingDay(own, '2022-09-02'), isWorkingDay(others, '2022-10-10')]).toEqual([`vn:${base}+stc:1`, false, false, true]);
      expect((await keysNow(tx)).overlays.get('stc')).toBe(`vn:${base}+stc:1`);
    });
    expect(await calendars.find('stc')).toMatchObject({ unit: 'MẪU stc', latest: { version: 1, by: 'quan-tri', byName: 'MẪU quan-tri' }, calendar: { key: `vn:${base}+stc:1` } });
    expect(await calendars.find('btctu')).toMatchObject({ latest: null, calendar: { key: `vn:${base}` } });
    expect(await calendars.find('khong-co')).toBeNull();
  });

  test('only an administrator changes a calendar; a unit must exist; a reason must be given', async () => {
    const base = await latest('vn');
    expect(codeOf(await change('vn', command(base), 'vptu-truong'))).toBe('NOT_ALLOWED');
    expect(codeOf(await change('khong-co', command(0)))).toBe('CALENDAR_NOT_FOUND');
    expect(codeOf(await change('vn', command(base, [{ do: 'remove', day: STORM.day }], { reason: '  ' })))).toBe('TEXT_EMPTY');
    expect(codeOf(await change('vn', command(base, [{ ...STORM, day: '2022-02-31' }])))).toBe('CALENDAR_INVALID');
    expect(codeOf(await change('vn', command(base, [])))).toBe('CALENDAR_UNCHANGED');
    expect(await latest('vn')).toBe(base);
  });

  test('whoever looked at an older version is told, and overwrites nothing', async () => {
    const base = await latest('vn');
    expect(await change('vn', command(base - 1))).toMatchObject({ ok: false, error: { code: 'CALENDAR_CHANGED', details: { version: base } } });
    expect(codeOf(await change('vn', command(base + 1)))).toBe('CALENDAR_CHANGED');
  });

  test('of two at once one publishes and the other is told; the chain has no gap', async () => {
    const base = await latest('vn');
    const both = await Promise.all(['2022-11-18', '2022-11-21', '2022-11-22', '2022-11-23'].map((day) => change('vn', command(base, [{ ...STORM, day }]))));
    expect(both.map(codeOf).sort()).toEqual(['CALENDAR_CHANGED', 'CALENDAR_CHANGED', 'CALENDAR_CHANGED', null]);
    expect(await latest('vn')).toBe(base + 1);
    const first = await Promise.all([0, 0].map(() => change('sxd', command(0))));
    expect(first.map(codeOf).sort()).toEqual(['CALENDAR_CHANGED', null]);
    expect(await broken()).toEqual([]);
  });

  test('the same request again answers the same version and publishes none', async () => {
    const base = await latest('vn');
    const request = house.request('quan-tri');
    const given = command(base, [{ ...STORM, day: '2022-12-05' }]);
    const once = must(await changeCalendar(house.desk, 'vn', given, request));
    const again = must(await changeCalendar(house.desk, 'vn', given, request));
    expect(again).toEqual({ ...once, replayed: true });
    expect(await latest('vn')).toBe(base + 1);
  });

  test('planned days are confirmed by the number of their decision, and history keeps who, when and why', async () => {
    const base = await latest('vn');
    must(await change('vn', command(base, [{ do: 'confirm', day: '2026-08-31', source: '10/TB-BNV' }, { do: 'confirm', day: '2026-08-22', source: '10/TB-BNV' }], { reason: 'Thông báo về hoán đổi' })));
    const versions = await calendars.versions('vn');
    expect(versions.map((v) => v.version)).toEqual(versions.map((_, i) => i + 1));
    expect(versions.at(-1)).toMatchObject({ by: 'quan-tri', at: house.clock.at, reason: 'Thông báo về hoán đổi' });
    expect(versions.at(-1)?.content.days.filter((d) => d.source === '10/TB-BNV').map((d) => [d.day, d.status])).toEqual([['2026-08-22', 'confirmed'], ['2026-08-31', 'confirmed']]);
  });

  const tampered: readonly (readonly [string, string])[] = [
    ['hash', `update totrinh.calendar_version set body = replace(body, 'chống bão', 'chống lụt') where calendar_id = 'vn' and version = 2`],
    ['columns', `update totrinh.calendar_version set by_person = 'vptu-truong' where calendar_id = 'vn' and version = 2`],
    ['missing', `delete from totrinh.calendar_version where calendar_id = 'vn' and version = 2`],
    ['missing', `delete from totrinh.calendar_version where (calendar_id, version) in (select calendar_id, max(version) from totrinh.calendar_version group by 1)`],
    ['prev', `update totrinh.calendar_version set prev_hash = repeat('0', 64) where calendar_id = 'vn' and version = 2`],
  ];
  test.each(tampered)('a chain that was tampered with is found: %s, %s', async (fault, sql) => {
    const as = async (...statements: readonly string[]): Promise<void> => {
      for (const statement of ['begin', 'set local session_replication_role = replica', ...statements, 'commit']) await house.look(statement);
    };
    await as('create table kept as select * from totrinh.calendar_version', sql);
    try {
      expect((await broken()).map((b) => b.fault)).toContain(fault);
    } finally {
      await as('delete from totrinh.calendar_version', 'insert into totrinh.calendar_version select * from kept', 'drop table kept');
    }
    expect(await broken()).toEqual([]);
  });

  test('no role of the application can change or delete a version', async () => {
    for (const sql of [`update totrinh.calendar_version set reason = 'x'`, 'delete from totrinh.calendar_version']) {
      await expect(inTransaction(house.source, (tx) => tx.read(sql))).rejects.toThrow();
    }
  });
});
