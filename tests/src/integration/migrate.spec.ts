import { confirmMigrationBatch, confirmProposal, migrate, migrateBatch, previewMigrationOf, type BatchProgress } from '@totrinh/casework';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';
import { LEDGER_ROUTE } from '../house/ledger-office.ts';

const named = (route: string): string => LEDGER_ROUTE.replace('route: mau', `route: ${route}`);
/** The appraisal under another name, and a fact that has a default. */
const renamed = (route: string): string => named(route).replaceAll('tham-dinh', 'tham-dinh-moi').replace('start: soan-thao', 'fields: { budget: { type: money, default: 5 } }\nstart: soan-thao');

let house: LedgerHouse;
beforeAll(async () => { house = await LedgerHouse.open(); });
afterAll(async () => house.close());

const at = async (path: string, route: string): Promise<LedgerDossier> => driveTo(await LedgerDossier.open(house, { route }), path);
const asking = (d: LedgerDossier, mapping = { 'tham-dinh': 'tham-dinh-moi' }, version = 2) => migrate(house.desk, { dossier: d.id, version, mapping, reason: 'MẪU quy chế mới' }, house.request('quan-tri'));

describe('a dossier moves to another version of its route', () => {
  beforeAll(async () => { await house.publish(named('mot')); });

  test('is looked at first, proposed, confirmed by a second person, and goes on to its end in the other version', async () => {
    const d = await at('tham-dinh', 'mot');
    await house.publish(renamed('mot'));
    expect(must(await previewMigrationOf(house.desk, d.id, 2)).faults).toEqual([{ code: 'stepMissing', subject: 'tham-dinh' }]);
    const before = (await d.load()).case.seq;
    const preview = must(await previewMigrationOf(house.desk, d.id, 2, { 'tham-dinh': 'tham-dinh-moi' }));
    expect(preview).toMatchObject({ faults: [], moved: [{ from: 'tham-dinh', path: 'tham-dinh-moi' }], defaults: { budget: 5 } });
    expect((await d.load()).case.seq).toBe(before);
    const { proposal = '' } = must(await asking(d)).ids;
    expect(codeOf(await confirmProposal(house.desk, { dossier: d.id, proposal, reason: null }, house.request('quan-tri')))).toBe('SAME_PERSON');
    const { after } = must(await confirmProposal(house.desk, { dossier: d.id, proposal, reason: null }, house.request('btctu-truong')));
    expect(Object.keys(after?.route.steps ?? {})).toContain('tham-dinh-moi');
    expect((await d.load()).case).toMatchObject({ route: { id: 'mot', version: 2 }, fields: { budget: 5 }, proposals: [] });
    expect(await faultsOf(house, d.id)).toEqual([]);
    must(await d.decide('tham-dinh-moi', 'vptu-truong', 'approved'));
    await d.move();
    await driveTo(d, 'hoan-thanh');
    expect((await d.load()).case.status).toBe('done');
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('a version that there is not, a dossier that there is not', async () => {
    const d = await at('duyet-noi-dung', 'mot');
    expect([codeOf(await previewMigrationOf(house.desk, d.id, 9)), codeOf(await asking(d, undefined, 9)), codeOf(await previewMigrationOf(house.desk, '00000000-0000-4000-8000-000000000999', 2))]).toEqual(['ROUTE_NOT_FOUND', 'ROUTE_NOT_FOUND', 'DOSSIER_NOT_FOUND']);
  });

  test('what changed between proposal and confirmation is looked at again', async () => {
    const d = await at('thong-qua', 'mau');
    await house.publish(LEDGER_ROUTE.replace('as: T/M', 'authority: false').replace('who: { body: authority }, rule: all', 'who: { body: authority }, authority: true, rule: all'));
    const { proposal = '' } = must(await asking(d, {} as never)).ids;
    for (const member of ['btv-1', 'btv-2', 'btv-3']) must(await d.decide('thong-qua', member, 'approved'));
    await d.move();
    must(await d.decide('ky', 'btv-1', 'signed'));
    await d.move();
    const refused = await confirmProposal(house.desk, { dossier: d.id, proposal, reason: null }, house.request('btctu-truong'));
    expect(refused).toMatchObject({ ok: false, error: { code: 'MIGRATION_IMPOSSIBLE', details: { faults: [{ code: 'approvalMoved', subject: 'ky' }] } } });
    expect((await d.load()).case.route?.version).toBe(1);
  });
});

describe('all dossiers of a version move', () => {
  const three = async (route: string): Promise<LedgerDossier[]> => {
    await house.publish(named(route));
    const dossiers = [await at('duyet-noi-dung', route), await at('tham-dinh', route), await at('duyet-noi-dung', route)];
    await house.publish(renamed(route));
    return dossiers;
  };
  const versions = async (all: readonly LedgerDossier[]): Promise<number[]> => Promise.all(all.map(async (d) => (await d.load()).case.route?.version ?? 0));

  test('one by one, telling how far it is; what cannot move stays and says why; begun again it goes on', async () => {
    const all = await three('ba');
    const told: BatchProgress[] = [];
    const batch = { route: 'ba', from: 1, to: 2, reason: 'MẪU' };
    const [proposer, confirmer] = [house.request('quan-tri'), house.request('btctu-truong')];
    const done = await migrateBatch(house.desk, batch, { proposer, confirmer }, (p) => told.push(p));
    expect(done).toEqual({ done: 2, total: 3, failed: [{ dossier: all[1]?.id, code: 'MIGRATION_IMPOSSIBLE' }] });
    expect(told.map((p) => p.done + p.failed.length)).toEqual([1, 2, 3]);
    expect(await versions(all)).toEqual([2, 1, 2]);
    const again = await migrateBatch(house.desk, { ...batch, mapping: { 'tham-dinh': 'tham-dinh-moi' } }, { proposer, confirmer });
    expect([again, await versions(all)]).toEqual([{ done: 1, total: 1, failed: [] }, [2, 2, 2]]);
    for (const d of all) expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('proposed by one, confirmed later by another, never by the same', async () => {
    const all = await three('ba-sau');
    const batch = { route: 'ba-sau', from: 1, to: 2, mapping: { 'tham-dinh': 'tham-dinh-moi' }, reason: 'MẪU' };
    expect((await migrateBatch(house.desk, batch, { proposer: house.request('quan-tri') })).done).toBe(3);
    expect(await versions(all)).toEqual([1, 1, 1]);
    expect((await confirmMigrationBatch(house.desk, batch, house.request('quan-tri'))).failed.map((f) => f.code)).toEqual(['SAME_PERSON', 'SAME_PERSON', 'SAME_PERSON']);
    expect((await confirmMigrationBatch(house.desk, batch, house.request('btctu-truong'))).done).toBe(3);
    expect(await versions(all)).toEqual([2, 2, 2]);
  });
});
