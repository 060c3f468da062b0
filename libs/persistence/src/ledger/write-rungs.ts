import type { Tx } from '../tx.ts';
import type { RungPlan } from './rung-plan.ts';

/** One statement makes waiting rungs void, one closes a climb with those that have fired, one writes: none touches a row twice. New rungs are not seen by the first. */
export function writeRungs(tx: Tx, dossier: string, plan: RungPlan, at: Date): void {
  if (plan.steps.length + plan.kinds.length > 0) {
    tx.write(
      `update totrinh.rung set void_at = $2::timestamptz where dossier_id = $1::uuid and fired_at is null and void_at is null and (step_id = any($3::uuid[]) or kind = any($4::text[]))`,
      [dossier, at, plan.steps, plan.kinds]);
  }
  if (plan.anew.length > 0) tx.write('update totrinh.rung set outgrown = true where step_id = any($1::uuid[]) and fired_at is not null and not outgrown', [plan.anew]);
  if (plan.rungs.length > 0) {
    tx.write(`insert into totrinh.rung (id, dossier_id, step_id, kind, due_at, calendar, ladder, name, n)
       select id, $1::uuid, step, kind, due, calendar, ladder, name, n from unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::int[]) as r(id, step, kind, due, calendar, ladder, name, n)`,
      [dossier, plan.rungs.map((r) => r.id), plan.rungs.map((r) => r.step), plan.rungs.map((r) => r.kind), plan.rungs.map((r) => r.at),
        plan.rungs.map((r) => r.calendar ?? null), plan.rungs.map((r) => r.ladder ?? null), plan.rungs.map((r) => r.name ?? null), plan.rungs.map((r) => r.n ?? 1)]);
  }
}
