import { randomUUID } from 'node:crypto';
import { must } from '@totrinh/api-client';
import { Client } from 'pg';
import { ApiOffice, PEOPLE, type RawAnswer } from './api-office.ts';

const MINUTE = 60_000;
let office: ApiOffice;

beforeAll(async () => {
  office = await ApiOffice.open('idempotency', 6);
}, MINUTE);

const comment = (dossier: string, key: string, text: string, as: string = PEOPLE.head): Promise<RawAnswer> => office.raw(`/dossiers/${dossier}/comments`, { as, headers: { 'idempotency-key': key }, body: { text } });
const actsOf = async (dossier: string): Promise<number> => {
  const events = await must((await office.as(PEOPLE.admin)).GET('/api/v1/dossiers/{id}/events', { params: { path: { id: dossier }, query: { limit: 200 } } }));
  return new Set(events.items.flatMap((e) => e.act ?? [])).size;
};

describe('Idempotency-Key', () => {
  test('a repeated decision answers the same status and ids, changes nothing, and reads allowedActions anew', async () => {
    const dossier = await office.standingAt('duyet');
    const task = await office.task(dossier, 'duyet', PEOPLE.head);
    const headers = { 'idempotency-key': randomUUID(), 'if-match': task.etag, prefer: 'wait=0' };
    const decide = (): Promise<RawAnswer> => office.raw(`/tasks/${task.id}/decision`, { as: PEOPLE.head, headers, body: { outcome: 'approved' } });
    const first = await decide();
    expect({ status: first.status, moving: first.body['moving'] }).toEqual({ status: 200, moving: true });
    const before = await actsOf(dossier);
    const again = await office.raw(`/tasks/${task.id}/decision`, { as: PEOPLE.head, headers: { ...headers, prefer: 'wait=10' }, body: { outcome: 'approved' } });
    expect(again.status).toBe(200);
    expect({ act: again.body['act'], ids: again.body['ids'], version: again.body['version'] }).toEqual({ act: first.body['act'], ids: first.body['ids'], version: first.body['version'] });
    expect({ moving: again.body['moving'], at: again.body['at'] }).toEqual({ moving: false, at: ['tham-dinh'] });
    expect(await actsOf(dossier)).toBe(before);
  }, MINUTE);

  test('a repeated opening answers 201 and the same dossier', async () => {
    const key = randomUUID();
    const create = (): Promise<RawAnswer> => office.raw('/dossiers', { as: PEOPLE.drafter, headers: { 'idempotency-key': key }, body: { route: office.name, item: office.items[5] } });
    const [first, second] = [await create(), await create()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body['ids']).toEqual(first.body['ids']);
  });

  test('the same key with another body is refused; for another person it is another key', async () => {
    const dossier = await office.standingAt('duyet');
    const key = randomUUID();
    expect((await comment(dossier, key, 'một')).status).toBe(200);
    const other = await comment(dossier, key, 'hai');
    expect({ status: other.status, code: other.body.code }).toEqual({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
    expect((await comment(dossier, key, 'hai', PEOPLE.drafter)).status).toBe(200);
  }, MINUTE);

  test('two at once with one key are one act', async () => {
    const dossier = await office.standingAt('duyet');
    const key = randomUUID();
    const before = await actsOf(dossier);
    const answers = await Promise.all([1, 2, 3, 4].map(() => comment(dossier, key, 'cùng lúc')));
    expect(new Set(answers.map((a) => `${a.status} ${String(a.body['act'])}`)).size).toBe(1);
    expect(await actsOf(dossier)).toBe(before + 1);
  }, MINUTE);

  test('while the first is still running, the same key answers 409', async () => {
    const dossier = await office.standingAt('duyet');
    const key = randomUUID();
    const running = new Client({ connectionString: office.house.dbUrl });
    await running.connect();
    try {
      await running.query('begin');
      await running.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`${PEOPLE.head} comment ${dossier} ${key}`]);
      const { status, body, headers } = await comment(dossier, key, 'x');
      expect({ status, code: body.code, again: headers.get('retry-after') }).toEqual({ status: 409, code: 'IDEMPOTENCY_KEY_RUNNING', again: '1' });
    } finally {
      await running.end();
    }
  }, MINUTE);
});
