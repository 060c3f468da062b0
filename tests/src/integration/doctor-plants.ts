import { enterOrganisation, suspend, type FindingCode } from '@totrinh/casework';
import { chainedVersion, contentOf } from '@totrinh/persistence';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { must, type LedgerHouse } from '../house/ledger-house.ts';

/** A route whose steps climb ladders. */
export const CLIMBING_ROUTE = `
route: mau-bac
title: { vi: MẪU có bậc nhắc, en: Sample with a ladder }
start: soan-thao
steps:
  soan-thao: { kind: draft, who: { person: drafter }, due: { workingDays: 10 }, ladder: standard, next: { completed: duyet } }
  duyet: { kind: review, who: { headOf: leadUnit }, due: { workingDays: 3 }, ladder: standard, next: { approved: hoan-thanh, returned: soan-thao } }
  hoan-thanh: { kind: end, status: done }
`;

/** A fault that is put into the tables, where (null: in no dossier), and what lets the house be well again where nobody mends it. */
export interface Plant {
  readonly name: string;
  readonly code: FindingCode;
  readonly mended: boolean;
  plant(house: LedgerHouse): Promise<{ readonly dossier: LedgerDossier | null; readonly uproot?: () => Promise<unknown> }>;
}

const sql = async (house: LedgerHouse, text: string, ...values: unknown[]): Promise<void> => {
  await house.look('set session_replication_role = replica');
  await house.look(text, values);
  await house.look('set session_replication_role = default');
};
const climbing = (house: LedgerHouse): Promise<LedgerDossier> => LedgerDossier.open(house, { route: 'mau-bac' });
const submitted = async (house: LedgerHouse): Promise<LedgerDossier> => {
  const d = await climbing(house);
  must(await d.attach('du-thao', 'a1'));
  must(await d.submit());
  return d;
};

export const PLANTS: readonly Plant[] = [
  { name: 'a call that nobody answers', code: 'CALL_STALE', mended: true, async plant(house) {
    const dossier = await submitted(house);
    await sql(house, `update totrinh.outbox set raised_at = now() - interval '2 minutes' where dossier_id = $1`, dossier.id);
    return { dossier };
  } },
  { name: 'a call that was lost', code: 'CALL_MISSING', mended: true, async plant(house) {
    const dossier = await submitted(house);
    await sql(house, 'delete from totrinh.outbox where dossier_id = $1', dossier.id);
    return { dossier };
  } },
  { name: 'a ladder that was lost', code: 'RUNGS_MISSING', mended: true, async plant(house) {
    const dossier = await climbing(house);
    await sql(house, `delete from totrinh.rung where dossier_id = $1 and kind = 'ladder'`, dossier.id);
    return { dossier };
  } },
  { name: 'a term that was lost', code: 'RUNGS_MISSING', mended: true, async plant(house) {
    const dossier = await LedgerDossier.open(house);
    await sql(house, `update totrinh.rung set void_at = now() where dossier_id = $1`, dossier.id);
    return { dossier };
  } },
  { name: 'the day on which a suspended dossier goes on', code: 'RUNGS_MISSING', mended: true, async plant(house) {
    const dossier = await climbing(house);
    must(await suspend(house.desk, { dossier: dossier.id, until: '2022-12-30', reason: 'MẪU' }, house.request('btctu-truong')));
    await sql(house, `delete from totrinh.rung where dossier_id = $1 and kind = 'resume'`, dossier.id);
    return { dossier };
  } },
  { name: 'a rung that waits at a step that has ended', code: 'RUNG_STRAY', mended: true, async plant(house) {
    const dossier = await submitted(house);
    await dossier.move();
    await sql(house, `update totrinh.rung r set void_at = null from totrinh.step s where s.id = r.step_id and r.dossier_id = $1 and s.state <> 'open'`, dossier.id);
    return { dossier };
  } },
  { name: 'a rung that waits in a suspended dossier', code: 'RUNG_STRAY', mended: true, async plant(house) {
    const dossier = await climbing(house);
    must(await suspend(house.desk, { dossier: dossier.id, until: '2022-12-30', reason: 'MẪU' }, house.request('btctu-truong')));
    await sql(house, `update totrinh.rung set void_at = null where dossier_id = $1`, dossier.id);
    return { dossier };
  } },
  { name: 'a rung that waits in a dossier that is closed', code: 'RUNG_STRAY', mended: true, async plant(house) {
    const dossier = await climbing(house);
    must(await dossier.cancel('MẪU'));
    await dossier.move();
    await sql(house, `update totrinh.rung set void_at = null where dossier_id = $1`, dossier.id);
    return { dossier };
  } },
  { name: 'a re-plan that was not finished', code: 'CALENDAR_OLDER', mended: true, async plant(house) {
    const dossier = await climbing(house);
    const [latest] = await house.look<{ version: number; body: string; hash: string }>(`select version, body, hash from totrinh.calendar_version where calendar_id = 'vn' order by version desc limit 1`);
    if (!latest) throw new Error('no calendar');
    const version = latest.version + 1;
    const at = house.clock.at.toISOString();
    const next = chainedVersion({ calendar: 'vn', version, content: contentOf(latest.body), reason: 'MẪU', at, by: null }, latest.hash);
    await sql(house, 'insert into totrinh.calendar_version (calendar_id, version, body, prev_hash, hash, reason, at) values ($1, $2, $3, $4, $5, $6, $7)', 'vn', version, next.body, next.prevHash, next.hash, 'MẪU', at);
    return { dossier };
  } },
  { name: 'rungs that are long due', code: 'CLOCK_BEHIND', mended: true, async plant(house) {
    await climbing(house);
    house.clock.pass(40 * 86_400_000);
    return { dossier: null };
  } },
  { name: 'a task that nobody could be found for, once somebody is appointed', code: 'TASK_OWNERLESS', mended: true, async plant(house) {
    const dossier = await driveTo(await LedgerDossier.open(house, { item: { authority: 'bo-trong' } }), 'thong-qua');
    await enterOrganisation(house.desk, { units: [], bodies: [], signers: [], registers: [], posts: [], people: [], appointments: [{ id: '00000000-0000-4000-8000-00000000aaaa', person: 'sxd-truong', post: 'bo-trong-uy-vien', validFrom: '2020-01-01', validTo: null }] });
    return { dossier };
  } },
  { name: 'a task whose only candidates have left', code: 'TASK_OWNERLESS', mended: false, async plant(house) {
    const dossier = await driveTo(await LedgerDossier.open(house), 'duyet-noi-dung');
    await sql(house, `update totrinh.appointment set valid_to = '2022-01-01' where person_id = 'btctu-truong'`);
    return { dossier, uproot: () => sql(house, `update totrinh.appointment set valid_to = null where person_id = 'btctu-truong'`) };
  } },
  { name: 'an event that was changed', code: 'CHAIN_BROKEN', mended: false, async plant(house) {
    const dossier = await climbing(house);
    await sql(house, `update totrinh.event set body = replace(body, '"seq":2', '"seq": 2') where dossier_id = $1 and seq = 2`, dossier.id);
    return { dossier, uproot: () => sql(house, `update totrinh.event set body = replace(body, '"seq": 2', '"seq":2') where dossier_id = $1 and seq = 2`, dossier.id) };
  } },
  { name: 'a round that the chain does not know', code: 'STATE_DIFFERS', mended: false, async plant(house) {
    const dossier = await climbing(house);
    await sql(house, 'update totrinh.dossier set round = 7 where id = $1', dossier.id);
    return { dossier, uproot: () => sql(house, 'update totrinh.dossier set round = 1 where id = $1', dossier.id) };
  } },
  { name: 'a task that is in no queue', code: 'STATE_DIFFERS', mended: false, async plant(house) {
    const dossier = await climbing(house);
    const set = (open: boolean): Promise<void> => sql(house, 'update totrinh.task_candidate c set open = $2 from totrinh.task t where t.id = c.task_id and t.dossier_id = $1', dossier.id, open);
    await set(false);
    return { dossier, uproot: () => set(true) };
  } },
  { name: 'a step that its route does not have, which no rule can read', code: 'STATE_DIFFERS', mended: false, async plant(house) {
    const dossier = await climbing(house);
    const set = (path: string): Promise<void> => sql(house, `update totrinh.step set path = $2 where dossier_id = $1 and state = 'open'`, dossier.id, path);
    await set('khong-co');
    return { dossier, uproot: () => set('soan-thao') };
  } },
  { name: 'a result that was not said', code: 'RESULT_DIFFERS', mended: false, async plant(house) {
    const dossier = await driveTo(await LedgerDossier.open(house), 'ky');
    const set = (seats: number): Promise<void> => sql(house, `update totrinh.step set arithmetic = jsonb_set(arithmetic, '{data,seats}', to_jsonb($2::int)) where dossier_id = $1 and path = 'thong-qua'`, dossier.id, seats);
    await set(9);
    return { dossier, uproot: () => set(3) };
  } },
  { name: 'a number that was left out', code: 'REGISTER_BROKEN', mended: false, async plant(house) {
    await sql(house, `update totrinh.register_series set next = next + 1 where register_id = 'so-kh'`);
    return { dossier: null, uproot: () => sql(house, `update totrinh.register_series set next = next - 1 where register_id = 'so-kh'`) };
  } },
  { name: 'a calendar that was changed', code: 'CALENDAR_BROKEN', mended: false, async plant(house) {
    const set = (from: string, to: string): Promise<void> => sql(house, `update totrinh.calendar_version set body = replace(body, $1, $2) where version = 1`, from, to);
    await set('"format":1', '"format":2');
    return { dossier: null, uproot: () => set('"format":2', '"format":1') };
  } },
  ...(['dead', 'waiting'] as const).map((state): Plant => ({ name: `a message that is ${state}`, code: state === 'dead' ? 'DELIVERY_DEAD' : 'DELIVERY_OVERDUE', mended: false, async plant(house) {
    await sql(house, `insert into totrinh.delivery (id, effect_key, channel, person_id, kind, at, state, next_try) values (gen_random_uuid(), $1, 'email', 'btctu-cv', 'reminded', now(), $1, now() - interval '10 minutes')`, state);
    return { dossier: null, uproot: () => sql(house, 'delete from totrinh.delivery') };
  } })),
];
