import { comment, importProgramme, type ImportItem } from '@totrinh/casework';
import { inTransaction, type Tx } from '@totrinh/persistence';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';
import { eventually } from '../house/eventually.ts';
import { gatedDesk } from './gates.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await LedgerHouse.open(); });
afterAll(async () => house.close());

const acts = async (): Promise<number> => (await house.look<{ n: number }>('select count(*)::int as n from totrinh.act'))[0]?.n ?? 0;
const idleInTransaction = async (): Promise<number> =>
  (await house.look<{ n: number }>(`select count(*)::int as n from pg_stat_activity where usename = 'totrinh_app' and state like 'idle in transaction%'`))[0]?.n ?? 0;

describe('a transaction that does not end well', () => {
  test.each(['lock', 'write', 'commit'] as const)('a session that is cut off before its %s changes nothing, and the next act is accepted', async (at) => {
    const d = await LedgerDossier.open(house);
    const before = await acts();
    const cut = gatedDesk(house.desk, new Set([at]), async (_gate, pid) => {
      await house.look('select pg_terminate_backend($1)', [pid]);
      await eventually('the session has ended', async () => (await house.look('select 1 from pg_stat_activity where pid = $1', [pid])).length === 0);
    });
    await expect(comment(cut, d.id, { text: 'MẪU' }, house.request('btctu-cv'))).rejects.toThrow();
    expect(await acts()).toBe(before);
    for (let i = 0; i < 20; i += 1) must(await d.comment('btctu-cv', 'MẪU'));
    expect(await faultsOf(house, d.id)).toEqual([]);
    expect(await idleInTransaction()).toBe(0);
  });

  test('an act whose answer was lost stands once: asked again with its key, it is answered as it was', async () => {
    const d = await LedgerDossier.open(house);
    const given = { key: 'mat-tra-loi', request: 'body' };
    const deaf = { ...house.desk, transact: async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => { await house.desk.transact(work); throw new Error('the answer was lost'); } };
    await expect(d.atDesk(deaf).comment('btctu-cv', 'MẪU', given)).rejects.toThrow('the answer was lost');
    const again = must(await d.comment('btctu-cv', 'MẪU', given));
    expect([again.replayed, again.version, (await d.load()).case.seq]).toEqual([true, again.version, again.version]);
    expect(await house.look('select 1 from totrinh.act where dossier_id = $1 and verb = $2', [d.id, 'comment'])).toHaveLength(1);
  });

  test('an act that was cut off is done once by asking again with its key', async () => {
    const d = await LedgerDossier.open(house);
    const given = { key: 'bi-cat', request: 'body' };
    const cut = gatedDesk(house.desk, new Set(['commit']), async (_gate, pid) => { await house.look('select pg_terminate_backend($1)', [pid]); });
    const first = await d.atDesk(cut).comment('btctu-cv', 'MẪU', given).then(() => 'answered', () => 'lost');
    const again = must(await d.comment('btctu-cv', 'MẪU', given));
    expect([first, again.replayed]).toEqual(['lost', false]);
    expect(await house.look('select 1 from totrinh.event where dossier_id = $1 and type = $2', [d.id, 'comment.added'])).toHaveLength(1);
  });

  test('a statement that failed is never taken for a commit, though the work went on as if nothing were', async () => {
    const swallowed = inTransaction(house.source, async (tx) => {
      const heard = await tx.read('select 1 / 0').then(() => 'no', (fault: unknown) => String(fault));
      return heard;
    });
    await expect(swallowed).rejects.toThrow(/rolled back/);
    expect(await idleInTransaction()).toBe(0);
  });

  test('a refusal, a fault of the rules and a lock that could not be had leave no session in a transaction', async () => {
    const d = await LedgerDossier.open(house);
    expect(codeOf(await d.cancel(null))).toBe('REASON_REQUIRED');
    await expect(inTransaction(house.source, () => Promise.reject(new Error('broken invariant')))).rejects.toThrow('broken invariant');
    await house.superuser.query('begin');
    await house.superuser.query('select 1 from totrinh.dossier where id = $1 for update', [d.id]);
    expect(codeOf(await d.comment('btctu-cv', 'MẪU'))).toBe('BUSY');
    await house.superuser.query('rollback');
    expect(await idleInTransaction()).toBe(0);
    must(await d.comment('btctu-cv', 'MẪU'));
  });

  test('a deadlock is told as busy and changes nothing', async () => {
    const d = await LedgerDossier.open(house);
    const before = await acts();
    const appointment = (await house.look<{ id: string }>(`select id from totrinh.appointment where person_id = 'btctu-cv'`))[0]?.id;
    await house.superuser.query('begin');
    await house.superuser.query(`set local deadlock_timeout = '60s'`);
    await house.superuser.query('select 1 from totrinh.appointment where id = $1 for update', [appointment]);
    const act = d.comment('btctu-cv', 'MẪU');
    await eventually('the act waits for the appointment', async () => (await house.look(`select 1 from pg_stat_activity where usename = 'totrinh_app' and wait_event_type = 'Lock'`)).length > 0);
    const other = house.superuser.query('select 1 from totrinh.dossier where id = $1 for update', [d.id]);
    expect(codeOf(await act)).toBe('BUSY');
    await other;
    await house.superuser.query('rollback');
    expect(await acts()).toBe(before);
  });
});

describe('what a session remembers', () => {
  test('acts go on while a migration adds a column', async () => {
    const d = await LedgerDossier.open(house);
    must(await d.comment('btctu-cv', 'MẪU'));
    await house.look('alter table totrinh.dossier add column added_later text');
    try {
      for (let i = 0; i < 20; i += 1) must(await d.comment('btctu-cv', 'MẪU'));
    } finally {
      await house.look('alter table totrinh.dossier drop column added_later');
    }
    must(await d.comment('btctu-cv', 'MẪU'));
  });

  test('an import of five thousand items goes through, and sessions remember only so many statements', async () => {
    const items = (from: number, n: number): ImportItem[] => Array.from({ length: n }, (_, i): ImportItem => ({
      code: `LỚN-${from + i}`, no: from + i, kind: 'de-an', title: 'MẪU', leadUnit: 'btctu', authority: 'btv', cooperating: [], appraisingUnit: 'vptu', issuingUnit: 'vptu', registerIssuer: 'vptu',
      registerType: 'de-an', directing: 'MẪU', deadlineText: '', deadlinePrecision: 'day', deadlineOn: '2022-12-31', history: null,
    }));
    const programme = { id: 'lon', code: 'LỚN', title: 'MẪU', issuer: 'btv', issuedOn: '2021-01-01', term: 'XVII', yearFrom: 2021, yearTo: 2025 };
    expect(must(await importProgramme(house.desk, { programme, items: items(0, 5000) }, house.request('quan-tri'))).added).toBe(5000);
    await driveTo(await LedgerDossier.open(house), 'hoan-thanh');
    const before = await remembered();
    for (let n = 1; n <= 30; n += 1) must(await importProgramme(house.desk, { programme, items: items(10_000 + 100 * n, n) }, house.request('quan-tri')));
    expect((await remembered()) - before).toBeLessThan(4);
  });
});

/** The most statements that one session of the pool has prepared. */
async function remembered(): Promise<number> {
  const counts = await Promise.all(Array.from({ length: 16 }, () => inTransaction(house.source, (tx) => tx.read<{ n: number }>('select count(*)::int as n from pg_prepared_statements'))));
  return Math.max(...counts.map(([row]) => row?.n ?? 0));
}
