import { readRoute, type Desk } from '@totrinh/casework';
import { emptyCase, type Assignee, type Fact, type Route } from '@totrinh/domain';
import { askDirectory, createDataSource, findRoute, GENESIS, insertRoute, record } from '@totrinh/persistence';
import { sourcedDesk, type SourcedDesk } from '../house/sourced-desk.ts';

/** Two reviewers who pass a dossier to and fro until one of them ends it. */
export const BENCH_ROUTE = `
route: do-tai
title: { vi: Quy trình đo tải (MẪU), en: Load route (sample) }
start: duyet-mot
steps:
  duyet-mot: { kind: review, who: { headOf: leadUnit }, next: { approved: duyet-hai, returned: dung } }
  duyet-hai: { kind: review, who: { post: deputy, of: leadUnit }, next: { approved: duyet-mot, returned: dung, rejected: dung } }
  dung: { kind: end, status: rejected }
`;

interface Lead { readonly unit: string; readonly head: Assignee; readonly drafter: string }
export interface OpenTask { readonly dossier: string; readonly task: string; readonly person: string }

export function benchDesk(dbUrl: string, poolSize: number): Promise<SourcedDesk> {
  return createDataSource(dbUrl, poolSize).initialize().then((source) => sourcedDesk(source, () => new Date()));
}

async function publish(desk: Desk): Promise<Route> {
  const read = readRoute(BENCH_ROUTE);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  await desk.transact(async (tx) => {
    if (await findRoute(tx, read.value.route, 1)) return;
    insertRoute(tx, { id: read.value.route, version: 1, rules: read.value, source: BENCH_ROUTE, sha256: desk.means.digest(BENCH_ROUTE), at: desk.now(), by: 'system' });
  });
  return read.value;
}

/** Opens `count` dossiers with a review waiting in each, on valid chains, spread over the heads of all units. */
export async function seedDossiers(desk: Desk, count: number): Promise<OpenTask[]> {
  const route = await publish(desk);
  const today = new Date().toISOString().slice(0, 10);
  const heads = await desk.transact(async (tx) => {
    const units = await tx.read<{ unit: string }>(`select distinct unit_id as unit from totrinh.post where role = 'head' order by unit_id`);
    const found: Lead[] = [];
    for (const { unit } of units) {
      const head = (await askDirectory(tx, { kind: 'post', unit, roles: ['head'] }, today))[0];
      const drafter = (await askDirectory(tx, { kind: 'post', unit, roles: ['drafter'] }, today))[0];
      if (head && drafter) found.push({ unit, head, drafter: drafter.person });
    }
    return found;
  });
  if (heads.length === 0) throw new Error('no unit has a head today');
  const tasks: OpenTask[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (next < count) {
      const i = next++;
      const lead = heads[i % heads.length];
      if (lead) tasks.push(await openOne(desk, route, lead, i));
    }
  }));
  return tasks;
}

function openOne(desk: Desk, route: Route, { unit, head, drafter }: Lead, i: number): Promise<OpenTask> {
  return desk.transact(async (tx) => {
    const [dossier, step, task] = [desk.means.id(), desk.means.id(), desk.means.id()];
    const facts: Fact[] = [
      { type: 'dossier.created', data: { route: { id: route.route, version: 1, semantics: 1 }, start: route.start, kind: 'ke-hoach', item: null, leadUnit: unit, drafter, roles: { units: {}, groups: {}, bodies: {}, register: null } }, secret: { title: `Kế hoạch đo tải số ${i} (MẪU)` } },
      { type: 'step.opened', data: { step, path: route.start, kind: 'review', round: 1, cause: 1 } },
      { type: 'task.opened', data: { task, step, unit, assignees: [head], holder: head.person, barred: [] } },
    ];
    record(tx, emptyCase(dossier), { headHash: GENESIS, lastAt: new Date(0) }, facts, { act: null, by: 'system', at: desk.now() });
    return { dossier, task, person: head.person };
  });
}
