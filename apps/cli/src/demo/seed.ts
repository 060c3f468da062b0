import { createDesk, enterOrganisation, publishRoute, type Desk } from '@totrinh/casework';
import type { DemoPerson } from '@totrinh/embedded';
import { createDataSource, inTransaction, latestRoutes, transactions } from '@totrinh/persistence';
import { StartError, type Clock } from '@totrinh/platform';
import { demoPeople } from './demo-people.ts';
import { ADMINISTRATOR } from './office.ts';
import { sampleOrganisation } from './sample-organisation.ts';
import { readSampleRoutes } from './sample-routes.ts';
import { readSample } from './sample.ts';

/**
 * Enters the sample organisation and publishes the routes that ship, into an empty database or one that has the sample already
 * (then only what is missing); where other people are known it changes nothing. Answers the people of the database with their posts,
 * as the sign-in page lists them. Throws StartError where a route is refused.
 */
export async function seedDemo({ dbUrl, clock }: { readonly dbUrl: string; readonly clock: Clock }): Promise<{ people: DemoPerson[] }> {
  const source = await createDataSource(dbUrl, 2).initialize();
  try {
    const known = await inTransaction(source, demoPeople);
    if (known.length > 0 && !known.some((p) => p.login === ADMINISTRATOR)) return { people: known };
    const desk = createDesk(transactions(source), () => clock.now());
    await enterOrganisation(desk, sampleOrganisation(readSample()));
    await publishMissing(desk, new Set((await inTransaction(source, latestRoutes)).map((r) => r.id)));
    return { people: await inTransaction(source, demoPeople) };
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
