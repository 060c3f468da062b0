import { ADMINISTRATOR, told, toldOrChanged, type Office } from './office.ts';
import type { Routes } from './plans.ts';
import { sampleProgramme } from './sample-programme.ts';
import { PROGRAMME_ID, type Sample } from './sample.ts';

/** The administrator publishes the routes that ship and are not published yet; answers their ids. */
export async function publishSampleRoutes(office: Office, routes: Routes): Promise<string[]> {
  const api = office.as(ADMINISTRATOR);
  const { items } = told(await api.GET('/api/v1/routes', { params: { query: { limit: 200 } } }));
  const published: string[] = [];
  for (const [id, { source }] of routes) {
    if (items.some((r) => r.id === id)) continue;
    const header = { 'Idempotency-Key': `demo:route:${id}` };
    if (toldOrChanged(await api.POST('/api/v1/routes', { params: { header }, body: { source } }))) published.push(id);
  }
  return published;
}

/** The administrator imports the programme unless each of its codes is known already; answers how many items are new. */
export async function importSample(office: Office, sample: Sample): Promise<number> {
  const api = office.as(ADMINISTRATOR);
  const known = await api.GET('/api/v1/programmes/{id}', { params: { path: { id: PROGRAMME_ID } } });
  const codes = new Set(known.data?.items.map((i) => i.code) ?? []);
  if (sample.items.every((i) => codes.has(i.code))) return 0;
  // The key names how many are known, since a later import of what was missing is another one.
  const header = { 'Idempotency-Key': `demo:import:${PROGRAMME_ID}:${codes.size}` };
  const { programme, items } = sampleProgramme(sample);
  const body = { programme, items: items.map((i) => ({ ...i, cooperating: [...i.cooperating] })) };
  return told(await api.POST('/api/v1/programmes/import', { params: { header }, body })).added;
}
