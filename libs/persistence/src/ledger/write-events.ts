import type { ChainedEvent } from '../chain/event-body.ts';
import type { Tx } from '../tx.ts';

/** Appends events and their erasable words. */
export function writeEvents(tx: Tx, dossier: string, events: readonly ChainedEvent[]): void {
  tx.write(
    `insert into totrinh.event (dossier_id, seq, type, at, act_id, body, hash)
     select $1::uuid, * from unnest($2::int[], $3::text[], $4::timestamptz[], $5::uuid[], $6::text[], $7::text[])`,
    [dossier, events.map((e) => e.seq), events.map((e) => e.type), events.map((e) => e.at), events.map((e) => e.act), events.map((e) => e.body), events.map((e) => e.hash)]);
  const words = events.flatMap((e) => e.words.map((w) => ({ seq: e.seq, ...w })));
  if (words.length === 0) return;
  tx.write(
    `insert into totrinh.event_private (dossier_id, seq, field, salt, value) select $1::uuid, * from unnest($2::int[], $3::text[], $4::text[], $5::text[])`,
    [dossier, words.map((w) => w.seq), words.map((w) => w.field), words.map((w) => w.salt), words.map((w) => w.value)]);
}
