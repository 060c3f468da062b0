import { randomUUID } from 'node:crypto';
import { MOST_VIEWS } from '@totrinh/domain';
import { PatternOffice } from '../patterns/pattern-office.ts';
import { queueLife } from './queue-life.ts';

const MINUTE = 60_000;
let office: PatternOffice;
beforeAll(async () => { office = await PatternOffice.open('queue'); }, MINUTE);

describe('bàn làm việc / the desk', () => {
  test('its lists, counts and views answer as declared, and refuse what is not theirs', () => queueLife(office), 2 * MINUTE);

  test('the cursor of one order is none of another', async () => {
    const key = (sort: string): string => Buffer.from(JSON.stringify({ sort, due: null, code: '', at: '2022-07-13T02:00:00.000Z', id: randomUUID() })).toString('base64url');
    for (const [path, status] of [[`todo?cursor=${key('due')}`, 200], [`todo?cursor=${key('newest')}`, 400], [`todo?sort=newest&cursor=${key('newest')}`, 200], [`done?cursor=${key('newest')}`, 200], [`done?sort=due&cursor=${key('due')}`, 400], ['todo?cursor=e30', 400], ['todo?due=never', 400], ['todo?unknown=1', 400], ['todo?search=%25_%5C', 200], ['todo?search=%00', 400], ['todo?kind=%00', 400], ['todo?leadUnit=%00', 400]] as const) {
      const answer = await office.api.raw(`/desk/${path}`, { as: 'btctu-head', method: 'GET' });
      expect([path, answer.status]).toEqual([path, status]);
    }
    for (const path of ['/tasks?kind=%00', '/tasks?leadUnit=%00', '/dossiers?search=%00']) expect([path, (await office.api.raw(path, { as: 'btctu-head', method: 'GET' })).status]).toEqual([path, 400]);
  });

  test(`a person keeps at most ${MOST_VIEWS} views, and a key repeated keeps one`, async () => {
    const who = 'stc-drafter';
    const view = (name: string) => ({ name, list: 'done', filter: {}, sort: null });
    const key = { 'idempotency-key': randomUUID() };
    const [first, again] = [await office.must(who, 'POST', '/views', view('MẪU 0'), key), await office.must(who, 'POST', '/views', view('MẪU 0'), key)];
    expect(again).toEqual(first);
    for (let i = 1; i < MOST_VIEWS; i++) await office.must(who, 'POST', '/views', view(`MẪU ${i}`));
    expect(await office.refused(who, 'POST', '/views', view('MẪU quá'))).toMatchObject({ status: 409, code: 'VIEWS_TOO_MANY' });
    const { items } = (await office.must(who, 'GET', '/views')) as { items: { id: string }[] };
    for (const { id } of items) await office.must(who, 'DELETE', `/views/${id}`);
  }, MINUTE);
});
