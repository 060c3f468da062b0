import type { Tx } from '../tx.ts';

/** A new secret address of a person, by the digest of its token; at most one holds at a time, so that others of the same person wait. */
export async function replaceFeedToken(tx: Tx, token: { readonly hash: string; readonly person: string; readonly at: Date }): Promise<void> {
  await endFeedTokens(tx, token.person, token.at);
  tx.write('insert into totrinh.feed_token (token_hash, person_id, at) values ($1, $2, $3::timestamptz)', [token.hash, token.person, token.at]);
}

/** Ends the person's address; answers whether there was one. */
export async function endFeedTokens(tx: Tx, person: string, at: Date): Promise<boolean> {
  await tx.read('select pg_advisory_xact_lock(hashtextextended($1, 9))', [person]);
  return (await tx.read('update totrinh.feed_token set ended_at = $2 where person_id = $1 and ended_at is null returning token_hash', [person, at])).length > 0;
}
