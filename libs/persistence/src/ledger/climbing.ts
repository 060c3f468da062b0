import type { RungKind } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

/** A due rung of a locked dossier with all that a ladder needs to know; no case is loaded, since deadlines come by the thousand. */
export interface ClimbingRung extends Row {
  readonly id: string; readonly dossier: string; readonly step: string | null; readonly kind: RungKind; readonly dueAt: Date; readonly calendar: string | null;
  readonly ladder: string | null; readonly name: string | null; readonly n: number;
  /** Reminders sent in the step before, since a longer term let its ladder begin anew. */
  readonly reminders: number;
  readonly stepDueAt: Date | null; readonly openedAt: Date | null;
  readonly code: string; readonly leadUnit: string; readonly drafter: string | null; readonly issuing: string | null; readonly bodies: readonly string[];
  readonly seq: number; readonly headHash: string; readonly lastAt: Date;
}

/** The due rungs of locked dossiers, read again under the lock, in the order of their instants. */
export function climbingRungs(tx: Tx, dossiers: readonly string[], now: Date): Promise<ClimbingRung[]> {
  return tx.read<ClimbingRung>(
    `select r.id, r.dossier_id as dossier, r.step_id as step, r.kind, r.due_at as "dueAt", r.calendar, r.ladder, r.name, r.n,
       (select count(*)::int from totrinh.rung f where f.step_id = r.step_id and f.reminded and not f.outgrown) as reminders, s.due_at as "stepDueAt", s.opened_at as "openedAt",
       d.code, d.lead_unit_id as "leadUnit", d.drafter_id as drafter, d.roles #>> '{units,issuing}' as issuing, array(select value from jsonb_each_text(d.roles -> 'bodies')) as bodies,
       d.seq, d.head_hash as "headHash", d.last_at as "lastAt"
     from totrinh.rung r join totrinh.dossier d on d.id = r.dossier_id left join totrinh.step s on s.id = r.step_id
     where r.dossier_id = any($1) and r.fired_at is null and r.void_at is null and r.due_at <= $2 order by r.dossier_id, r.due_at, r.id`, [dossiers, now]);
}

/** Whether an appointment `a` is held on `$3`. */
const HELD = 'a.valid_from <= $3::date and (a.valid_to is null or a.valid_to > $3::date)';

/** An open task: who is to act in it and still holds a post on `day` (the holder, all candidates while nobody holds it, whoever substitutes them), and the units that it lies in. */
export interface AskedTask extends Row { readonly step: string; readonly task: string; readonly people: readonly string[]; readonly units: readonly string[] }

/** The open tasks of these steps of these dossiers. Found by dossier and only then by state: a plan by the index of open tasks would read a hundred thousand. */
export function askedTasks(tx: Tx, dossiers: readonly string[], steps: readonly string[], day: string): Promise<AskedTask[]> {
  return tx.read<AskedTask>(
    `select t.step_id as step, t.id as task,
       array(select distinct w.person from (
         select c.person_id as person from totrinh.task_candidate c join totrinh.appointment a on a.id = c.appointment_id where c.task_id = t.id and (t.holder = c.person_id or (t.holder is null and not c.helper)) and ${HELD}
         union select b.substitute_id from totrinh.task_candidate c join totrinh.absence b on b.person_id = c.person_id join totrinh.appointment a on a.person_id = b.substitute_id and ${HELD} where c.task_id = t.id and (t.holder = c.person_id or (t.holder is null and not c.helper))
           and b.from_on <= $3::date and b.to_on >= $3::date and (b.ended_on is null or b.ended_on > $3::date)) w order by 1) as people,
       array(select distinct u from (select t.unit_id as u union select p.unit_id from totrinh.task_candidate c join totrinh.appointment a on a.id = c.appointment_id join totrinh.post p on p.id = a.post_id
         where c.task_id = t.id and t.unit_id is null) x where u is not null order by 1) as units
     from unnest($1::uuid[]) q(dossier) cross join lateral (select * from totrinh.task o where o.dossier_id = q.dossier offset 0) t where t.state = 'open' and t.step_id = any($2) order by t.step_id, t.opened`, [dossiers, steps, day]);
}

/** Who heads units, and who works in an office or as a body's secretary, on a day. */
export interface Incumbent extends Row { readonly unit: string | null; readonly body: string | null; readonly role: string; readonly person: string }

export function incumbentsOf(tx: Tx, units: readonly string[], bodies: readonly string[], day: string): Promise<Incumbent[]> {
  return tx.read<Incumbent>(
    `select p.unit_id as unit, p.body_id as body, p.role, a.person_id as person from totrinh.appointment a join totrinh.post p on p.id = a.post_id
     where ${HELD} and (p.unit_id = any($1) or (p.body_id = any($2) and p.role = 'secretary')) order by p.id, a.id`, [units, bodies, day]);
}

/** Says that rungs have fired; `reminded`: those that sent a reminder. Flush before facts are recorded that end their steps, or the same row would be written twice. */
export function markClimbed(tx: Tx, rungs: readonly string[], reminded: readonly string[], at: Date): void {
  if (rungs.length > 0) tx.write('update totrinh.rung set fired_at = $2::timestamptz, reminded = id = any($3::uuid[]) where id = any($1::uuid[])', [rungs, at, reminded]);
}

/** A rung that speaks again. */
export interface NextRung { readonly id: string; readonly dossier: string; readonly step: string; readonly at: string; readonly calendar: string; readonly ladder: string; readonly name: string; readonly n: number }

export function insertRungs(tx: Tx, rungs: readonly NextRung[]): void {
  if (rungs.length === 0) return;
  const column = <T>(of: (r: NextRung) => T): T[] => rungs.map(of);
  tx.write(
    `insert into totrinh.rung (id, dossier_id, step_id, kind, due_at, calendar, ladder, name, n) select id, dossier, step, 'ladder', at, calendar, ladder, name, n
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::int[]) as r(id, dossier, step, at, calendar, ladder, name, n)`,
    [column((r) => r.id), column((r) => r.dossier), column((r) => r.step), column((r) => r.at), column((r) => r.calendar), column((r) => r.ladder), column((r) => r.name), column((r) => r.n)]);
}

/** Onto the leadership's briefing list, each rung once. */
export function insertBriefings(tx: Tx, rows: readonly { readonly id: string; readonly dossier: string; readonly step: string; readonly rung: string }[], at: Date): void {
  if (rows.length === 0) return;
  tx.write(`insert into totrinh.briefing (id, dossier_id, step_id, rung_id, at) select id, dossier, step, rung, $5::timestamptz from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) as b(id, dossier, step, rung) on conflict (rung_id) do nothing`,
    [rows.map((r) => r.id), rows.map((r) => r.dossier), rows.map((r) => r.step), rows.map((r) => r.rung), at]);
}

/** Whoever is told of a lateness may read the dossier from then on. */
export function letRead(tx: Tx, pairs: readonly { readonly dossier: string; readonly person: string }[]): void {
  if (pairs.length > 0) tx.write('insert into totrinh.participant (dossier_id, person_id) select distinct dossier, person from unnest($1::uuid[], $2::text[]) as p(dossier, person) on conflict do nothing', [pairs.map((p) => p.dossier), pairs.map((p) => p.person)]);
}
