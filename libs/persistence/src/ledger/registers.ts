import { seriesOf, type Regime, type Register } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

type RegisterRow = Row & { id: string; regime: Regime; notation: string; term: string };

/**
 * Locks the register of an issuer and document type and answers it with the series of `day`; a State register's new year
 * begins at 1. The day is asked for under the lock, so that who waited over midnight counts in the new year. Null where there is no such register.
 */
export async function lockRegister(tx: Tx, issuer: string, type: string, dayUnderLock: () => Promise<string>): Promise<Register | null> {
  const register = (await tx.read<RegisterRow>('select id, regime, notation, term from totrinh.register where issuer = $1 and type = $2 for update', [issuer, type]))[0];
  if (!register) return null;
  const series = seriesOf(register.regime, await dayUnderLock(), register.term);
  const counted = (await tx.read<Row & { next: number; last_on: string | null }>('select next, last_on::text as last_on from totrinh.register_series where register_id = $1 and series = $2', [register.id, series]))[0];
  if (!counted) await tx.read('insert into totrinh.register_series (register_id, series, first, next) values ($1, $2, 1, 1)', [register.id, series]);
  return { id: register.id, regime: register.regime, notation: register.notation, series, next: counted?.next ?? 1, lastOn: counted?.last_on ?? null };
}

export interface GivenNumber { readonly register: string; readonly series: string; readonly number: number; readonly text: string; readonly on: string; readonly dossier: string; readonly act: string }

/** Writes the number's row and moves the series on. */
export function giveNumber(tx: Tx, n: GivenNumber): void {
  tx.write('insert into totrinh.register_number (register_id, series, number, text, dossier_id, given_on, act_id) values ($1, $2, $3::int, $4, $5::uuid, $6::date, $7::uuid)', [n.register, n.series, n.number, n.text, n.dossier, n.on, n.act]);
  tx.write('update totrinh.register_series set next = $3::int + 1, last_on = $4::date where register_id = $1 and series = $2', [n.register, n.series, n.number, n.on]);
}
