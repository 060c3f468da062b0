import type { NoticePreferences } from '@totrinh/domain';
import type { Tx } from '../tx.ts';

/** How a person wants to be told from now on; what waits already is sent as it was meant. */
export function savePreferences(tx: Tx, person: string, { email, language, digest, quiet }: NoticePreferences): void {
  tx.write(
    `insert into totrinh.notice_preference (person_id, email, language, digest, quiet) values ($1, $2, $3, $4::boolean, $5::text[])
     on conflict (person_id) do update set email = excluded.email, language = excluded.language, digest = excluded.digest, quiet = excluded.quiet`, [person, email, language, digest, [...new Set(quiet)]]);
}
