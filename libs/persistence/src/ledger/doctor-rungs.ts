import type { StandingRung } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

/** An open step of a dossier with what waits or has fired in it. */
export interface ClimbedStep extends Row { readonly step: string; readonly path: string; readonly openedAt: Date; readonly dueAt: Date | null; readonly rungs: readonly StandingRung[] }

/** The open steps of a locked dossier and their rungs, without those that became void and what was said before a longer term. */
export function climbedSteps(tx: Tx, dossier: string): Promise<ClimbedStep[]> {
  return tx.read<ClimbedStep>(
    `select s.id as step, s.path, s.opened_at as "openedAt", s.due_at as "dueAt",
       (select coalesce(json_agg(json_build_object('kind', r.kind, 'at', r.due_at, 'name', r.name, 'n', r.n, 'ladder', r.ladder, 'calendar', r.calendar, 'fired', r.fired_at is not null) order by r.due_at, r.id), '[]')
        from totrinh.rung r where r.step_id = s.id and r.void_at is null and not r.outgrown) as rungs
     from totrinh.step s where s.dossier_id = $1 and s.state = 'open' order by s.opened`, [dossier]);
}

/** Whether the day on which a suspended dossier goes on waits for the clock. */
export async function waitsToResume(tx: Tx, dossier: string): Promise<boolean> {
  return (await tx.read(`select 1 from totrinh.rung where dossier_id = $1 and kind = 'resume' and fired_at is null and void_at is null`, [dossier])).length > 0;
}

export interface StrayRung extends Row { readonly dossier: string; readonly rungs: number }

const STRAY = `r.fired_at is null and r.void_at is null and (d.status <> 'open' or (r.kind = 'resume') <> (coalesce(d.more -> 'suspended', 'null'::jsonb) <> 'null'::jsonb)
       or (r.step_id is not null and exists (select 1 from totrinh.step s where s.id = r.step_id and s.state <> 'open')))`;

/** Dossiers with rungs, due at `until` or before, that wait for what has ended or stands still: a settled step, a closed dossier, a pause. */
export function strayRungs(tx: Tx, until: Date): Promise<StrayRung[]> {
  return tx.read<StrayRung>(
    `select r.dossier_id as dossier, count(*)::int as rungs from totrinh.rung r join totrinh.dossier d on d.id = r.dossier_id where ${STRAY} and r.due_at <= $1 group by r.dossier_id order by r.dossier_id`, [until]);
}

/** Makes the stray rungs of a locked dossier void. Answers how many. */
export async function voidStrayRungs(tx: Tx, dossier: string, at: Date): Promise<number> {
  return (await tx.read(`update totrinh.rung r set void_at = $2::timestamptz from totrinh.dossier d where r.dossier_id = $1::uuid and d.id = r.dossier_id and ${STRAY} returning r.id`, [dossier, at])).length;
}
