import { findTask, HISTORY_ROUTE, isMoving, officeDay, refuse, type Actor, type Case, type Fact, type Refusal, type Result, type Route, stepOf } from '@totrinh/domain';
import { findAnswer, isClosedByTime, loadActor, loadCase, loadRoute, lockDossier, lockDossierOfTask, lockKey, maySee, record, Rollback, saveAct, saveAnswer, type LoadedCase, type RequestKey, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { clearUrns } from './cast-urn.ts';
import { applyLapses, mayLapse } from './lapse.ts';
import { dossierTag, taskTag } from './etags.ts';

/** A changing request: who asks, what makes it the same one, and the version it was meant for. */
export interface ActRequest {
  /** Person id of whoever acts, from the token. */
  readonly actor: string;
  readonly key: string;
  /** Digest of what was asked, so that a key cannot be used for another body. */
  readonly request: string;
  readonly correlationId: string;
  /** The ETag that the act was meant for; undefined where the verb needs none. */
  readonly ifMatch?: string;
  /** When whoever acts last proved who they are, ISO; undefined where the sign-in does not say. */
  readonly signedInAt?: string;
}

/** What an accepted act answers, also when it is asked again. */
export interface ActAnswer {
  readonly act: string;
  readonly dossier: string;
  /** The chain's length after the act. */
  readonly version: number;
  readonly status: number;
  readonly ids: Readonly<Record<string, string>>;
  readonly replayed: boolean;
  readonly moving: boolean;
  /** What the act left behind, for whoever shows it right away; a repeated request reads it anew. */
  readonly after?: Aftermath;
}

/** The case after an act, with the route it pins and the posts of whoever acted. */
export interface Aftermath {
  readonly case: Case;
  readonly route: Route;
  readonly actor: Actor;
}

export type Target = { readonly task: string } | { readonly dossier: string };

/** What a verb's rule sees: the case under its lock, the route it pins, the actor with today's posts, the office's day. */
export interface Scene {
  readonly tx: Tx;
  readonly loaded: LoadedCase;
  readonly case: Case;
  readonly route: Route;
  readonly actor: Actor;
  readonly today: string;
  readonly now: Date;
  /** Reads the clock again after a wait, and on another day the actor's posts; answers the day of the act from here on. */
  readonly refresh: () => Promise<string>;
  /** Which step time has closed just now, under this act's lock: whoever comes after its date is told so. */
  readonly closedByTime: readonly string[];
}

export type Rule = (scene: Scene) => Result<readonly Fact[]> | Promise<Result<readonly Fact[]>>;

/**
 * One act, one transaction: key, dossier's lock, what is stored already, the case, the version asked for, the rule, the
 * record. Nothing is changed by a refusal. Lock order: key → dossier → appointments → register → outbox.
 * Errors: those of the rule; DOSSIER_NOT_FOUND, TASK_NOT_FOUND, VERSION_MISMATCH, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_RUNNING, BUSY.
 */
export async function perform(desk: Desk, verb: string, target: Target, request: ActRequest, rule: Rule): Promise<Result<ActAnswer>> {
  const targetId = ('task' in target ? target.task : target.dossier).toLowerCase();
  const key: RequestKey = { person: request.actor, verb, target: targetId, key: request.key };
  const answer = await guarded(() => desk.transact<Result<ActAnswer>>(async (tx) => {
    const stored = await replayOf(tx, key, request.request);
    if (stored) return stored;
    const dossier = await lockTarget(tx, target, targetId);
    if (dossier === null) return refuse('task' in target ? 'TASK_NOT_FOUND' : 'DOSSIER_NOT_FOUND', { id: targetId });
    const scene = await setScene(desk, tx, dossier, request);
    const stale = await staleness(tx, scene, target, request);
    if (stale) return refused(scene, { ok: false, error: stale });
    const facts = await rule(scene);
    if (!facts.ok) return refused(scene, facts);
    return await write(desk, scene, verb, targetId, key, request, facts.value);
  }));
  if (answer.ok && !answer.value.replayed && answer.value.moving) desk.onCalled(answer.value.dossier);
  return answer;
}

/** A refusal changes nothing; only what time had closed before stays closed, since no outcome may depend on who was up when. */
function refused<T>(scene: Scene, refusal: Result<T> & { ok: false }): Result<T> {
  if (scene.closedByTime.length === 0) throw new Rollback(refusal);
  return refusal;
}

/** The stored answer of the same request, or null for a new one; holds the key's lock from here on. */
export async function replayOf(tx: Tx, key: RequestKey, request: string): Promise<Result<ActAnswer> | null> {
  try {
    await lockKey(tx, key);
  } catch (fault) {
    if (isLockTimeout(fault)) throw new Rollback(refuse('IDEMPOTENCY_KEY_RUNNING'));
    throw fault;
  }
  const stored = await findAnswer(tx, key);
  if (!stored) return null;
  if (stored.request !== request) return refuse('IDEMPOTENCY_KEY_REUSED');
  return { ok: true, value: { ...(stored.answer as unknown as Omit<ActAnswer, 'status' | 'replayed'>), status: stored.status, replayed: true } };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function lockTarget(tx: Tx, target: Target, id: string): Promise<string | null> {
  if (!UUID.test(id)) return null;
  if ('task' in target) return lockDossierOfTask(tx, id);
  return (await lockDossier(tx, id)) ? id : null;
}

async function setScene(desk: Desk, tx: Tx, dossier: string, { actor: person, signedInAt }: ActRequest): Promise<Scene> {
  const found = await loadCase(tx, dossier);
  if (!found) throw new Error(`dossier ${dossier} vanished under its lock`);
  const now = desk.now();
  const today = officeDay(now);
  const signedIn = async (day: string): Promise<Actor> => ({ ...(await loadActor(tx, person, day)), ...(signedInAt === undefined ? {} : { signedInAt }) });
  const actor = await signedIn(today);
  const route = found.case.route === null ? HISTORY_ROUTE : (await loadRoute(tx, found.case.route)).rules;
  const { loaded, closed } = mayLapse(found.case, route) ? await applyLapses(desk, tx, found, route, now) : { loaded: found, closed: [] };
  const scene = { tx, loaded, case: loaded.case, route, actor, today, now, refresh, closedByTime: closed };
  return scene;

  async function refresh(): Promise<string> {
    scene.now = desk.now();
    if (officeDay(scene.now) !== scene.today) scene.actor = await signedIn(officeDay(scene.now));
    return (scene.today = officeDay(scene.now));
  }
}

async function staleness(tx: Tx, scene: Scene, target: Target, request: ActRequest): Promise<Refusal | null> {
  if (!(await maySeeIt(tx, scene))) return { code: 'task' in target ? 'TASK_NOT_FOUND' : 'DOSSIER_NOT_FOUND' };
  const task = 'task' in target ? findTask(scene.case, target.task.toLowerCase()) : undefined;
  if (task?.state === 'cancelled' && (scene.closedByTime.includes(task.step) || (await isClosedByTime(tx, task.step)))) return { code: 'STEP_CLOSED_BY_TIME', details: { step: stepOf(scene.case, task).path } };
  if (request.ifMatch === undefined || request.ifMatch === '*') return null;
  const current = 'task' in target ? taskTag(scene.case, target.task) : dossierTag(scene.case);
  // A closed task answers who was first rather than a bare mismatch.
  const closed = 'task' in target && scene.case.tasks.find((t) => t.id === target.task)?.state !== 'open';
  return current === request.ifMatch || closed ? null : { code: 'VERSION_MISMATCH', details: { current } };
}

/** The rule that the read models obey, asked of the database only where the case alone does not answer it. */
async function maySeeIt(tx: Tx, { actor, case: c, today }: Scene): Promise<boolean> {
  if (actor.person === c.drafter || actor.posts.some((p) => p.unit === c.leadUnit || p.role === 'admin')) return true;
  return maySee(tx, { person: actor.person, day: today }, c.id);
}

async function write(desk: Desk, scene: Scene, verb: string, targetId: string, key: RequestKey, request: ActRequest, facts: readonly Fact[]): Promise<Result<ActAnswer>> {
  const { tx, case: before, loaded, now } = scene;
  const act = desk.means.id();
  saveAct(tx, { id: act, verb, target: targetId, dossier: before.id, actor: request.actor, correlationId: request.correlationId, at: now });
  const { after } = record(tx, before, loaded, facts, { act, by: request.actor, at: now });
  const answer = { act, dossier: before.id, version: after.seq, ids: idsOf(facts), moving: isMoving(after) || (after.status === 'cancelled' && before.status === 'open') };
  saveAnswer(tx, key, request.request, 200, answer);
  await clearUrns(tx, scene.route, before, after);
  return { ok: true, value: { ...answer, status: 200, replayed: false, after: { case: after, route: scene.route, actor: scene.actor } } };
}

/** The ids an act made, for its answer. */
export function idsOf(facts: readonly Fact[]): Record<string, string> {
  const ids: Record<string, string> = {};
  for (const f of facts) {
    if (f.type === 'decision.made') ids['decision'] = f.data.decision;
    else if (f.type === 'document.attached') ids['document'] = f.data.document;
    else if (f.type === 'comment.added') ids['comment'] = f.data.comment;
    else if (f.type === 'number.given') ids['number'] = f.data.text;
    else if (f.type === 'proposal.made') ids['proposal'] = f.data.proposal;
    else if (f.type === 'demand.made') ids['demand'] = f.data.demand;
  }
  return ids;
}

/** A lock that could not be had in time, and a deadlock that was broken here, are an answer ("try again"), not a fault. */
export async function guarded<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (fault) {
    if (isLockTimeout(fault) || codeOf(fault) === '40P01') return refuse('BUSY');
    throw fault;
  }
}

function isLockTimeout(fault: unknown): boolean {
  return codeOf(fault) === '55P03';
}

function codeOf(fault: unknown): string | undefined {
  return typeof fault === 'object' && fault !== null ? (fault as { code?: string }).code : undefined;
}
