import type { Dues, DueExplanation } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

type DueRow = Row & { readonly id: string; readonly dueAt: Date | null; readonly due: DueExplanation | null; readonly opened: Date; readonly fired: readonly { name: string; n: number }[]; readonly passed: boolean; readonly ladder: string | null };

/** The terms of a locked dossier's open steps, by step: those that have one, or a ladder that speaks without; all of them with `every`. */
export async function duesOf(tx: Tx, dossier: string, every = false): Promise<Dues> {
  const rows = await tx.read<DueRow>(
    `select s.id, s.due_at as "dueAt", s.due, s.opened_at as opened,
       (select coalesce(json_agg(json_build_object('name', r.name, 'n', r.n) order by r.due_at), '[]') from totrinh.rung r where r.step_id = s.id and r.kind = 'ladder' and r.fired_at is not null and not r.outgrown) as fired,
       exists (select 1 from totrinh.rung r where r.step_id = s.id and r.kind = 'overdue' and r.fired_at is not null and not r.outgrown) as passed,
       (select r.ladder from totrinh.rung r where r.step_id = s.id and r.ladder is not null order by r.id desc limit 1) as ladder
     from totrinh.step s where s.dossier_id = $1 and s.state = 'open' and ($2::boolean or s.due_at is not null or exists (select 1 from totrinh.rung r where r.step_id = s.id)) order by s.opened`, [dossier, every]);
  return Object.fromEntries(rows.map((r) => [r.id, { dueAt: r.dueAt?.toISOString() ?? null, openedAt: r.opened.toISOString(), due: r.due, fired: r.fired, passed: r.passed, ladder: r.ladder }]));
}
