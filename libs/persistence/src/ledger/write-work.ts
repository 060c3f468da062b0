import type { Case, PlacedFact } from '@totrinh/domain';
import type { Tx } from '../tx.ts';
import type { Under } from './record.ts';
import { writeSteps } from './write-steps.ts';
import { writeTasks } from './write-tasks.ts';

type Of<T extends PlacedFact['type']> = Extract<PlacedFact, { type: T }>;
const facts = <T extends PlacedFact['type']>(placed: readonly PlacedFact[], type: T): Of<T>[] => placed.filter((f): f is Of<T> => f.type === type);

/** Steps, tasks, decisions, documents, rungs and participants: the rows in which the cases before and after differ. */
export function writeWork(tx: Tx, before: Case, after: Case, placed: readonly PlacedFact[], at: Date, under: Under): void {
  writeSteps(tx, before, after, placed, at);
  writeTasks(tx, before, after, at);
  writeDecisions(tx, before.id, placed, at, under);
  writeDocuments(tx, before.id, placed, at, under);
  writeParticipants(tx, before, after);
}

/** Whoever answers or helps in a task, stands on a roster or decides takes part, and so may see the dossier from then on. */
function writeParticipants(tx: Tx, before: Case, after: Case): void {
  const people = (c: Case): string[] => [...c.tasks.flatMap((t) => [...t.assignees, ...t.helpers]), ...c.steps.flatMap((s) => s.roster ?? [])].map((a) => a.person).concat(c.decisions.flatMap((d) => [d.actor, d.principal]));
  if (before.tasks === after.tasks && before.steps === after.steps && before.decisions === after.decisions) return;
  const known = new Set(people(before));
  const fresh = [...new Set(people(after))].filter((p) => !known.has(p));
  if (fresh.length > 0) tx.write('insert into totrinh.participant (dossier_id, person_id) select $1::uuid, p from unnest($2::text[]) as p on conflict do nothing', [after.id, fresh]);
}

function writeDecisions(tx: Tx, dossier: string, placed: readonly PlacedFact[], at: Date, under: Under): void {
  for (const { seq, data: d } of facts(placed, 'decision.made')) {
    tx.write(
      `insert into totrinh.decision (id, dossier_id, task_id, step_id, seq, outcome, actor, principal, capacity, appointment_id, manifest, act_id, at, recorded, in_stead, authority)
       values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::int, $6, $7, $8, $9, $10::uuid, $11, $12::uuid, $13::timestamptz, $14::jsonb, $15::uuid, $16::uuid)`,
      [d.decision, dossier, d.task, d.step, seq, d.outcome, d.actor, d.principal, d.capacity, d.appointment, d.manifest, under.act, at, d.recorded ? JSON.stringify(d.recorded) : null, d.inStead ?? null, d.authority ?? null]);
  }
}

function writeDocuments(tx: Tx, dossier: string, placed: readonly PlacedFact[], at: Date, under: Under): void {
  for (const { seq, data: d } of facts(placed, 'document.attached')) {
    tx.write(
      `insert into totrinh.document (id, dossier_id, role, no, sha256, size, media_type, seq, act_id, attached_by, attached_at)
       values ($1::uuid, $2::uuid, $3, $4::int, $5, $6::bigint, $7, $8::int, $9::uuid, $10, $11::timestamptz)`,
      [d.document, dossier, d.role, d.no, d.sha256, d.size, d.mediaType, seq, under.act, under.by, at]);
  }
}
