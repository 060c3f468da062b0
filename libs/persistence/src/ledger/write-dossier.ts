import { manifestText, officeDay, type Case, type PlacedFact } from '@totrinh/domain';
import type { Tx } from '../tx.ts';
import { raiseOutbox } from './outbox.ts';
import type { Under } from './record.ts';
import { giveNumber } from './registers.ts';

interface End { readonly headHash: string; readonly at: Date }
interface Words { readonly title?: string; readonly dueOn?: string }

/** The dossier's own row, its manifests, its item, its number, and the call to the workflow. */
export function writeDossier(tx: Tx, before: Case, after: Case, placed: readonly PlacedFact[], end: End, under: Under): void {
  const words = wordsOf(placed);
  if (before.seq === 0) insertDossier(tx, after, words, placed, end);
  else updateDossier(tx, after, words, placed, end);
  if (after.manifest !== null && after.manifest !== before.manifest) {
    tx.write('insert into totrinh.manifest (dossier_id, sha256, body, frozen_at) values ($1::uuid, $2, $3, $4::timestamptz) on conflict do nothing', [after.id, after.manifest, manifestText(after.documents), end.at]);
  }
  for (const f of placed) {
    if (f.type === 'number.given' && under.act !== null) giveNumber(tx, { ...f.data, dossier: after.id, act: under.act });
  }
  writeItem(tx, before, after, end.at);
  if (callsForMove(before, after)) raiseOutbox(tx, after.id, after.seq);
}

function wordsOf(placed: readonly PlacedFact[]): Words {
  const told = placed.filter((f) => f.type === 'dossier.created' || f.type === 'dossier.imported' || f.type === 'dossier.edited');
  return Object.assign({}, ...told.map((f) => f.secret ?? {})) as Words;
}

/** The workflow has something to do: a step to open, or a life to end that it does not know has ended. */
function callsForMove(before: Case, after: Case): boolean {
  if (after.route === null) return false;
  const called = after.pending.some((p) => !before.pending.some((b) => b.path === p.path && b.cause === p.cause));
  return called || (after.status === 'cancelled' && before.status === 'open');
}

function insertDossier(tx: Tx, after: Case, words: Words, placed: readonly PlacedFact[], end: End): void {
  const imported = placed.find((f) => f.type === 'dossier.imported');
  tx.write(
    `insert into totrinh.dossier (id, code, kind, title, item_id, lead_unit_id, drafter_id, route_id, route_version, route_semantics, roles, status, round, programme_state,
       manifest, pending, submission, seq, head_hash, last_at, created_at, closed_at, due_on, issued_on)
     values ($1::uuid, 'HS-' || lpad(nextval('totrinh.dossier_no')::text, 6, '0'), $2, $3, $4::uuid, $5, $6, $7, $8::int, $9::int, $10::jsonb, $11, $12::int, $13,
       null, $14::jsonb, null, $15::int, $16, $17::timestamptz, $17::timestamptz, case when $11 <> 'open' then $17::timestamptz end, $18::date, $19::date)`,
    [after.id, after.kind, words.title ?? '', after.item, after.leadUnit, after.drafter, after.route?.id ?? null, after.route?.version ?? null, after.route?.semantics ?? null,
      JSON.stringify(after.roles), after.status, after.round, after.programmeState, JSON.stringify(after.pending), after.seq, end.headHash, end.at, words.dueOn ?? null, imported?.data.issuedOn ?? null]);
  if (after.drafter !== null) tx.write('insert into totrinh.participant (dossier_id, person_id) values ($1::uuid, $2) on conflict do nothing', [after.id, after.drafter]);
  if (after.item !== null) tx.write('update totrinh.item set dossier_id = $2::uuid where id = $1::uuid', [after.item, after.id]);
}

function updateDossier(tx: Tx, after: Case, words: Words, placed: readonly PlacedFact[], end: End): void {
  const issued = placed.find((f) => f.type === 'dossier.issued');
  tx.write(
    `update totrinh.dossier set status = $2, round = $3::int, programme_state = $4, manifest = $5, number = $6, pending = $7::jsonb, submission = $8::jsonb, seq = $9::int,
       head_hash = $10, last_at = $11::timestamptz, title = coalesce($12, title), due_on = coalesce($13::date, due_on), issued_on = coalesce($14::date, issued_on),
       closed_at = case when $2 <> 'open' then coalesce(closed_at, $11::timestamptz) end where id = $1::uuid`,
    [after.id, after.status, after.round, after.programmeState, after.manifest, after.number, JSON.stringify(after.pending), after.submission === null ? null : JSON.stringify(after.submission), after.seq,
      end.headHash, end.at, words.title ?? null, words.dueOn ?? null, issued?.data.on ?? null]);
}

function writeItem(tx: Tx, before: Case, after: Case, at: Date): void {
  if (after.item === null || before.seq === 0) return;
  // What was stopped or turned down is still to be done: another dossier may carry the item.
  const freed = before.status === 'open' && (after.status === 'cancelled' || after.status === 'rejected');
  if (freed) tx.write(`update totrinh.item set state = 'notYetSubmitted', state_on = null, dossier_id = null where id = $1::uuid and dossier_id = $2::uuid`, [after.item, after.id]);
  else if (before.programmeState !== after.programmeState) {
    tx.write('update totrinh.item set state = $2, state_on = $3::date where id = $1::uuid', [after.item, after.programmeState, officeDay(at)]);
  }
}
