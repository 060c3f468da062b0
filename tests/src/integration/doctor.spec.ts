import { examineLedger, examineShare, FINDING_CODES, mendLedger, sweep, type LedgerFinding } from '@totrinh/casework';
import { dossiersOfSweep, inTransaction, SWEEPS, sweepOf } from '@totrinh/persistence';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { FINDINGS } from '../../../apps/cli/src/doctor/findings.ts';
import { tableOf } from '../../../apps/cli/src/doctor/lines.ts';
import { faultsOf } from '../house/ledger-checks.ts';
import { LedgerDossier } from '../house/ledger-dossier.ts';
import { LedgerHouse } from '../house/ledger-house.ts';
import { CLIMBING_ROUTE, PLANTS } from './doctor-plants.ts';

let house: LedgerHouse;
beforeAll(async () => {
  house = await LedgerHouse.open();
  await house.publish(CLIMBING_ROUTE);
});
afterAll(() => house.close());

const found = async (): Promise<readonly LedgerFinding[]> => (await examineLedger(house.desk, 1)).findings;
const named = (findings: readonly LedgerFinding[]): string[] => findings.map((f) => `${f.code} ${f.dossier}`);
const mendings = async (dossier: string): Promise<string[]> => (await house.look<{ fault: string }>(`select body::jsonb #>> '{data,fault}' as fault from totrinh.event where dossier_id = $1 and type = 'fault.mended' order by seq`, [dossier])).map((r) => r.fault);

/** Every row of the ledger, table by table, as one digest each. */
async function snapshot(): Promise<unknown> {
  const tables = await house.look<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'totrinh' order by 1`);
  const digests: [string, string | undefined][] = [];
  for (const { name } of tables) digests.push([name, (await house.look<{ rows: string }>(`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows from totrinh.${name} t`))[0]?.rows]);
  return digests;
}

describe('each fault is found, and mended where that needs no person', () => {
  test.each(PLANTS.map((p) => [`${p.code}: ${p.name}`, p] as const))('%s', async (_, { code, mended, plant }) => {
    expect(await found()).toEqual([]);
    const { dossier, uproot } = await plant(house);
    const name = `${code} ${dossier?.id ?? null}`;
    const before = await snapshot();
    const findings = await found();
    expect(named(findings)).toContain(name);
    expect(new Set(findings.map((f) => f.code))).toEqual(new Set([code]));
    expect(await snapshot()).toEqual(before);

    const treated = (await mendLedger(house.desk, findings)).filter((m) => `${m.code} ${m.dossier}` === name);
    expect(treated.map((m) => m.done)).toEqual(treated.map(() => mended));
    if (dossier) expect(await mendings(dossier.id)).toEqual(mended ? [code] : []);
    if (mended && dossier) await dossier.move();
    if (!mended) {
      expect(await snapshot()).toEqual(before);
      await uproot?.();
    }
    expect(await found()).toEqual([]);
    if (dossier) expect(await faultsOf(house, dossier.id)).toEqual([]);
  });

  test('a dossier whose record was changed is left exactly as it is, whatever else ails it', async () => {
    const broken = PLANTS.find((p) => p.code === 'CHAIN_BROKEN');
    const planted = await broken?.plant(house);
    await house.look('update totrinh.rung set void_at = null where dossier_id = $1', [planted?.dossier?.id]);
    const before = await snapshot();
    expect((await mendLedger(house.desk, await found())).every((m) => !m.done)).toBe(true);
    expect(await snapshot()).toEqual(before);
    await planted?.uproot?.();
    expect(await found()).toEqual([]);
  });

  test('what is mended already is not mended again', async () => {
    const planted = await PLANTS.find((p) => p.name === 'a ladder that was lost')?.plant(house);
    const findings = await found();
    await mendLedger(house.desk, findings);
    const before = await snapshot();
    expect((await mendLedger(house.desk, findings)).map((m) => m.done)).toEqual([false]);
    expect(await snapshot()).toEqual(before);
    expect(await mendings(planted?.dossier?.id ?? '')).toEqual(['RUNGS_MISSING']);
  });
});

describe('what the doctor says', () => {
  const finding = (code: LedgerFinding['code'], dossier: string | null = 'hs'): LedgerFinding => ({ code, dossier, details: { rungs: 2 } });

  test('each fault has its meaning and what a person must do, in both languages', () => {
    for (const code of FINDING_CODES) {
      const { means, mends, person } = FINDINGS[code];
      for (const words of [means, person, ...(mends ? [mends] : [])]) expect([words.vi.length > 5, words.en.length > 5]).toEqual([true, true]);
    }
  });

  test('what was mended is said, and what is left says who is to do what', () => {
    const lines = tableOf([{ finding: finding('RUNGS_MISSING'), done: true }, { finding: finding('CHAIN_BROKEN'), done: false }]);
    expect(lines.join('\n')).toMatch(/RUNGS_MISSING +hs {2}rungs=2\n +Đã lập lại các bậc còn thiếu \/ done: the missing rungs were planned\n/);
    expect(lines.at(-1)).toContain('Cần: giữ nguyên hiện trạng');
    expect(tableOf([])).toEqual([]);
  });

  test('of each kind the first twenty are shown', () => {
    const lines = tableOf(Array.from({ length: 23 }, () => ({ finding: finding('CALL_MISSING'), done: true })));
    expect(lines).toHaveLength(2 + 2 * 20 + 1);
    expect(lines.at(-1)?.trim()).toBe('… +3');
  });
});

describe('a ladder that was planned again', () => {
  test('speaks as the one that was lost would have, and what was said is not said again', async () => {
    const [lost, kept] = [await LedgerDossier.open(house, { route: 'mau-bac' }), await LedgerDossier.open(house, { route: 'mau-bac' })];
    await house.look('delete from totrinh.rung where dossier_id = $1', [lost.id]);
    await mendLedger(house.desk, await found());
    const rungs = (d: LedgerDossier): Promise<unknown[]> => house.look('select kind, due_at, ladder, name, n, calendar from totrinh.rung where dossier_id = $1 and void_at is null order by due_at, kind, name', [d.id]);
    expect(await rungs(lost)).toEqual(await rungs(kept));
  });
});

describe('the sweep of every minute', () => {
  const nobody = async (): Promise<string[]> => [];
  const sweepAt = (minute: number) => sweep(house.desk, { sweep: minute, clockSpeed: 1, missing: nobody });

  test('sixty of them look at every open dossier once', async () => {
    await Promise.all(Array.from({ length: 70 }, () => LedgerDossier.open(house)));
    const open = (await house.look<{ id: string }>(`select id from totrinh.dossier where status = 'open' order by id`)).map((r) => r.id);
    const seen: [string, number][] = [];
    for (let minute = 0; minute < SWEEPS; minute++) for (const id of await inTransaction(house.source, (tx) => dossiersOfSweep(tx, minute))) seen.push([id, minute]);
    expect(seen.sort(([a], [b]) => (a < b ? -1 : 1))).toEqual(open.map((id) => [id, sweepOf(id)]));
  });

  test('each id belongs to one minute of the hour, and fresh ids are spread over all', () => {
    fc.assert(fc.property(fc.uuid(), (id) => { const minute = sweepOf(id); return Number.isInteger(minute) && minute >= 0 && minute < SWEEPS && sweepOf(id) === minute; }));
    const counts = new Array<number>(SWEEPS).fill(0);
    for (let i = 0; i < 60_000; i++) counts[sweepOf(v7())]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(800);
    expect(Math.max(...counts)).toBeLessThan(1200);
  });

  test('a fault of a dossier is found and mended in its minute, and in no other', async () => {
    const planted = await PLANTS.find((p) => p.name === 'a ladder that was lost')?.plant(house);
    const id = planted?.dossier?.id ?? '';
    const its = sweepOf(id);
    expect((await sweepAt((its + 1) % SWEEPS)).found).toBe(0);
    expect(await sweepAt(its)).toMatchObject({ found: 1, mended: 1, left: 0 });
    expect(await mendings(id)).toEqual(['RUNGS_MISSING']);
    expect(await sweepAt(its)).toMatchObject({ found: 0 });
  });

  test('calls are looked after every minute though the business clock stands still; a call that nobody answers is recorded once', async () => {
    const planted = await PLANTS.find((p) => p.code === 'CALL_STALE')?.plant(house);
    const id = planted?.dossier?.id ?? '';
    for (const minute of [3, 4, 5]) expect(await sweepAt(minute)).toMatchObject({ found: 1, mended: 1 });
    expect(await mendings(id)).toEqual(['CALL_STALE']);
    await planted?.dossier?.move();
    expect(await sweepAt(6)).toMatchObject({ found: 0 });
  });

  test('a dossier without a workflow is called', async () => {
    const d = await LedgerDossier.open(house);
    const asked: string[] = [];
    const swept = await sweep(house.desk, { sweep: sweepOf(d.id), clockSpeed: 1, missing: async (dossiers) => { asked.push(...dossiers); return [d.id]; } });
    expect(asked).toContain(d.id);
    expect(swept).toMatchObject({ found: 1, mended: 1 });
    const [call] = await house.look<{ version: number }>('select version from totrinh.outbox where dossier_id = $1', [d.id]);
    expect([await mendings(d.id), call?.version]).toEqual([['WORKFLOW_MISSING'], (await d.load()).case.seq]);
    await d.move();
  });

  test('the first of the hour looks at registers and calendars, too', async () => {
    const planted = await PLANTS.find((p) => p.code === 'REGISTER_BROKEN')?.plant(house);
    expect((await examineShare(house.desk, 1, 0)).findings.map((f) => f.code)).toEqual(['REGISTER_BROKEN']);
    expect((await examineShare(house.desk, 1, 1)).findings).toEqual([]);
    await planted?.uproot?.();
  });
});
