import { HISTORY_ROUTE, type Actor, type Case, type Fact, type Result } from '@totrinh/domain';
import { loadCases, loadRoute, lockDossier, record, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { applyLapses } from './lapse.ts';
import type { MeetingScene } from './meetings-act.ts';

/** What a meeting's act puts onto the chain of each dossier on its agenda; a dossier that the rule leaves out stays as it is. */
export type OnDossier = (c: Case, actor: Actor) => Result<Fact[]> | null;

/** Records a meeting's act in these dossiers, locked in the order of ids. Answers the first refusal. */
export async function recordInDossiers(desk: Desk, { tx, actor, now, act }: MeetingScene, dossiers: readonly string[], rule: OnDossier): Promise<Result<null>> {
  const ids = [...new Set(dossiers)].sort();
  for (const id of ids) await lockDossier(tx, id);
  for (const found of await loadCases(tx, ids)) {
    const loaded = await afterTime(desk, tx, found, now);
    const facts = rule(loaded.case, actor);
    if (facts === null) continue;
    if (!facts.ok) return facts;
    record(tx, loaded.case, loaded, facts.value, { act, by: actor.person, at: now });
  }
  return { ok: true, value: null };
}

async function afterTime(desk: Desk, tx: Tx, found: Parameters<typeof applyLapses>[2], now: Date): Promise<typeof found> {
  const route = found.case.route === null ? HISTORY_ROUTE : (await loadRoute(tx, found.case.route)).rules;
  return (await applyLapses(desk, tx, found, route, now)).loaded;
}
