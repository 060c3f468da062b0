import { ApiOffice, PEOPLE } from './api-office.ts';
import { calendarLife, freeDay, nextVersion, QUIET_UNIT } from './calendar-life.ts';
import { totrinh } from '../demo/run-totrinh.ts';

const MINUTE = 60_000;
let office: ApiOffice;
beforeAll(async () => {
  office = await ApiOffice.open('calendars', 0);
}, MINUTE);

const asked = (query: string, id = 'vn'): ReturnType<ApiOffice['raw']> => office.raw(`/calendars/${id}/due?${query}`, { as: PEOPLE.drafter, method: 'GET' });
const inHouse = (...args: string[]): ReturnType<typeof totrinh>['ended'] => totrinh('calendar', ...args, '--data', office.house.dataDir, '--calendar', QUIET_UNIT).ended;

describe('lịch làm việc / calendars', () => {
  test('a calendar is listed, read, changed, and keeps its history', () => calendarLife(office), MINUTE);

  test.each([
    ['from=2022-07-13&workingDays=15', '2022-08-03'], ['from=2022-08-03&workingDays=15&before=true', '2022-07-13'], ['from=2022-01-31&months=1', '2022-02-28'],
    ['from=2022-07-13&days=3', '2022-07-18'], ['from=2022-07-15T16:30&workingHours=1', '2022-07-18'], ['from=2026-01-01&workingDays=1&version=1', '2026-01-05'],
  ])('%s is %s', async (query, due) => {
    expect((await asked(query)).body['due']).toBe(due);
  });

  test.each([
    ['from=2022-02-31&workingDays=1', 422, 'DAY_UNKNOWN'], ['from=2022-07-13&workingDays=0', 422, 'SPAN_INVALID'], ['from=2022-07-13&workingDays=-3', 422, 'SPAN_INVALID'], ['from=2022-07-13&days=3651', 422, 'SPAN_INVALID'],
    ['from=2022-07-13&days=1.5', 422, 'SPAN_INVALID'], ['from=2022-07-13', 422, 'SPAN_INVALID'], ['from=2022-07-13&days=1&months=1', 422, 'SPAN_INVALID'], ['from=2022-07-13&days=NaN', 400, 'REQUEST_INVALID'], ['from=2022-07-13&weeks=2', 400, 'REQUEST_INVALID'],
  ])('%s is refused with %i %s', async (query, status, code) => {
    expect(await asked(query)).toMatchObject({ status, body: { code } });
  });

  test('a calendar that is none, and a version that is none, are not found', async () => {
    expect(await asked('from=2022-07-13&days=1', 'khong-co')).toMatchObject({ status: 404, body: { code: 'CALENDAR_NOT_FOUND' } });
    expect(await asked('from=2022-07-13&days=1&version=9999')).toMatchObject({ status: 404, body: { code: 'CALENDAR_NOT_FOUND' } });
    expect(await office.raw('/calendars/khong-co/versions', { as: PEOPLE.drafter, method: 'GET' })).toMatchObject({ status: 404 });
  });

  const change = (id: string, body: object, as: string = PEOPLE.admin): ReturnType<ApiOffice['raw']> => office.raw(`/calendars/${id}/versions`, { as, body });
  const STORM = { do: 'add', day: '2099-09-08', kind: 'off', reason: 'Nghỉ chống bão (MẪU)' };
  test.each<readonly [string, string, object, string, number, string]>([
    ['whoever is no administrator', QUIET_UNIT, { base: 0, reason: 'x', changes: [STORM] }, PEOPLE.clerk, 403, 'NOT_ALLOWED'],
    ['a version that is not the latest', 'vn', { base: 0, reason: 'x', changes: [STORM] }, PEOPLE.admin, 409, 'CALENDAR_CHANGED'],
    ['a calendar of nobody', 'khong-co', { base: 0, reason: 'x', changes: [STORM] }, PEOPLE.admin, 404, 'CALENDAR_NOT_FOUND'],
    ['no reason', QUIET_UNIT, { base: 0, changes: [STORM] }, PEOPLE.admin, 400, 'REQUEST_INVALID'],
    ['an unknown word', QUIET_UNIT, { base: 0, reason: 'x', changes: [{ ...STORM, do: 'forget' }] }, PEOPLE.admin, 400, 'REQUEST_INVALID'],
  ])('%s is refused', async (_what, id, body, as, status, code) => {
    expect(await change(id, body, as)).toMatchObject({ status, body: { code } });
  });

  test('31/2, and a confirmed day without the number of its decision, are told with their lines', async () => {
    const base = (await office.raw(`/calendars/${QUIET_UNIT}`, { as: PEOPLE.admin, method: 'GET' })).body['version'];
    const { status, body } = await change(QUIET_UNIT, { base, reason: 'x', changes: [{ ...STORM, day: '2099-02-31' }, { ...STORM, status: 'confirmed' }] });
    expect({ status, code: body.code, paths: body.details?.faults?.map((f) => f.path) }).toEqual({ status: 422, code: 'CALENDAR_INVALID', paths: [['changes', 0], ['changes', 1]] });
  });

  test('two who publish at once: one does, the other is told', async () => {
    const base = await nextVersion(office, [{ do: 'add', day: freeDay(), kind: 'off', reason: 'MẪU' }]);
    const both = await Promise.all([0, 1].map(() => change(QUIET_UNIT, { base, reason: 'Cùng lúc (MẪU)', changes: [{ ...STORM, day: freeDay() }] })));
    expect(both.map((a) => a.body.code ?? 'made').sort()).toEqual(['CALENDAR_CHANGED', 'made']);
  });
});

describe('totrinh calendar', () => {
  test('off, confirm and history speak to the running house', async () => {
    const day = freeDay();
    expect(await inHouse('off', day, '--reason', 'Lễ của địa phương (MẪU)')).toMatchObject({ code: 0, stdout: expect.stringContaining(`✓ ${QUIET_UNIT}: phiên bản`) });
    expect(await inHouse('confirm', day, '--source', 'sẽ có')).toMatchObject({ code: 1, stderr: expect.stringContaining('nguồn phải nêu số') });
    expect(await inHouse('confirm', day, '--source', '12/QĐ-UBND')).toMatchObject({ code: 0 });
    const { stdout } = await inHouse('history');
    expect(stdout).toContain(`${day}  nghỉ / off, Lễ của địa phương (MẪU), dự kiến / planned → nghỉ / off, Lễ của địa phương (MẪU), 12/QĐ-UBND`);
    expect((await inHouse('show', day.slice(0, 4))).stdout).toContain(day);
  }, 3 * MINUTE);

  test('due asks the house, and says by which versions', async () => {
    const { code, stdout, stderr } = await inHouse('due', '--from', '2022-07-13', '--working-days', '15');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '2022-08-03\n' });
    expect(stderr).toMatch(new RegExp(`vn:\\d+\\+${QUIET_UNIT}:\\d+ của hệ thống đang chạy`));
  }, MINUTE);
});
