import { nobodyFault, officeDay, ownersToResolve, refuse, type OwnerQuestion, type Parts, type Result, type Route, type WhoQuery } from '@totrinh/domain';
import { askDirectory, insertRoute, latestLadders, latestRoutes, loadActor, lockRoute, Rollback, saveAct, saveAnswer, type RequestKey, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { guarded, replayOf, type ActRequest } from './perform.ts';
import { readRoute } from './read-route.ts';

export interface PublishAnswer {
  readonly act: string;
  readonly route: string;
  readonly version: number;
  readonly status: number;
  readonly replayed: boolean;
}

/**
 * Công bố quy trình: checks the source, with the latest versions of the sub-routes that it names, against the model and the
 * directory of today, and freezes it as the next version. Only an administrator publishes. A source that equals the latest
 * version is refused, since nothing would change.
 * Errors: NOT_ALLOWED, ROUTE_INVALID, ROUTE_VERSION_FROZEN, those of the key.
 */
export async function publishRoute(desk: Desk, source: string, request: ActRequest): Promise<Result<PublishAnswer>> {
  const key: RequestKey = { person: request.actor, verb: 'publishRoute', target: 'routes', key: request.key };
  return guarded(() => desk.transact<Result<PublishAnswer>>(async (tx) => {
    const stored = await replayOf(tx, key, request.request);
    if (stored && !stored.ok) return stored;
    if (stored) return { ok: true, value: stored.value as unknown as PublishAnswer };
    const now = desk.now();
    const actor = await loadActor(tx, request.actor, officeDay(now));
    if (!actor.posts.some((p) => p.role === 'admin')) throw new Rollback(refuse('NOT_ALLOWED', { because: 'notAdministrator' }));
    const rules = await checkedRoute(tx, source, officeDay(now));
    const latest = await lockRoute(tx, rules.route);
    const sha256 = desk.means.digest(source);
    if (latest?.sha256 === sha256) return refuse('ROUTE_VERSION_FROZEN', { route: rules.route, version: latest.version });
    const version = (latest?.version ?? 0) + 1;
    const act = desk.means.id();
    saveAct(tx, { id: act, verb: 'publishRoute', target: rules.route, dossier: null, actor: request.actor, correlationId: request.correlationId, at: now });
    insertRoute(tx, { id: rules.route, version, rules, source, sha256, at: now, by: request.actor });
    saveAnswer(tx, key, request.request, 201, { act, route: rules.route, version });
    return { ok: true, value: { act, route: rules.route, version, status: 201, replayed: false } };
  }));
}

/** The route with its sub-routes as they stand today, or the refusal with every fault. */
export async function checkedRoute(tx: Tx, source: string, today: string): Promise<Route> {
  const read = readRoute(source, await latestParts(tx), today, [...(await latestLadders(tx)).keys()]);
  if (!read.ok) throw new Rollback(read);
  const nobody: string[] = [];
  for (const question of ownersToResolve(read.value)) {
    const query = queryOf(question);
    if (query !== null && (await askDirectory(tx, query, today)).length === 0) nobody.push(question.step);
  }
  if (nobody.length > 0) throw new Rollback(refuse('ROUTE_INVALID', { faults: nobody.map((step) => ({ ...nobodyFault(step), line: 0, column: 0 })) }));
  return read.value;
}

/** The latest version of every published route, for whoever brings one along as a sub-route. */
export async function latestParts(tx: Tx): Promise<Parts> {
  return Object.fromEntries((await latestRoutes(tx)).map((r) => [r.id, { version: r.version, rules: r.rules }]));
}

function queryOf({ who }: OwnerQuestion): WhoQuery | null {
  if ('headOf' in who) return { kind: 'post', unit: who.headOf, roles: ['head'] };
  if ('post' in who) return { kind: 'post', unit: who.of ?? '', roles: [who.post], ...(who.skill === undefined ? {} : { skill: who.skill }) };
  if ('unit' in who) return { kind: 'post', unit: who.unit, roles: ['head', 'deputy'] };
  if ('body' in who) return { kind: 'body', body: who.body };
  if ('members' in who) return { kind: 'body', body: who.members };
  if ('signers' in who) return { kind: 'signers', body: who.signers };
  return null;
}
