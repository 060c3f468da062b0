import { confirmProposal, create, extend, nudge, redo, reopen, repair, resume, skip, suspend, withdraw } from '@totrinh/casework';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await LedgerHouse.open(); });
afterAll(async () => house.close());

const at = async (path: string): Promise<LedgerDossier> => driveTo(await LedgerDossier.open(house), path);
const itemOf = async (d: LedgerDossier): Promise<{ state: string; dossier: string | null; code: string } | undefined> =>
  (await house.look<{ state: string; dossier: string | null; code: string }>('select i.state, i.dossier_id as dossier, i.code from totrinh.item i join totrinh.dossier d on d.item_id = i.id where d.id = $1', [d.id]))[0];
const reopening = (d: LedgerDossier, person = 'btctu-truong') => reopen(house.desk, { dossier: d.id, to: null, reason: 'MẪU' }, house.request(person));
const openStep = async (d: LedgerDossier, path: string): Promise<string> => (await d.load()).case.steps.find((s) => s.path === path && s.state === 'open')?.id ?? '';

describe('a dossier that was stopped is opened again', () => {
  test.each([['cancelled', async (d: LedgerDossier) => must(await d.cancel('MẪU'))], ['rejected', async (d: LedgerDossier) => must(await d.decide('thong-qua', 'btv-1', 'rejected', 'MẪU'))]] as const)(
    'what was %s takes its item back, is drafted in a new round and can be issued', async (_status, stop) => {
      const d = await at('thong-qua');
      await stop(d);
      await d.move();
      expect((await itemOf(d))?.dossier).toBeNull();
      must(await reopening(d));
      await d.move();
      expect([await d.at(), (await d.load()).case.round, (await itemOf(d))?.dossier]).toEqual([['soan-thao'], 2, d.id]);
      expect(await house.look('select closed_at from totrinh.dossier where id = $1', [d.id])).toEqual([{ closed_at: null }]);
      expect(await faultsOf(house, d.id)).toEqual([]);
      await driveTo(d, 'hoan-thanh');
      expect((await itemOf(d))?.state).toBe('completed');
      expect(await faultsOf(house, d.id)).toEqual([]);
    });

  test('its item is carried by another dossier by then: it stays closed', async () => {
    const d = await at('thong-qua');
    must(await d.cancel('MẪU'));
    const other = must(await create(house.desk, { route: 'mau', version: null, item: (await itemOf(d))?.code ?? '', title: null, dueOn: null }, house.request('btctu-cv')));
    expect(await reopening(d)).toMatchObject({ ok: false, error: { code: 'ITEM_TAKEN', details: { dossier: other.dossier } } });
    expect((await itemOf(d))?.dossier).toBe(other.dossier);
  });

  test('two dossiers of one item are opened again at the same time: one of them is', async () => {
    const d = await at('duyet-noi-dung');
    must(await d.cancel('MẪU'));
    const other = must(await create(house.desk, { route: 'mau', version: null, item: (await itemOf(d))?.code ?? '', title: null, dueOn: null }, house.request('btctu-cv')));
    const second = new LedgerDossier(house, other.dossier, 'btctu-cv');
    await second.move();
    must(await second.cancel('MẪU'));
    const answers = await Promise.all([reopening(d), reopening(second)]);
    expect(answers.map(codeOf).sort()).toEqual(['ITEM_TAKEN', null].sort());
  });
});

describe('an issued document is withdrawn after its dossier is done', () => {
  test.each([['revoke', 'notYetSubmitted', null], ['correct', 'completed', 'self']] as const)('%s: its item is %s', async (how, state, carrier) => {
    const d = await at('hoan-thanh');
    must(await withdraw(house.desk, { dossier: d.id, how, reason: 'MẪU', replacedBy: null }, house.request('btctu-truong')));
    expect(await itemOf(d)).toMatchObject({ state, dossier: carrier === null ? null : d.id });
    expect(await faultsOf(house, d.id)).toEqual([]);
  });
});

describe('terms of a dossier', () => {
  const dueOf = async (d: LedgerDossier, path: string): Promise<string | undefined> => (await house.look<{ due: Date }>(`select due_at as due from totrinh.step where dossier_id = $1 and path = $2 and state = 'open'`, [d.id, path]))[0]?.due.toISOString();
  const waiting = (d: LedgerDossier): Promise<{ kind: string; at: Date }[]> => house.look('select kind, due_at as at from totrinh.rung where dossier_id = $1 and fired_at is null and void_at is null', [d.id]);

  test('an extension that was asked for and granted moves the step and what the clock fires', async () => {
    const d = await at('tham-dinh');
    const { id } = await d.task('tham-dinh');
    const { proposal = '' } = must(await extend(house.desk, { task: id, until: '2022-08-10', reason: 'MẪU' }, house.request('vptu-truong'))).ids;
    must(await confirmProposal(house.desk, { dossier: d.id, proposal, reason: null }, house.request('vptu-pho')));
    expect(await dueOf(d, 'tham-dinh')).toBe('2022-08-10T17:00:00.000Z');
    expect(await waiting(d)).toEqual([{ kind: 'overdue', at: new Date('2022-08-10T17:00:00.000Z') }]);
  });

  test('a pause parks what the clock fires; going on moves the term by the days of the pause', async () => {
    const start = house.clock.at;
    const d = await at('tham-dinh');
    const due = await dueOf(d, 'tham-dinh');
    must(await suspend(house.desk, { dossier: d.id, until: '2022-07-25', reason: 'MẪU' }, house.request('vptu-pho')));
    expect(await waiting(d)).toEqual([{ kind: 'resume', at: new Date('2022-07-25T17:00:00.000Z') }]);
    house.clock.pass(4 * 86_400_000);
    must(await resume(house.desk, { dossier: d.id, reason: null }, house.request('btctu-truong')));
    const later = new Date(Date.parse(due ?? '') + 4 * 86_400_000);
    expect([await dueOf(d, 'tham-dinh'), await waiting(d)]).toEqual([later.toISOString(), [{ kind: 'overdue', at: later }]]);
    expect(codeOf(await resume(house.desk, { dossier: d.id, reason: null }, house.request('btctu-truong')))).toBe('NOT_SUSPENDED');
    house.clock.at = start;
    expect(await faultsOf(house, d.id)).toEqual([]);
  });
});

describe('exceptions on the ledger', () => {
  test('skip, redo and repair leave tables as the chain says', async () => {
    const d = await at('tham-dinh');
    const skipped = must(await skip(house.desk, { dossier: d.id, step: await openStep(d, 'tham-dinh'), reason: 'MẪU' }, house.request('vptu-pho')));
    must(await confirmProposal(house.desk, { dossier: d.id, proposal: skipped.ids['proposal'] ?? '', reason: 'MẪU' }, house.request('quan-tri')));
    await d.move();
    expect(await d.at()).toEqual(['thong-qua']);
    must(await redo(house.desk, { dossier: d.id, step: await openStep(d, 'thong-qua'), to: 'kiem-tra', reason: 'MẪU' }, house.request('vptu-pho')));
    await d.move();
    expect(await d.at()).toEqual(['kiem-tra']);
    const { proposal = '' } = must(await repair(house.desk, { dossier: d.id, to: 'thong-qua', reason: 'MẪU' }, house.request('quan-tri'))).ids;
    must(await confirmProposal(house.desk, { dossier: d.id, proposal, reason: null }, house.request('btctu-truong')));
    await d.move();
    expect(await d.at()).toEqual(['thong-qua']);
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('whoever is nudged finds one notice, and the same request twice tells it once', async () => {
    const d = await at('tham-dinh');
    const { id } = await d.task('tham-dinh');
    const request = house.request('btctu-cv');
    must(await nudge(house.desk, id, request));
    expect(must(await nudge(house.desk, id, request)).replayed).toBe(true);
    expect(codeOf(await nudge(house.desk, id, house.request('btctu-truong')))).toBe('NUDGE_TOO_SOON');
    expect(await house.look('select person_id as person, kind from totrinh.notice where dossier_id = $1 order by 1', [d.id])).toEqual([{ person: 'vptu-pho', kind: 'nudged' }, { person: 'vptu-truong', kind: 'nudged' }]);
  });
});
