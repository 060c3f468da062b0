import { createDesk, enterOrganisation } from '@totrinh/casework';
import { createDataSource, inTransaction, type Tx, transactions } from '@totrinh/persistence';
import type { Clock } from '@totrinh/platform';
import { readSample } from './sample.ts';
import { sampleOrganisation } from './sample-organisation.ts';

/** Somebody who may sign in to the demo: the login is the person's id; the post says what they are. */
export interface DemoPost {
  readonly login: string;
  readonly name: string;
  readonly post: string;
}

/**
 * Enters the sample organisation into an empty database; where anybody is known already it changes nothing. Answers the
 * people of the database with their posts, in the order of logins.
 */
export async function seedDemo({ dbUrl, clock }: { readonly dbUrl: string; readonly clock: Clock }): Promise<{ people: DemoPost[] }> {
  const source = await createDataSource(dbUrl, 2).initialize();
  try {
    const empty = (await inTransaction(source, peopleOf)).length === 0;
    if (empty) await enterOrganisation(createDesk(transactions(source), () => clock.now()), sampleOrganisation(readSample()));
    return { people: await inTransaction(source, peopleOf) };
  } finally {
    await source.destroy();
  }
}

function peopleOf(tx: Tx): Promise<DemoPost[]> {
  return tx.read<DemoPost & { readonly [column: string]: unknown }>(
    `select n.id as login, n.name, coalesce(string_agg(distinct p.title, '; '), '') as post from totrinh.person n
     left join totrinh.appointment a on a.person_id = n.id left join totrinh.post p on p.id = a.post_id group by n.id, n.name order by n.id`);
}
