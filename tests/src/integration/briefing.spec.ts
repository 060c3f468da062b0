import { endFeed, feedHash, hearBriefing, makeFeed } from '@totrinh/casework';
import { BriefingReadModel, DeadlineFeedReadModel, type BriefingEntry } from '@totrinh/persistence';
import { at } from '../domain/ladder-office.ts';
import { driveTo, type LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, must, type LedgerHouse } from '../house/ledger-house.ts';
import { viewerIn } from './board-ward.ts';
import { liveUntil, openAt, openLadderHouse } from './ladder-ward.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await openLadderHouse(); });
afterAll(async () => house.close());
beforeEach(async () => house.look('update totrinh.rung set void_at = now() where fired_at is null and void_at is null'));

const listFor = async (person: string, d: LedgerDossier, heard = false): Promise<BriefingEntry[]> =>
  (await new BriefingReadModel(house.source).page(viewerIn(house, person), heard, { limit: 200, after: null })).items.filter((e) => e.dossier.id === d.id);

/** A dossier whose head was pressed three times. */
async function pressed(): Promise<LedgerDossier> {
  const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'duyet-noi-dung');
  await liveUntil(house, at('2022-07-29 09:00'));
  return d;
}

describe('danh sách báo cáo giao ban / the leadership’s briefing list', () => {
  test('pressed three times, a lateness is on the list with its reminders, until it was heard', async () => {
    const d = await pressed();
    const [entry, ...more] = await listFor('vptu-truong', d);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ step: { path: 'duyet-noi-dung' }, unit: { id: 'btctu' }, since: at('2022-07-27 08:00'), reminders: 3, endedAt: null, explained: null, heardOn: null, dossier: { title: 'Đề án MẪU' } });
    const hear = (person: string, on: string | null = null, request = house.request(person)) => hearBriefing(house.desk, entry!.id, on, request);
    expect(codeOf(await hear('sxd-truong'))).toBe('BRIEFING_NOT_FOUND');
    expect(codeOf(await hear('btctu-truong'))).toBe('BRIEFING_NOT_FOUND');
    expect(codeOf(await hear('btv-3'))).toBe('NOT_ALLOWED');
    for (const on of ['2022-07-26', '2022-07-30', '2022-02-31']) expect(codeOf(await hear('vptu-truong', on))).toBe('DATE_INVALID');
    const request = house.request('btv-thu-ky');
    expect(must(await hear('btv-thu-ky', '2022-07-28', request)).made).toEqual({ briefing: entry!.id, heardOn: '2022-07-28' });
    expect(must(await hear('btv-thu-ky', '2022-07-28', request)).replayed).toBe(true);
    expect(codeOf(await hear('vptu-truong'))).toBe('BRIEFING_HEARD');
    expect(await listFor('vptu-truong', d)).toEqual([]);
    expect((await listFor('vptu-truong', d, true)).map((e) => e.heardOn)).toEqual(['2022-07-28']);
    expect(codeOf(await hearBriefing(house.desk, house.desk.means.id(), null, house.request('vptu-truong')))).toBe('BRIEFING_NOT_FOUND');
  });

  test('the issuing office, the body’s members and secretary and administrators are told; units are not, nor is a member told the title of what they may not see', async () => {
    const d = await pressed();
    const told: [string, string | null][] = [];
    for (const person of ['vptu-pho', 'btv-thu-ky', 'btv-3', 'quan-tri', 'btctu-truong', 'stc-truong', 'sxd-truong']) for (const e of await listFor(person, d)) told.push([person, e.dossier.title]);
    expect(told).toEqual([['vptu-pho', 'Đề án MẪU'], ['btv-thu-ky', 'Đề án MẪU'], ['btv-3', null], ['quan-tri', 'Đề án MẪU']]);
  });

  test('what was done meanwhile stays on the list, as done, until it was heard', async () => {
    const d = await pressed();
    must(await d.decide('duyet-noi-dung', 'btctu-truong', 'approved'));
    await d.move();
    expect((await listFor('vptu-truong', d)).map((e) => e.endedAt)).toEqual([at('2022-07-29 09:00')]);
  });
});

describe('địa chỉ lịch / the calendar address', () => {
  const feed = (token: string): ReturnType<DeadlineFeedReadModel['read']> => new DeadlineFeedReadModel(house.source).read(feedHash(token), viewerIn(house, 'btctu-truong').day);

  test('it tells the codes of one’s deadlines, ends when another is made, and its token is kept nowhere', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'duyet-noi-dung');
    const request = house.request('btctu-truong');
    const { token } = must(await makeFeed(house.desk, request));
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const own = (await feed(token!))!.filter((t) => t.dossier === d.id);
    expect(own).toEqual([{ task: expect.any(String) as string, dossier: d.id, code: expect.stringMatching(/^HS-/) as string, step: 'duyet-noi-dung', dueAt: at('2022-07-19 00:00'), changed: at('2022-07-13 09:00'), changes: 0 }]);
    const kept = await house.look<{ all: string }>(`select coalesce((select string_agg(f::text, '') from totrinh.feed_token f), '') || coalesce((select string_agg(k::text, '') from totrinh.idempotency_key k), '') || coalesce((select string_agg(a::text, '') from totrinh.act a), '') as all`);
    expect(kept[0]!.all).not.toContain(token);
    expect(must(await makeFeed(house.desk, request))).toMatchObject({ replayed: true, token: null });
    const { token: second } = must(await makeFeed(house.desk, house.request('btctu-truong')));
    expect(await feed(token!)).toBeNull();
    expect(await feed(second!)).not.toBeNull();
    must(await d.decide('duyet-noi-dung', 'btctu-truong', 'approved'));
    expect((await feed(second!))!.filter((t) => t.dossier === d.id)).toEqual([]);
    must(await endFeed(house.desk, house.request('btctu-truong')));
    expect(await feed(second!)).toBeNull();
    expect(codeOf(await endFeed(house.desk, house.request('btctu-truong')))).toBe('FEED_NOT_FOUND');
    expect(await feed('nobody')).toBeNull();
  });

  test('whoever has left every post has no address any more', async () => {
    const { token } = must(await makeFeed(house.desk, house.request('stc-pho')));
    expect(await feed(token!)).not.toBeNull();
    await house.look(`update totrinh.appointment set valid_to = '2022-07-01' where person_id = 'stc-pho'`);
    expect(await feed(token!)).toBeNull();
    expect(codeOf(await makeFeed(house.desk, house.request('stc-pho')))).toBe('NOT_ALLOWED');
  });
});
