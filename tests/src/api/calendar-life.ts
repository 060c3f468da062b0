import { must, type components } from '@totrinh/api-client';
import { PEOPLE, type ApiOffice } from './api-office.ts';

type Change = components['schemas']['CalendarRequest'];

/** The unit of the sample whose own calendar the suites change; no suite's dossier is led by it, so that nobody's deadlines move. */
export const QUIET_UNIT = 'SKHCN';

/** Publishes the next version of the quiet unit's calendar with this change; answers its number. */
export async function nextVersion(office: ApiOffice, changes: Change['changes'], reason = 'Sửa lịch MẪU'): Promise<number> {
  const admin = await office.as(PEOPLE.admin);
  const params = { path: { id: QUIET_UNIT } };
  const { version } = await must(admin.GET('/api/v1/calendars/{id}', { params }));
  return (await must(admin.POST('/api/v1/calendars/{id}/versions', { params, body: { base: version, changes, reason } }))).version;
}

/** One life of a calendar: looked at from every side, changed once, asked for a term. */
export async function calendarLife(office: ApiOffice): Promise<void> {
  const admin = await office.as(PEOPLE.admin);
  const params = { path: { id: QUIET_UNIT } };
  const at = await nextVersion(office, [{ do: 'add', day: freeDay(), kind: 'off', reason: 'Lễ của địa phương (MẪU)' }]);
  const listed = await must(admin.GET('/api/v1/calendars'));
  expect(listed.items.map((c) => c.id)).toEqual(expect.arrayContaining(['vn', QUIET_UNIT]));
  expect(await must(admin.GET('/api/v1/calendars/{id}', { params: { ...params, query: { year: 2026 } } }))).toMatchObject({ version: at, year: { year: 2026 } });
  const versions = await must(admin.GET('/api/v1/calendars/{id}/versions', { params }));
  expect(versions.items[0]).toMatchObject({ version: at, by: { person: PEOPLE.admin }, reason: 'Sửa lịch MẪU', diff: { days: [{ before: null, after: { status: 'planned' } }] } });
  expect(await must(admin.GET('/api/v1/calendars/{id}/due', { params: { ...params, query: { from: '2022-07-13', workingDays: 15 } } }))).toMatchObject({ due: '2022-08-03', before: false, planned: false });
}

/** A day of the 22nd century that no other run has taken. */
export function freeDay(): string {
  return new Date(Date.UTC(2101, 0, 1 + Math.floor(Math.random() * 17_000))).toISOString().slice(0, 10);
}
