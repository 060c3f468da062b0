import { bodyOf, findRule, ok, officeDay, openSteps, refuse, seatOf, simulate, unitsOf, type Case, type Result, type Route, type WhoQuery } from '@totrinh/domain';
import { askDirectory, calendarOfUnit, instantsOf, loadCase, loadRoute, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

/** A step to come: when it opens if everybody acts at once or takes the whole term, and who would be asked today. */
export interface ForecastStep {
  readonly path: string;
  readonly kind: string;
  readonly earliest: Date;
  readonly latest: Date;
  readonly due: Date | null;
  readonly people: readonly { readonly person: string; readonly name: string }[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

export interface Forecast { readonly steps: readonly ForecastStep[]; readonly earliest: Date | null; readonly latest: Date | null; readonly withoutTerm: readonly string[] }

/**
 * What would follow from here if every step went forward: an estimate, never a promise. Plays from the step of the top level
 * that is open now; branches that have joined are left out. Whether the reader may see the dossier is asked by the caller.
 * Errors: DOSSIER_NOT_FOUND.
 */
export function forecast(desk: Desk, dossier: string): Promise<Result<Forecast>> {
  return desk.transact<Result<Forecast>>(async (tx) => {
    const c = (await loadCase(tx, dossier))?.case;
    if (!c) return refuse('DOSSIER_NOT_FOUND', { id: dossier });
    const from = openSteps(c).find((s) => s.within === null)?.path ?? c.pending.find((p) => p.within === undefined && p.step === undefined)?.path;
    if (c.status !== 'open' || c.route === null || from === undefined) return ok({ steps: [], earliest: null, latest: null, withoutTerm: [] });
    const route = (await loadRoute(tx, c.route)).rules;
    const start = desk.now();
    const { itemDeadline } = await instantsOf(tx, c.id, null, c.item);
    const played = simulate({ ...route, start: from }, { start, kind: c.kind, fields: c.fields, outcomes: {}, dates: {}, itemDeadline, calendar: await calendarOfUnit(tx, c.leadUnit) });
    const passed = new Set(c.steps.filter((s) => s.within !== null && s.state === 'settled' && s.round === c.round).map((s) => s.path));
    const steps: ForecastStep[] = [];
    for (const { path, kind, earliest, latest, due } of played.steps.filter((s) => !passed.has(s.path))) {
      const owners = await ownersOf(tx, c, route, path, officeDay(start));
      const people = (await namesOf(tx, 'person', owners.people)).map(({ id, name }) => ({ person: id, name }));
      steps.push({ path, kind, earliest, latest, due, people, units: await namesOf(tx, 'unit', owners.units) });
    }
    return ok({ steps, earliest: played.earliest, latest: played.latest, withoutTerm: played.withoutTerm });
  });
}

async function ownersOf(tx: Tx, c: Case, route: Route, path: string, day: string): Promise<{ people: string[]; units: readonly string[] }> {
  const rule = findRule(route, path);
  if (rule?.kind === 'consult' && 'units' in rule.each) return { people: [], units: unitsOf(c, rule.each.units) };
  const query: WhoQuery | null = rule?.kind === 'consult' && 'members' in rule.each ? { kind: 'body', body: bodyOf(c, rule.each.members) }
    : rule?.kind === 'vote' ? { kind: 'body', body: bodyOf(c, rule.roster.body) }
    : rule && 'who' in rule && rule.who !== undefined ? seatOf(c, rule.who, {}).query : null;
  return { people: query === null ? [] : (await askDirectory(tx, query, day)).map((a) => a.person), units: [] };
}

/** In the order of the ids. */
async function namesOf(tx: Tx, table: 'person' | 'unit', ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return tx.read<{ id: string; name: string }>(`select id, name from totrinh.${table} where id = any($1) order by array_position($1, id)`, [ids]);
}
