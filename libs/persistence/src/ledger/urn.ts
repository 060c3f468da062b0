import type { Tx } from '../tx.ts';

/** The ballots of a secret vote so far, sorted; empty before the first. Only whoever closes the vote asks for them. */
export async function readUrn(tx: Tx, step: string): Promise<string[]> {
  return (await tx.read<{ ballots: string[] }>('select ballots from totrinh.urn where step_id = $1', [step]))[0]?.ballots ?? [];
}

/** Puts a ballot in by writing the one row anew, sorted: neither order nor time nor person can be told from it. Once in a flush. */
export function putIntoUrn(tx: Tx, dossier: string, step: string, choice: string): void {
  tx.write(
    `insert into totrinh.urn (step_id, dossier_id, ballots) values ($1::uuid, $2::uuid, array[$3]::text[])
     on conflict (step_id) do update set ballots = (select array_agg(b order by b collate "C") from unnest(totrinh.urn.ballots || excluded.ballots) as b)`, [step, dossier, choice]);
}

/** The vote is closed and the chain has the ballots: the urn is taken away. Not in one flush with a ballot. */
export function emptyUrn(tx: Tx, step: string): void {
  tx.write('delete from totrinh.urn where step_id = $1::uuid', [step]);
}
