import { must } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from './api-office.ts';

const MINUTE = 60_000;
let office: ApiOffice;
const dossiers: string[] = [];

beforeAll(async () => {
  office = await ApiOffice.open('paging', 4);
  for (let i = 0; i < 3; i += 1) dossiers.push(await office.standingAt('duyet'));
}, 2 * MINUTE);

/** All pages of a list, one row each. */
async function pages<T>(read: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>): Promise<T[]> {
  const all: T[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await read(cursor);
    all.push(...items);
    if (next === null) return all;
    cursor = next;
  }
}

const page = (cursor: string | undefined, limit = 1): { params: { query: { limit: number; cursor?: string } } } => ({ params: { query: { limit, ...(cursor === undefined ? {} : { cursor }) } } });

describe('phân trang / keyset paging', () => {
  test('my queue comes page by page, the nearest deadline first, each task once, also while others are added', async () => {
    const head = await office.as(PEOPLE.head);
    let added = false;
    const tasks = await pages(async (cursor) => {
      if (cursor !== undefined && !added) {
        added = true;
        dossiers.push(await office.standingAt('duyet'));
      }
      return must(head.GET('/api/v1/tasks', page(cursor, 2)));
    });
    const mine = tasks.filter((t) => dossiers.includes(t.dossier.id)).map((t) => t.dossier.id);
    expect(mine).toEqual(dossiers);
    expect(new Set(tasks.map((t) => t.id)).size).toBe(tasks.length);
    const places = tasks.map((t) => `${t.dueAt ?? 'without a term'} ${t.openedAt}`);
    expect(places).toEqual([...places].sort());
    // Of one's own dossiers only: other suites move a term into the past, to see who is reminded.
    expect(tasks.every((t) => !dossiers.includes(t.dossier.id) || t.dueAt === null || t.dueAt > t.openedAt)).toBe(true);
  }, MINUTE);

  test('dossiers come newest first, events in the order of the chain', async () => {
    const admin = await office.as(PEOPLE.admin);
    const listed = (await pages((cursor) => must(admin.GET('/api/v1/dossiers', page(cursor, 25))))).map((d) => d.id);
    expect(listed.filter((id) => dossiers.includes(id))).toEqual([...dossiers].reverse());
    const events = await pages((cursor) => must(admin.GET('/api/v1/dossiers/{id}/events', { params: { path: { id: dossiers[0]! }, ...page(cursor, 2).params } })));
    expect(events.map((e) => e.seq)).toEqual(events.map((_, i) => i + 1));
    const acts = await pages((cursor) => must(admin.GET('/api/v1/acts', { params: { query: { correlationId: `api-test-${office.name}`, ...page(cursor, 3).params.query } } })));
    expect(new Set(acts.map((a) => a.id)).size).toBe(acts.length);
    expect((await must(admin.GET('/api/v1/acts', { params: { query: { correlationId: `api-test-${office.name}` } } }))).count).toBe(acts.length);
  }, MINUTE);

  test('a cursor or a limit that is none is refused', async () => {
    for (const query of ['cursor=nonsense', 'cursor=e30', 'limit=0', 'limit=201', 'unknown=1']) {
      const { status, body } = await office.raw(`/tasks?${query}`, { as: PEOPLE.head, method: 'GET' });
      expect({ query, status, code: body.code }).toEqual({ query, status: 400, code: 'REQUEST_INVALID' });
    }
  });

  test('only an administrator sees the acts of others', async () => {
    const mine = await must((await office.as(PEOPLE.head)).GET('/api/v1/acts', { params: { query: { limit: 200 } } }));
    expect(mine.items.every((a) => a.actor === PEOPLE.head)).toBe(true);
  });
});
