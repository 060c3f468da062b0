import { create, importProgramme, issue, publishRoute, type ActRequest } from '@totrinh/casework';
import type { Result } from '@totrinh/domain';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';
import { LEDGER_ROUTE } from '../house/ledger-office.ts';
import { eventually } from '../house/eventually.ts';
import { gatedDesk } from './gates.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await LedgerHouse.open(); });
afterAll(async () => house.close());

type Act = (given: Partial<ActRequest>) => Promise<Result<{ readonly status: number; readonly replayed: boolean; readonly after?: unknown }>>;

const at = async (path: string): Promise<LedgerDossier> => (path === 'soan-thao' ? LedgerDossier.open(house) : driveTo(await LedgerDossier.open(house), path));
const importOf = (code: string): Parameters<typeof importProgramme>[1] => ({
  programme: { id: code, code, title: 'MẪU', issuer: 'btv', issuedOn: '2021-01-01', term: 'XVII', yearFrom: 2021, yearTo: 2025 },
  items: [{ code: `${code}-1`, no: 1, kind: 'de-an', title: 'MẪU', leadUnit: 'btctu', authority: 'btv', cooperating: [], appraisingUnit: 'vptu', issuingUnit: 'vptu', registerIssuer: 'vptu', registerType: 'de-an', directing: 'MẪU', deadlineText: '', deadlinePrecision: 'day', deadlineOn: '2022-12-31', history: { issuedOn: '2022-01-01', source: 'MẪU' } }],
});

/** Every verb, prepared so that it goes through. */
const VERBS: Record<string, () => Promise<Act>> = {
  create: async () => { const item = await house.item(); return (given) => create(house.desk, { route: 'mau', version: null, item, title: null, dueOn: null }, house.request('btctu-cv', given)); },
  edit: async () => { const d = await at('soan-thao'); return (given) => d.edit('MẪU tên khác', given); },
  attach: async () => { const d = await at('soan-thao'); return (given) => d.attach('du-thao', 'a9', given); },
  submit: async () => { const d = await at('soan-thao'); must(await d.attach('du-thao', 'a1')); return (given) => d.submit(given); },
  seen: async () => { const d = await at('duyet-noi-dung'); const { id } = await d.task('duyet-noi-dung'); return (given) => d.seen(id, 'btctu-truong', given); },
  claim: async () => { const d = await at('tham-dinh'); const { id } = await d.task('tham-dinh'); return (given) => d.claim(id, 'vptu-pho', given); },
  release: async () => { const d = await at('tham-dinh'); const { id } = await d.task('tham-dinh'); must(await d.claim(id, 'vptu-pho')); return (given) => d.release(id, 'vptu-pho', given); },
  decide: async () => { const d = await at('tham-dinh'); const { id } = await d.task('tham-dinh'); return (given) => d.decideIn(id, 'vptu-truong', 'approved', null, given); },
  return: async () => { const d = await at('tham-dinh'); const { id } = await d.task('tham-dinh'); return (given) => d.returnIn(id, 'vptu-truong', null, 'MẪU', given); },
  recall: async () => { const d = await at('duyet-noi-dung'); return (given) => d.recall(given); },
  cancel: async () => { const d = await at('tham-dinh'); return (given) => d.cancel('MẪU', given); },
  comment: async () => { const d = await at('soan-thao'); return (given) => d.comment('btctu-cv', 'MẪU', given); },
  issue: async () => { const d = await at('ban-hanh'); const { id } = await d.task('ban-hanh'); return (given) => issue(house.desk, { task: id }, house.request('vptu-vt', given)); },
  publishRoute: async () => (given) => publishRoute(house.desk, LEDGER_ROUTE.replace('route: mau', 'route: mau-hai'), house.request('quan-tri', given)),
  importProgramme: async () => (given) => importProgramme(house.desk, importOf('NHẬP'), house.request('quan-tri', given)),
};

/** Every row of every table, as one text; PostgreSQL may answer the branches of the union in any order. */
async function everything(): Promise<string> {
  const tables = await house.look<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'totrinh' order by 1`);
  const each = tables.map(({ name }) => `select '${name} ' || coalesce(md5(string_agg(t::text, e'\\n' order by t::text)), '') as all from totrinh.${name} t`);
  return (await house.look<{ all: string }>(each.join(' union all '))).map((row) => row.all).sort().join('\n');
}

describe('the same request twice', () => {
  test.each(Object.keys(VERBS))('%s changes nothing the second time and answers the same', async (verb) => {
    const act = await (VERBS[verb] as () => Promise<Act>)();
    const first = must(await act({ key: 'hai-lan', request: 'body' }));
    const between = await everything();
    const second = must(await act({ key: 'hai-lan', request: 'body' }));
    expect(await everything()).toBe(between);
    const { after: _seen, ...answered } = first;
    expect(second).toEqual({ ...answered, replayed: true });
    expect(codeOf(await act({ key: 'hai-lan', request: 'another body' }))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await everything()).toBe(between);
  });

  test('twice at the same time is once', async () => {
    const d = await at('soan-thao');
    const answers = await Promise.all(Array.from({ length: 8 }, () => d.comment('btctu-cv', 'MẪU', { key: 'cung-luc', request: 'body' })));
    expect(new Set(answers.map((a) => must(a).act)).size).toBe(1);
    expect(answers.filter((a) => !must(a).replayed)).toHaveLength(1);
    expect(await house.look('select 1 from totrinh.event where dossier_id = $1 and type = $2', [d.id, 'comment.added'])).toHaveLength(1);
  });

  test('the same key serves other people, verbs and dossiers', async () => {
    const [one, two] = [await at('soan-thao'), await at('soan-thao')];
    const given = { key: 'mot-khoa', request: 'body' };
    for (const answer of [await one.comment('btctu-cv', 'MẪU', given), await one.comment('btctu-truong', 'MẪU', given), await one.edit('MẪU', given), await two.comment('btctu-cv', 'MẪU', given)]) {
      expect(must(answer).replayed).toBe(false);
    }
  });

  test('while the first still runs, the second is told so after two seconds', async () => {
    const d = await at('soan-thao');
    const given = { key: 'dang-chay', request: 'body' };
    let letGo = (): void => undefined;
    const stopped = new Promise<void>((resolve) => { letGo = resolve; });
    let atCommit = false;
    const slow = gatedDesk(house.desk, new Set(['commit']), () => { atCommit = true; return stopped; });
    const first = d.atDesk(slow).comment('btctu-cv', 'MẪU', given);
    await eventually('the first is about to commit', () => atCommit);
    expect(codeOf(await d.comment('btctu-cv', 'MẪU', given))).toBe('IDEMPOTENCY_KEY_RUNNING');
    letGo();
    const { act } = must(await first);
    expect(must(await d.comment('btctu-cv', 'MẪU', given))).toMatchObject({ act, replayed: true });
  });

  test('a refusal is not remembered: the same key may be used once it is possible', async () => {
    const d = await at('soan-thao');
    expect(codeOf(await d.submit({ key: 'tu-choi', request: 'body' }))).toBe('DOCUMENT_MISSING');
    must(await d.attach('du-thao', 'a1'));
    expect(must(await d.submit({ key: 'tu-choi', request: 'body' })).replayed).toBe(false);
  });
});

describe('two people in one task', () => {
  test('one decides, the other is told who was first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const d = await at('tham-dinh');
      const { id } = await d.task('tham-dinh');
      const answers = await Promise.all([d.decideIn(id, 'vptu-truong', 'approved'), d.decideIn(id, 'vptu-pho', 'conditional', 'MẪU')]);
      const winner = answers.findIndex((a) => a.ok);
      const loser = answers[1 - winner];
      expect(answers.filter((a) => a.ok)).toHaveLength(1);
      expect(loser && !loser.ok && loser.error).toEqual({ code: 'TASK_CLOSED', details: { task: id, by: ['vptu-truong', 'vptu-pho'][winner], outcome: ['approved', 'conditional'][winner] } });
      expect(await faultsOf(house, d.id)).toEqual([]);
    }
  });

  test('a version that is not the one on the table is refused, and a task’s version is not touched by other people’s acts in the step', async () => {
    const d = await at('thong-qua');
    const { taskTag, dossierTag } = await import('@totrinh/casework');
    const { id } = await d.task('thong-qua', 'btv-2');
    const { case: before } = await d.load();
    must(await d.decide('thong-qua', 'btv-1', 'approved'));
    expect(codeOf(await d.comment('btctu-cv', 'MẪU', { ifMatch: dossierTag(before) }))).toBe('VERSION_MISMATCH');
    expect(codeOf(await d.decideIn(id, 'btv-2', 'approved', null, { ifMatch: '"t-other"' }))).toBe('VERSION_MISMATCH');
    must(await d.decideIn(id, 'btv-2', 'approved', null, { ifMatch: taskTag(before, id) ?? '' }));
  });
});

describe('two people who begin the same thing at once', () => {
  test('an item is opened by one of them, the other is told by which dossier it is taken', async () => {
    const item = await house.item();
    const open = (person: string): ReturnType<typeof create> => create(house.desk, { route: 'mau', version: null, item, title: null, dueOn: null }, house.request(person));
    const answers = await Promise.all(['btctu-cv', 'btctu-cv2', 'btctu-truong'].map(open));
    const [dossier] = answers.flatMap((a) => (a.ok ? [a.value.dossier] : []));
    expect(answers.filter((a) => a.ok)).toHaveLength(1);
    expect(answers.flatMap((a) => (a.ok ? [] : [a.error]))).toEqual(Array(2).fill({ code: 'ITEM_TAKEN', details: { item, dossier } }));
    expect(await house.look('select 1 from totrinh.dossier d join totrinh.item i on i.id = d.item_id where i.code = $1', [item])).toHaveLength(1);
  });

  test('whoever has no right to open it is not told who carries it', async () => {
    const item = await house.item();
    must(await create(house.desk, { route: 'mau', version: null, item, title: null, dueOn: null }, house.request('btctu-cv')));
    const refused = await create(house.desk, { route: 'mau', version: null, item, title: null, dueOn: null }, house.request('sxd-truong'));
    expect(refused).toEqual({ ok: false, error: { code: 'NOT_ALLOWED', details: { because: 'notOfLeadUnit' } } });
  });

  test('versions of a route follow one another, and an equal source is published once', async () => {
    const source = (n: number): string => LEDGER_ROUTE.replace('route: mau', 'route: cung-cong-bo').replace('Sample scheme', `Sample scheme ${n}`);
    const atOnce = (ns: readonly number[]) => Promise.all(ns.map((n) => publishRoute(house.desk, source(n), house.request('quan-tri'))));
    // Only the latest version is compared with, so that an office may go back to an older source; equal ones come apart from others.
    const answers = [...(await atOnce([1, 2])), ...(await atOnce([3, 3]))];
    expect(answers.flatMap((a) => (a.ok ? [a.value.version] : [])).sort()).toEqual([1, 2, 3]);
    expect(answers.filter((a) => codeOf(a) === 'ROUTE_VERSION_FROZEN')).toHaveLength(1);
  });

  test('an import that two people send at once adds each item once', async () => {
    const answers = await Promise.all(['quan-tri', 'quan-tri'].map((person) => importProgramme(house.desk, importOf('HAI-NGUOI'), house.request(person))));
    expect(answers.map((a) => must(a).added).sort()).toEqual([0, 1]);
  });

  test('an import is stored in NFC, and known again when it is sent in NFD', async () => {
    const input = importOf('DẤU');
    const parted = JSON.parse(JSON.stringify({ ...input, items: input.items.map((i) => ({ ...i, title: '  Đề án MẪU ' })) }).normalize('NFD')) as typeof input;
    expect(must(await importProgramme(house.desk, parted, house.request('quan-tri'))).added).toBe(1);
    expect(await house.look('select title from totrinh.item where code = $1', ['DẤU-1'])).toEqual([{ title: 'Đề án MẪU' }]);
    expect(must(await importProgramme(house.desk, input, house.request('quan-tri'))).added).toBe(0);
  });
});
