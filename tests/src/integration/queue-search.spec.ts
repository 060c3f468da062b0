import { DossierListReadModel } from '@totrinh/persistence';
import { at } from '../domain/ladder-office.ts';
import { LedgerDossier, driveTo } from '../house/ledger-dossier.ts';
import { must, LedgerHouse } from '../house/ledger-house.ts';
import { crowd, indexesOf } from './queue-crowd.ts';
import { allOf, deskOf, readerIn } from './queue-ward.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await LedgerHouse.open(); });
afterAll(async () => house.close());

const titled = async (title: string): Promise<LedgerDossier> => {
  const d = await LedgerDossier.open(house);
  must(await d.edit(title));
  return d;
};

describe('tìm không dấu / search without accents', () => {
  test.each([
    ['uỷ', 'uy'], ['ủy', 'uy'], ['Uỷ ban', 'uy ban'], ['Đề án', 'de an'], ['ĐỀ ÁN', 'de an'], ['đ', 'd'], ['hoà', 'hoa'], ['hòa', 'hoa'], ['Nguyễn Ước', 'nguyen uoc'], ['ữ ợ ẵ ẫ ỵ', 'u o a a y'],
    ['Số: 281/KH-UBND', 'so: 281/kh-ubnd'], ['100%', '100%'], ['a_b\\c', 'a_b\\c'], ['', ''],
  ])('%s is folded to %s, composed or not', async (words, folded) => {
    for (const form of ['NFC', 'NFD'] as const) expect((await house.look<{ f: string }>('select totrinh.folded($1) as f', [words.normalize(form)]))[0]?.f).toBe(folded);
  });

  test.each([
    ['uy ban', true], ['uỷ ban', true], ['ủy ban', true], ['ỦY BAN', true], ['ban uy', true], ['de an 100%', true], ['đề án'.normalize('NFD'), true], ['%', true], ['100% so_hoa', true], ['_', true], ['so_hoa', true], ['btctu', true], ['MẪU btctu uy', true], ['HS-', true],
    ['ủy viên', false], ['100_', false], ['so%hoa', false], ['\\', false], ['stc', false], ['\u0000', true], ['   ', true],
  ])('“%s” finds it: %s', async (search, finds) => {
    const d = await titled('Đề án kiện toàn Uỷ ban, 100% so_hoa');
    const page = await deskOf(house, 'btctu-cv', 'todo', { filter: { search } });
    const listed = await new DossierListReadModel(house.source).page(readerIn(house, 'btctu-cv'), { status: null, route: null, version: null, search }, { limit: 200, after: null });
    expect([page.items.some((i) => i.dossier.id === d.id), listed.items.some((i) => i.id === d.id), page.count]).toEqual([finds, finds, page.items.length]);
  });

  test('a number that was given is found, and a title is found by its latest words', async () => {
    const d = await driveTo(await titled('Kế hoạch cũ'), 'hoan-thanh');
    const [row] = await house.look<{ number: string }>('select number from totrinh.dossier where id = $1', [d.id]);
    for (const search of [row!.number, row!.number.toLowerCase().replace('đ', 'd')]) expect((await deskOf(house, 'btctu-cv', 'done', { filter: { search } })).items.map((i) => i.dossier.id)).toContain(d.id);
    const e = await titled('Kế hoạch cũ');
    must(await e.edit('Chuyên đề mới'));
    const found = async (search: string): Promise<boolean> => (await deskOf(house, 'btctu-cv', 'todo', { filter: { search } })).items.some((i) => i.dossier.id === e.id);
    expect([await found('chuyen de moi'), await found('ke hoach cu')]).toEqual([true, false]);
  });

  test('nobody finds what they may not see', async () => {
    await titled('Đề án rất riêng');
    for (const list of ['todo', 'waiting', 'informed', 'done', 'troubled'] as const) expect((await deskOf(house, 'sxd-truong', list, { filter: { search: 'rieng' } })).count).toBe(0);
    expect((await new DossierListReadModel(house.source).page(readerIn(house, 'sxd-truong'), { status: null, route: null, version: null, search: 'rieng' }, { limit: 200, after: null })).items).toEqual([]);
  });
});

describe('nhiều việc / many tasks', () => {
  test('pages follow each other in each order, each row once, while rows are added', async () => {
    const like = await LedgerDossier.open(house);
    await crowd(house, like, { person: 'stc-pho', mine: 60, others: 0, done: 45 });
    for (const sort of ['due', 'newest', 'code'] as const) {
      const before = (await deskOf(house, 'stc-pho', 'todo', { sort })).items.map((i) => i.id);
      const lines = await allOf(house, 'stc-pho', 'todo', { sort, limit: 7 }, (page) => (page === 3 ? crowd(house, like, { person: 'stc-pho', mine: 10, others: 0 }) : Promise.resolve()));
      const ids = lines.map((i) => i.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => before.includes(id))).toEqual(before);
      const place = lines.map((i) => (sort === 'due' ? `${i.dueAt?.toISOString() ?? 'without'} ${i.at.toISOString()}` : sort === 'code' ? i.code : i.at.toISOString()));
      expect(place).toEqual(sort === 'newest' ? [...place].sort().reverse() : [...place].sort());
    }
    const done = await allOf(house, 'stc-pho', 'done', { limit: 7 });
    expect([done.length, new Set(done.map((i) => i.id)).size]).toEqual([45, 45]);
    expect(done.map((i) => i.at.getTime())).toEqual(done.map((i) => i.at.getTime()).sort((a, b) => b - a));
  }, 60_000);

  test('among five thousand tasks each list is read by its indexes', async () => {
    const like = await LedgerDossier.open(house);
    await crowd(house, like, { person: 'btgtu-truong', mine: 120, others: 4_500, done: 400 });
    house.clock.at = at('2022-07-20 09:00');
    expect(await indexesOf(house, 'btgtu-truong', { list: 'todo', sort: 'due' })).toEqual(expect.arrayContaining(['task_candidate_queue', 'dossier_pkey']));
    expect(await indexesOf(house, 'btgtu-truong', { list: 'waiting', sort: 'due' })).toEqual(expect.arrayContaining(['participant_pkey', 'task_candidate_queue']));
    expect(await indexesOf(house, 'btgtu-truong', { list: 'done', sort: 'newest' })).toEqual(expect.arrayContaining(['task_done_holder']));
    expect(await indexesOf(house, 'btgtu-truong', { list: 'informed', sort: 'newest' })).toEqual(expect.arrayContaining(['event_mentions']));
  }, 60_000);

  test('a rare word is looked up and not read through', async () => {
    const like = await LedgerDossier.open(house);
    await crowd(house, like, { person: 'btgtu-truong', mine: 0, others: 1, title: 'Hồ sơ vô cùng hiếm' });
    const [row] = await house.look<{ 'QUERY PLAN': unknown }>(`explain (format json) select id from totrinh.dossier d where d.search like '%' || totrinh.folded('hiếm') || '%'`);
    expect(JSON.stringify(row)).toContain('dossier_search');
  }, 60_000);
});
