import { readRoute, type Desk } from '@totrinh/casework';
import { advance, deadlineOf, emptyCase, extend, officeDay, type Assignee, type Fact, type Route, type Terms } from '@totrinh/domain';
import { askDirectory, calendarOfUnit, findRoute, insertRoute, latestLadders } from '@totrinh/persistence';
import { writeLives, type Life } from './seed-rows.ts';

/** What is seeded: on these routes in turn (their sources), each dossier's first step opened at its instant, by these terms (by default those that hold now). */
export interface OpenSeed {
  readonly count: number;
  readonly routes: readonly string[];
  readonly openedAt: (n: number) => Date;
  readonly terms?: Terms;
}

export interface SeededDossier { readonly dossier: string; readonly drafter: string; readonly route: string }

/** Dossiers that one transaction writes. */
const BATCH = 500;

interface Lead { readonly unit: string; readonly drafter: string }

/**
 * Opens dossiers in bulk, spread over all units that have a head and a drafter: each is created and moved on by the rules themselves, on a chain of its own
 * that verifies, with the term and the rungs of its step; about a hundred thousand in a minute or so. They have no workflow until something calls for one.
 */
export async function seedOpenDossiers(desk: Desk, { count, routes: sources, openedAt, terms: given }: OpenSeed): Promise<SeededDossier[]> {
  const routes = await Promise.all(sources.map((source) => publish(desk, source)));
  const leads = await leadsOf(desk);
  const terms = given ?? (await desk.transact(async (tx) => ({ calendar: await calendarOfUnit(tx, ''), ladders: await latestLadders(tx) })));
  const known = new Map<string, readonly Assignee[]>();
  const seeded: SeededDossier[] = [];
  for (let from = 0; from < count; from += BATCH) {
    await desk.transact(async (tx) => {
      const lives: Life[] = [];
      for (let n = from; n < Math.min(count, from + BATCH); n++) {
        const [route, lead] = [routes[n % routes.length], leads[n % leads.length]];
        if (!route || !lead) throw new Error('nothing to seed with');
        const life = await live({ desk, terms, known, ask: (query, day) => askDirectory(tx, query, day) }, route, lead, n, openedAt(n));
        lives.push(life);
        seeded.push({ dossier: life.case.id, drafter: lead.drafter, route: route.route });
      }
      writeLives(tx, lives);
    });
  }
  return seeded;
}

interface Making { readonly desk: Desk; readonly terms: Terms; readonly known: Map<string, readonly Assignee[]>; readonly ask: (query: Parameters<typeof askDirectory>[1], day: string) => Promise<Assignee[]> }

/** The facts of a creation and of the move behind it, by the rules. */
async function live({ desk, terms, known, ask }: Making, route: Route, { unit, drafter }: Lead, n: number, at: Date): Promise<Life> {
  const title = `Hồ sơ MẪU số ${n + 1}`;
  const created: Fact = {
    type: 'dossier.created', secret: { title },
    data: { route: { id: route.route, version: 1, semantics: route.semantics }, start: route.start, kind: 'ke-hoach', item: null, leadUnit: unit, drafter, roles: { units: {}, groups: {}, bodies: {}, register: null } },
  };
  const begun = extend(emptyCase(desk.means.id()), [created]);
  const dueOf: Parameters<typeof advance>[3] = (step) => deadlineOf(step, { opening: at, submission: null, itemDeadline: null }, terms);
  for (;;) {
    const moved = advance(begun.after, route, (query) => known.get(JSON.stringify(query)), dueOf, desk.means);
    for (const query of moved.missing) known.set(JSON.stringify(query), await ask(query, officeDay(desk.now())));
    if (moved.missing.length > 0) continue;
    const opened = extend(begun.after, moved.facts);
    return { case: opened.after, placed: [...begun.placed, ...opened.placed], at, title };
  }
}

async function publish(desk: Desk, source: string): Promise<Route> {
  const read = readRoute(source);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const route = read.value;
  await desk.transact(async (tx) => {
    if (!(await findRoute(tx, route.route, 1))) insertRoute(tx, { id: route.route, version: 1, rules: route, source, sha256: desk.means.digest(source), at: desk.now(), by: 'system' });
  });
  return route;
}

async function leadsOf(desk: Desk): Promise<Lead[]> {
  const today = officeDay(desk.now());
  return desk.transact(async (tx) => {
    const found: Lead[] = [];
    for (const { unit } of await tx.read<{ unit: string }>(`select distinct unit_id as unit from totrinh.post where role = 'head' order by unit_id`)) {
      const [head] = await askDirectory(tx, { kind: 'post', unit, roles: ['head'] }, today);
      const [drafter] = await askDirectory(tx, { kind: 'post', unit, roles: ['drafter'] }, today);
      if (head && drafter) found.push({ unit, drafter: drafter.person });
    }
    if (found.length === 0) throw new Error('no unit has a head and a drafter today');
    return found;
  });
}
