import { inTransaction, verifyChain, type StoredEvent } from '@totrinh/persistence';
import { deadlineSeed } from '../bench/deadline-seed.ts';
import { seeded } from '../bench/figures.ts';
import { benchDesk } from '../bench/seed-dossiers.ts';
import { eventually } from '../house/eventually.ts';
import type { SourcedDesk } from '../house/sourced-desk.ts';
import { openBreakableHouse, type BreakableHouse } from './breakable-house.ts';
import { killParts } from './kill-parts.ts';

const SEED = 5;
const DOSSIERS = 100;
const KILLS = 9;
const VICTIMS = ['worker', 'temporal', 'postgres'] as const;
/** The deadlines fall in groups over this stretch of one minute, and the kills with them. */
const GROUPS = 10;
const EVERY_MS = 2_000;

interface Found { readonly rungs: number; readonly fired: number; readonly silent: number; readonly doubled: number; readonly briefed: number }

/** A hundred dossiers fall due within one minute while parts are killed, one at a time, at instants drawn from a fixed seed. */
describe('Tắt đột ngột đúng lúc đến hạn · parts are killed around the time of rungs', () => {
  let house: BreakableHouse;
  let desk: SourcedDesk;
  let began: Date;

  beforeAll(async () => {
    house = await openBreakableHouse();
    desk = await benchDesk(house.addresses().dbUrl, 4);
    // A session that the killed PostgreSQL takes along is replaced by the next one.
    const seeding = await deadlineSeed(desk, true);
    began = new Date(Math.ceil(Date.now() / 1000) * 1000 + 8_000);
    for (let group = 0; group < GROUPS; group++) await seeding.open(DOSSIERS / GROUPS, new Date(began.getTime() + group * EVERY_MS));
    expect(Date.now()).toBeLessThan(began.getTime());
  }, 900_000);
  afterAll(async () => {
    await desk.source.destroy();
    await house.close();
  }, 120_000);

  const until = new Date();
  const look = <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> => inTransaction(desk.source, async (tx) => tx.read<never>(sql, values)) as Promise<T[]>;
  const found = async (): Promise<Found> => {
    const [row] = await look<Found>(
      `select count(*)::int as rungs, count(*) filter (where fired_at is not null and void_at is null)::int as fired,
         count(*) filter (where not exists (select 1 from totrinh.event e where e.dossier_id = r.dossier_id and e.body::jsonb #>> '{data,rung}' = r.id::text))::int as silent,
         (select count(*)::int from (select 1 from totrinh.event where type in ('rung.fired', 'deadline.passed') group by dossier_id, body::jsonb #>> '{data,rung}', body::jsonb #>> '{data,name}' having count(*) > 1) d) as doubled,
         (select count(*)::int from totrinh.briefing) as briefed
       from totrinh.rung r where due_at <= $1`, [until]);
    return row ?? { rungs: 0, fired: 0, silent: 0, doubled: 0, briefed: 0 };
  };

  test('mỗi bậc nói đúng một lần, không bậc nào mất, nhật ký vẫn xác thực', async () => {
    until.setTime(began.getTime() + GROUPS * EVERY_MS);
    const killed = await killParts(house, { from: new Date(began.getTime() - 500), times: KILLS, victims: VICTIMS, random: seeded(SEED) });
    // Each part was hit at least once, so that the test means what it says.
    expect(new Set(killed)).toEqual(new Set(VICTIMS));
    await eventually('nothing that is due waits', async () => (await found()).rungs === (await found()).fired && Date.now() > until.getTime(), { withinMs: 150_000 });
    expect(await found()).toEqual({ rungs: 2 * DOSSIERS, fired: 2 * DOSSIERS, silent: 0, doubled: 0, briefed: 0 });
    // Everybody who holds one of them was reminded of it, once.
    expect(await look(`select kind, count(*)::int as told, count(distinct (dossier_id, person_id))::int as different from totrinh.notice where kind in ('reminded', 'escalated') group by kind`)).toEqual([{ kind: 'reminded', told: DOSSIERS, different: DOSSIERS }]);
    const events = Map.groupBy(await look<StoredEvent & { dossier: string }>('select dossier_id as dossier, seq, type, at, act_id as act, body, hash from totrinh.event order by dossier_id, seq'), (e) => e.dossier);
    const heads = await look<{ id: string; seq: number; hash: string }>(`select id, seq, head_hash as hash from totrinh.dossier where route_id = 'do-han'`);
    expect(heads).toHaveLength(DOSSIERS);
    expect(heads.flatMap(({ id, ...head }) => verifyChain(id, events.get(id) ?? [], head))).toEqual([]);
  }, 300_000);
});
