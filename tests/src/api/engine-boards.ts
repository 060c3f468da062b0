import { randomUUID } from 'node:crypto';
import { WHO, type PatternOffice } from '../patterns/pattern-office.ts';
import { judge } from './contract.ts';

/** Boards, the briefing list, the office's settings and a calendar address, each asked for once and refused where it must be. */
export async function engineBoards(o: PatternOffice): Promise<void> {
  const board = await o.must(WHO.admin, 'GET', '/board/deadlines?standing=onTime&limit=5');
  expect((board['items'] as { standing: { is: string } }[]).map((t) => t.standing.is).filter((is) => is !== 'onTime')).toEqual([]);
  await o.must(WHO.admin, 'GET', '/board/leaders');
  await o.must(WHO.officeHead, 'GET', '/board/briefing?heard=true');
  expect(await o.refused(WHO.officeHead, 'POST', `/board/briefing/${randomUUID()}/heard`, {})).toMatchObject({ status: 404, code: 'BRIEFING_NOT_FOUND' });
  await settings(o);
  await ladders(o);
  await feeds(o);
}

async function ladders(o: PatternOffice): Promise<void> {
  const { items } = (await o.must(WHO.drafter, 'GET', '/ladders')) as { items: { id: string }[] };
  expect(items.map((l) => l.id)).toEqual(expect.arrayContaining(['hanoi', 'leaders', 'standard', 'urgent']));
  expect(await o.must(WHO.drafter, 'GET', '/ladders/schema')).toMatchObject({ type: 'object' });
  expect(await o.must(WHO.drafter, 'GET', '/ladders/standard/versions/1')).toMatchObject({ id: 'standard', version: 1, publishedBy: null });
  expect(await o.refused(WHO.drafter, 'GET', '/ladders/khong-co/versions/1')).toMatchObject({ status: 404, code: 'LADDER_NOT_FOUND' });
  const name = `thu-${randomUUID().slice(0, 8)}`;
  const written = { ladder: name, title: { vi: 'Thử (MẪU)', en: 'Trial (sample)' }, rungs: [{ rung: 'nhac', at: 'due', do: ['remind'] }] };
  expect(await o.must(WHO.admin, 'POST', '/ladders', written)).toMatchObject({ ladder: name, version: 1 });
  expect(await o.refused(WHO.admin, 'POST', '/ladders', written)).toMatchObject({ status: 409, code: 'LADDER_UNCHANGED' });
  expect(await o.refused(WHO.admin, 'POST', '/ladders', { ...written, rungs: [] })).toMatchObject({ status: 422, code: 'LADDER_INVALID' });
  expect(await o.refused(WHO.drafter, 'POST', '/ladders', written)).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
}

async function settings(o: PatternOffice): Promise<void> {
  const { items } = (await o.must(WHO.admin, 'GET', '/settings')) as { items: { key: string; version: number; value: unknown }[] };
  const soon = items.find((s) => s.key === 'deadline.soon')!;
  expect(await o.refused(WHO.drafter, 'GET', '/settings')).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
  expect(await o.must(WHO.admin, 'PUT', '/settings/deadline.soon', { value: soon.value, version: soon.version })).toMatchObject({ key: 'deadline.soon', version: soon.version + 1 });
  expect(await o.refused(WHO.admin, 'PUT', '/settings/deadline.soon', { value: 5, version: soon.version })).toMatchObject({ code: 'VERSION_MISMATCH' });
  expect(await o.refused(WHO.admin, 'PUT', '/settings/khong-co', { value: 5, version: 0 })).toMatchObject({ status: 404, code: 'SETTING_NOT_FOUND' });
  expect(((await o.must(WHO.admin, 'GET', '/settings/deadline.soon/history'))['items'] as unknown[]).length).toBe(soon.version + 1);
}

/** Without a token, as a calendar reads it. */
async function feeds(o: PatternOffice): Promise<void> {
  const { address } = (await o.must(WHO.head, 'POST', '/me/feed', {})) as { address: string };
  const read = async (headers: Record<string, string> = {}): Promise<Response> => {
    const response = await fetch(address, { headers });
    if (response.status !== 304) await judge('GET', address, response);
    return response;
  };
  const first = await read();
  const text = await first.text();
  expect([first.status, first.headers.get('content-type'), first.headers.get('cache-control')]).toEqual([200, 'text/calendar; charset=utf-8', 'private, no-cache']);
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
  expect(text).not.toContain('MẪU');
  const again = await read({ 'if-none-match': first.headers.get('etag') ?? '' });
  expect([again.status, await again.text()]).toEqual([304, '']);
  await o.must(WHO.head, 'DELETE', '/me/feed');
  const ended = await read();
  expect([ended.status, JSON.stringify(await ended.json())]).toEqual([404, expect.not.stringContaining(address.split('/').at(-2)!) as string]);
}
