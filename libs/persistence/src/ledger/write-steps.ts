import type { Case, CaseStep, PlacedFact } from '@totrinh/domain';
import type { Tx } from '../tx.ts';
import { changedMore, moreOfStep } from './more.ts';
import { planRungs, type RungPlan } from './rung-plan.ts';
import { storedArithmetic } from './stored-arithmetic.ts';
import { writeRungs } from './write-rungs.ts';

/** Steps that are new or differ, the arithmetic of those that were settled, and the rungs of the dossier. */
export function writeSteps(tx: Tx, before: Case, after: Case, placed: readonly PlacedFact[], at: Date): void {
  const plan = planRungs(before, after, placed);
  const arithmetic = arithmeticOf(placed);
  const known = new Map(before.steps.map((s) => [s.id, s]));
  insertSteps(tx, after.id, after.steps.filter((s) => !known.has(s.id)), plan, arithmetic, at);
  updateSteps(tx, known, after.steps.filter((s) => { const b = known.get(s.id); return b !== undefined && (b !== s || plan.dueAt.has(s.id)); }), plan, arithmetic, at);
  writeRungs(tx, after.id, plan, at);
}

type Texts = ReadonlyMap<string, string>;

function arithmeticOf(placed: readonly PlacedFact[]): Texts {
  return new Map(placed.flatMap((f) => (f.type === 'step.settled' && f.data.arithmetic ? [[f.data.step, JSON.stringify(storedArithmetic(f.data.arithmetic))] as const] : [])));
}

function insertSteps(tx: Tx, dossier: string, opened: readonly CaseStep[], plan: RungPlan, arithmetic: Texts, at: Date): void {
  if (opened.length === 0) return;
  const column = <T>(of: (s: CaseStep) => T): T[] => opened.map(of);
  tx.write(
    `insert into totrinh.step (id, dossier_id, path, kind, round, cause, opened, state, outcome, settled, opened_at, settled_at, due_at, more, arithmetic, due)
     select id, $1::uuid, path, kind, round, cause, opened, state, outcome, settled, $2::timestamptz, case when state <> 'open' then $2::timestamptz end, due, more, arithmetic, why
     from unnest($3::uuid[], $4::text[], $5::text[], $6::int[], $7::int[], $8::int[], $9::text[], $10::text[], $11::int[], $12::timestamptz[], $13::jsonb[], $14::jsonb[], $15::jsonb[])
       as s(id, path, kind, round, cause, opened, state, outcome, settled, due, more, arithmetic, why)`,
    [dossier, at, column((s) => s.id), column((s) => s.path), column((s) => s.kind), column((s) => s.round), column((s) => s.cause), column((s) => s.opened), column((s) => s.state), column((s) => s.outcome),
      column((s) => s.settled), column((s) => plan.dueAt.get(s.id) ?? null), column((s) => changedMore(moreOfStep, null, s)), column((s) => arithmetic.get(s.id) ?? null), column((s) => plan.due.get(s.id) ?? null)]);
}

/** What did not change is null and left alone; a step that had ended keeps its instant. */
function updateSteps(tx: Tx, known: ReadonlyMap<string, CaseStep>, changed: readonly CaseStep[], plan: RungPlan, arithmetic: Texts, at: Date): void {
  if (changed.length === 0) return;
  const column = <T>(of: (s: CaseStep) => T): T[] => changed.map(of);
  tx.write(
    `update totrinh.step s set path = n.path, state = n.state, outcome = n.outcome, settled = n.settled, settled_at = case when n.state <> 'open' then coalesce(s.settled_at, $1::timestamptz) end,
       due_at = coalesce(n.due, s.due_at), due = coalesce(n.why, s.due), more = coalesce(n.more, s.more), arithmetic = coalesce(n.arithmetic, s.arithmetic)
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[], $7::timestamptz[], $8::jsonb[], $9::jsonb[], $10::jsonb[]) as n(id, path, state, outcome, settled, due, more, arithmetic, why) where s.id = n.id`,
    [at, column((s) => s.id), column((s) => s.path), column((s) => s.state), column((s) => s.outcome), column((s) => s.settled), column((s) => plan.dueAt.get(s.id) ?? null),
      column((s) => changedMore(moreOfStep, known.get(s.id) ?? null, s)), column((s) => arithmetic.get(s.id) ?? null), column((s) => plan.due.get(s.id) ?? null)]);
}
