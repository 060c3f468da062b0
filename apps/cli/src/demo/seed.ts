import { createDesk, enterOrganisation, publishRoute, type Desk } from '@totrinh/casework';
import { createDataSource, inTransaction, latestRoutes, type Tx, transactions } from '@totrinh/persistence';
import { StartError, type Clock } from '@totrinh/platform';
import { ADMINISTRATOR } from './office.ts';
import { sampleOrganisation } from './sample-organisation.ts';
import { readSampleRoutes } from './sample-routes.ts';
import { readSample } from './sample.ts';

/** Somebody who may sign in to the demo: the login is the person's id; the post says what they are. */
export interface DemoPost {
  readonly login: string;
  readonly name: string;
  readonly post: string;
}

/**
 * Enters the sample organisation and publishes the routes that ship, into an empty database or one that has the sample already
 * (then only what is missing); where other people are known it changes nothing. Answers the people of the database with their posts,
 * in the order of logins. Throws StartError where a route is refused.
 */
export async function seedDemo({ dbUrl, clock }: { readonly dbUrl: string; readonly clock: Clock }): Promise<{ people: DemoPost[] }> {
  const source = await createDataSource(dbUrl, 2).initialize();
  try {
    const known = await inTransaction(source, peopleOf);
    if (known.length > 0 && !known.some((p) => p.login === ADMINISTRATOR)) return { people: known };
    const desk = createDesk(transactions(source), () => clock.now());
    await enterOrganisation(desk, sampleOrganisation(readSample()));
    await publishMissing(desk, new Set((await inTransaction(source, latestRoutes)).map((r) => r.id)));
    return { people: await inTransaction(source, peopleOf) };
  } finally {
    await source.destroy();
  }
}

async function publishMissing(desk: Desk, published: ReadonlySet<string>): Promise<void> {
  for (const [id, { source }] of readSampleRoutes()) {
    if (published.has(id)) continue;
    const answer = await publishRoute(desk, source, { actor: ADMINISTRATOR, key: `seed:${id}`, request: desk.means.digest(source), correlationId: 'seed' });
    if (!answer.ok) throw new StartError({ vi: `Không công bố được quy trình mẫu ${id}: ${answer.error.code}`, en: `the sample's route ${id} cannot be published: ${answer.error.code}` }, { cause: answer.error.details });
  }
}

function peopleOf(tx: Tx): Promise<DemoPost[]> {
  return tx.read<DemoPost & { readonly [column: string]: unknown }>(
    `select n.id as login, n.name, coalesce(string_agg(distinct p.title, '; '), '') as post from totrinh.person n
     left join totrinh.appointment a on a.person_id = n.id left join totrinh.post p on p.id = a.post_id group by n.id, n.name order by n.id`);
}
