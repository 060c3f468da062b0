import type { Row, Tx } from '../tx.ts';

/** What stood still while a dossier was suspended: the instants of its open steps by step, and when the pause began. */
export interface Pause { readonly dues: Readonly<Record<string, { readonly dueAt: string; readonly openedAt: string }>>; readonly since: Date }

/** Reads the pause of a locked, suspended dossier. */
export async function pauseOf(tx: Tx, dossier: string): Promise<Pause> {
  const steps = await tx.read<Row & { id: string; due: Date; opened: Date }>(
    `select id, due_at as due, opened_at as opened from totrinh.step where dossier_id = $1 and state = 'open' and due_at is not null order by opened`, [dossier]);
  const since = (await tx.read<Row & { at: Date }>(`select at from totrinh.event where dossier_id = $1 and type = 'dossier.suspended' order by seq desc limit 1`, [dossier]))[0]?.at;
  if (!since) throw new Error(`dossier ${dossier} was never suspended`);
  return { dues: Object.fromEntries(steps.map((s) => [s.id, { dueAt: s.due.toISOString(), openedAt: s.opened.toISOString() }])), since };
}
