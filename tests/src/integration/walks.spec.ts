import fc from 'fast-check';
import { examineLedger, fireDueRungs } from '@totrinh/casework';
import { AuditReadModel } from '@totrinh/persistence';
import { anyAttempt as anyEngineAttempt } from '../domain/random-attempt.ts';
import { anyOffice } from '../domain/random-office.ts';
import { anyRoute } from '../domain/random-route.ts';
import { faultsOf } from '../house/ledger-checks.ts';
import { LedgerDossier } from '../house/ledger-dossier.ts';
import { LedgerHouse } from '../house/ledger-house.ts';
import { anyAttempt, tryOut, type Attempt } from './attempts.ts';
import { LedgerWalk } from './ledger-walk.ts';

/** Walks over random routes: as many as TOTRINH_LEDGER_WALKS asks for, else what half a minute allows, since each act is a transaction and a look at every table. */
const WALKS = Number(process.env['TOTRINH_LEDGER_WALKS'] ?? 0);
const SEED = process.env['TOTRINH_WALK_SEED'];
const HALF_A_MINUTE_MS = 30_000;

let house: LedgerHouse;
beforeAll(async () => { house = await LedgerHouse.open(); });
afterAll(async () => house.close());

const deadlocks = async (): Promise<number> => {
  await house.look('select pg_stat_clear_snapshot()');
  return Number((await house.look<{ n: string }>(`select deadlocks as n from pg_stat_database where datname = 'totrinh'`))[0]?.n ?? 0);
};

/** Moves until nothing is called for, so that everybody's work is on the table. */
async function atRest(d: LedgerDossier): Promise<string[]> {
  while ((await house.look('select 1 from totrinh.outbox where dossier_id = $1', [d.id])).length > 0) await d.move();
  const faults = await faultsOf(house, d.id);
  const { case: c } = await d.load();
  const someone = c.tasks.some((t) => t.state === 'open' && t.assignees.length > 0);
  return c.status === 'open' && !someone ? [...faults, 'nobody can do anything'] : faults;
}

describe('whatever people and the machine do, one after another', () => {
  test('after each act the tables are the fold of a chain that verifies, and nothing stands open that nobody can close', async () => {
    const walked = new Map<string, number>();
    await fc.assert(fc.asyncProperty(fc.array(anyAttempt, { minLength: 20, maxLength: 80 }), async (attempts) => {
      const d = await LedgerDossier.open(house);
      for (const attempt of attempts) {
        const answer = await tryOut(d, attempt);
        walked.set(answer, (walked.get(answer) ?? 0) + 1);
        expect([attempt.verb, answer, await faultsOf(house, d.id)]).toEqual([attempt.verb, answer, []]);
      }
      expect(await atRest(d)).toEqual([]);
    }), { numRuns: 25, seed: 20_221_123, endOnFailure: true });
    // The walks got somewhere: to the end, and into refusals.
    expect([...walked.keys()]).toEqual(expect.arrayContaining(['ok', 'moved ket-thuc', 'moved quyet-dinh', 'TASK_NOT_FOUND', 'NO_OPEN_DRAFT']));
  }, 300_000);
});

describe('whatever people and the machine do, all at once', () => {
  test('over several dossiers: no deadlock, no fault, registers whole, every chain verified', async () => {
    const before = await deadlocks();
    const dossiers = await Promise.all(Array.from({ length: 5 }, () => LedgerDossier.open(house)));
    const rounds = fc.sample(fc.array(anyAttempt, { minLength: 14, maxLength: 14 }), { numRuns: 120, seed: 7 });
    const answers: string[] = [];
    for (const attempts of rounds) {
      answers.push(...(await Promise.all(attempts.map((attempt: Attempt, i) => tryOut(dossiers[i % 5] as LedgerDossier, attempt)))));
    }
    await fireDueRungs(house.desk);
    for (const d of dossiers) expect(await atRest(d)).toEqual([]);
    expect([await deadlocks(), answers.filter((a) => a === 'BUSY')]).toEqual([before, []]);
    const audit = new AuditReadModel(house.source);
    for (const id of await audit.dossiers(null, 1000)) expect((await audit.verify(id)).faults).toEqual([]);
    for (const s of await audit.series()) expect(s.numbers.map((n) => n.number)).toEqual(Array.from({ length: s.next - s.first }, (_, i) => s.first + i));
  }, 300_000);
});

const PUBLISHED = ['calendar_version', 'ladder_version', 'office_setting'];

describe('random routes, random offices, random acts', () => {
  test('in the tables, too, whatever must always hold does after each act, and the doctor finds no fault but tasks that nobody holds a post for', async () => {
    const tried = new Map<string, number>();
    const beganAt = performance.now();
    let walks = 0;
    await fc.assert(fc.asyncProperty(anyRoute, anyOffice, fc.array(anyEngineAttempt, { minLength: 20, maxLength: 80, size: 'max' }), async (route, office, attempts) => {
      if (WALKS === 0 && performance.now() - beganAt > HALF_A_MINUTE_MS) return;
      walks += 1;
      const began = house.clock.at;
      const walk = await LedgerWalk.open(house, route, office);
      for (const attempt of attempts) {
        const answer = await walk.attempt(attempt);
        tried.set(answer, (tried.get(answer) ?? 0) + 1);
      }
      await walk.rest();
      expect((await examineLedger(house.desk, 1)).findings.filter((f) => f.code !== 'TASK_OWNERLESS')).toEqual([]);
      await forget();
      house.clock.at = began;
    }), { ...(SEED === undefined ? {} : { seed: Number(SEED) }), numRuns: WALKS || 30, endOnFailure: true });
    process.stdout.write(`random walks through PostgreSQL: ${walks}; ${[...tried].sort(([, a], [, b]) => b - a).slice(0, 12).map(([answer, n]) => `${answer} ×${n}`).join(', ')}\n`);
    expect(tried.get('move ok')).toBeGreaterThan(walks);
  }, 120_000 + WALKS * 20_000);

  /** Takes the dossiers of a walk out of the ledger, which nobody else may. */
  async function forget(): Promise<void> {
    await house.look('set session_replication_role = replica');
    // Whatever names an act goes with the dossiers; what the office has published stays.
    for (const table of PUBLISHED) await house.look(`create temp table kept_${table} as select * from totrinh.${table}`);
    await house.look('truncate totrinh.dossier cascade');
    for (const table of PUBLISHED) {
      await house.look(`insert into totrinh.${table} select * from kept_${table}`);
      await house.look(`drop table kept_${table}`);
    }
    await house.look('update totrinh.register_series set next = first, last_on = null');
    await house.look('set session_replication_role = default');
  }
});
