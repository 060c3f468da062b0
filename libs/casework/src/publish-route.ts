import { officeDay, refuse, type Result } from '@totrinh/domain';
import { insertRoute, loadActor, lockRoute, Rollback, saveAct, saveAnswer, type RequestKey } from '@totrinh/persistence';
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
 * Công bố quy trình: checks the source and freezes it as the next version. Only an administrator publishes. A source that
 * equals the latest version is refused, since nothing would change.
 * Errors: NOT_ALLOWED, ROUTE_INVALID, ROUTE_VERSION_FROZEN, those of the key.
 */
export async function publishRoute(desk: Desk, source: string, request: ActRequest): Promise<Result<PublishAnswer>> {
  const read = readRoute(source);
  if (!read.ok) return read;
  const rules = read.value;
  const key: RequestKey = { person: request.actor, verb: 'publishRoute', target: rules.route, key: request.key };
  return guarded(() => desk.transact<Result<PublishAnswer>>(async (tx) => {
    const stored = await replayOf(tx, key, request.request);
    if (stored && !stored.ok) return stored;
    if (stored) return { ok: true, value: stored.value as unknown as PublishAnswer };
    const now = desk.now();
    const actor = await loadActor(tx, request.actor, officeDay(now));
    if (!actor.posts.some((p) => p.role === 'admin')) throw new Rollback(refuse('NOT_ALLOWED', { because: 'notAdministrator' }));
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
