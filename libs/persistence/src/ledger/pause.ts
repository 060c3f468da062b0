import type { Dues } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';
import { duesOf } from './step-dues.ts';

/** What stood still while a dossier was suspended: the instants of its open steps by step, and when the pause began. */
export interface Pause { readonly dues: Dues; readonly since: Date }

/** Reads the pause of a locked, suspended dossier. */
export async function pauseOf(tx: Tx, dossier: string): Promise<Pause> {
  const since = (await tx.read<Row & { at: Date }>(`select at from totrinh.event where dossier_id = $1 and type = 'dossier.suspended' order by seq desc limit 1`, [dossier]))[0]?.at;
  if (!since) throw new Error(`dossier ${dossier} was never suspended`);
  return { dues: await duesOf(tx, dossier), since };
}
