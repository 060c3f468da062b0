import { manifestText, officeDay, type Case, type PlacedFact } from '@totrinh/domain';
import type { Tx } from '../tx.ts';
import { changedMore, moreOfCase } from './more.ts';
import { raiseOutbox } from './outbox.ts';
import type { Under } from './record.ts';
import { giveNumber } from './registers.ts';

interface End { readonly headHash: string; readonly at: Date }
interface Words { readonly title?: string; readonly dueOn?: string }

/** The dossier's own row, its manifests, its item, its number, and the call to the workflow. */
export function writeDossier(tx: Tx, before: Case, after: Case, placed: readonly PlacedFact[], end: End, under: Under): void {
  const words = wordsOf(placed);
  if (before.seq === 0) insertDossier(tx, after, words, placed, end);
  else updateDossier(tx, before, after, words, placed, end);
  if (after.manifest !== null && after.manifest !== before.manifest) {
    tx.write('insert into totrinh.manifest (dossier_id, sha256, body, frozen_at) values ($1::uuid, $2, $3, $4::timestamptz) on conflict do nothing', [after.id, after.manifest, manifestText(after.documents), end.at]);
  }
  for (const f of placed) {
    if (f.type === 'number.given' && under.act !== null) giveNumber(tx, { ...f.data, recorded: f.data.recorded === true, dossier: after.id, act: under.act });
  }
  writeItem(tx, before, after, placed, end.at);
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
       manifest, number, pending, submission, seq, head_hash, last_at, created_at, closed_at, due_on, issued_on, more)
     values ($1::uuid, 'HS-' || lpad(nextval('totrinh.dossier_no')::text, 6, '0'), $2, $3, $4::uuid, $5, $6, $7, $8::int, $9::int, $10::jsonb, $11, $12::int, $13,
       $21, $22, $14::jsonb, $23::jsonb, $15::int, $16, $17::timestamptz, $17::timestamptz, case when $11 <> 'open' then $17::timestamptz end, $18::date, $19::date, coalesce($20::jsonb, '{}'))`,
    [after.id, after.kind, words.title ?? '', after.item, after.leadUnit, after.drafter, after.route?.id ?? null, after.route?.version ?? null, after.route?.semantics ?? null,
      JSON.stringify(after.roles), after.status, after.round, after.programmeState, JSON.stringify(after.pending), after.seq, end.headHash, end.at, words.dueOn ?? null, imported?.data.issuedOn ?? null, changedMore(moreOfCase, null, after),
      after.manifest, after.number, after.submission === null ? null : JSON.stringify(after.submission)]);
  if (after.drafter !== null) tx.write('insert into totrinh.participant (dossier_id, person_id) values ($1::uuid, $2) on conflict do nothing', [after.id, after.drafter]);
  if (after.item !== null) tx.write('update totrinh.item set dossier_id = $2::uuid where id = $1::uuid', [after.item, after.id]);
}

function updateDossier(tx: Tx, before: Case, after: Case, words: Words, placed: readonly PlacedFact[], end: End): void {
  const issued = placed.find((f) => f.type === 'dossier.issued');
  tx.write(
    `update totrinh.dossier set status = $2, round = $3::int, programme_state = $4, manifest = $5, number = $6, pending = $7::jsonb, submission = $8::jsonb, seq = $9::int,
       head_hash = $10, last_at = $11::timestamptz, title = coalesce($12, title), due_on = coalesce($13::date, due_on), issued_on = coalesce($14::date, issued_on),
       closed_at = case when $2 <> 'open' then coalesce(closed_at, $11::timestamptz) end, more = coalesce($15::jsonb, more),
       route_id = $16, route_version = $17::int, route_semantics = $18::int where id = $1::uuid`,
    [after.id, after.status, after.round, after.programmeState, after.manifest, after.number, JSON.stringify(after.pending), after.submission === null ? null : JSON.stringify(after.submission), after.seq,
      end.headHash, end.at, words.title ?? null, words.dueOn ?? null, issued?.data.on ?? null, changedMore(moreOfCase, before, after), after.route?.id ?? null, after.route?.version ?? null, after.route?.semantics ?? null]);
}

/**
 * What was stopped, turned down or revoked is still to be done: another dossier may carry the item. Whoever is opened again takes it back;
 * that it is free is the act's to check. A dossier that no longer carries the item leaves it alone.
 */
function writeItem(tx: Tx, before: Case, after: Case, placed: readonly PlacedFact[], at: Date): void {
  if (after.item === null || before.seq === 0) return;
  const last = placed.findLast((f) => f.type === 'dossier.reopened' || (f.type === 'document.withdrawn' && f.data.how === 'revoke'));
  const stopped = before.status === 'open' && (after.status === 'cancelled' || after.status === 'rejected');
  if (stopped || last?.type === 'document.withdrawn') {
    tx.write(`update totrinh.item set state = 'notYetSubmitted', state_on = null, dossier_id = null where id = $1::uuid and dossier_id = $2::uuid`, [after.item, after.id]);
  } else if (last || before.programmeState !== after.programmeState) {
    tx.write(
      `update totrinh.item set state_on = case when state = $2 then state_on else $3::date end, state = $2, dossier_id = $4::uuid
       where id = $1::uuid and (dossier_id = $4::uuid or ($5::boolean and dossier_id is null))`, [after.item, after.programmeState, officeDay(at), after.id, last !== undefined]);
  }
}
