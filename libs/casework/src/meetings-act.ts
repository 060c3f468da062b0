import { officeDay, refuse, type Actor, type Result } from '@totrinh/domain';
import { loadActor, lockMeeting, Rollback, saveAct, saveAnswer, updateMeeting, type MeetingRow, type RequestKey, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { guarded, replayOf, type ActRequest } from './perform.ts';

/** What an act on a meeting answers, also when it is asked again. */
export interface MeetingAnswer {
  readonly act: string;
  readonly meeting: string;
  /** How often the meeting was changed. */
  readonly version: number;
  readonly ids: Readonly<Record<string, string>>;
  readonly status: number;
  readonly replayed: boolean;
}

/** What an act on a meeting sees: the meeting under its lock, the actor with today's posts, the act's id for what it writes. */
export interface MeetingScene {
  readonly tx: Tx;
  readonly meeting: MeetingRow;
  readonly actor: Actor;
  readonly today: string;
  readonly now: Date;
  readonly act: string;
}

/** The office of a meeting: who handles its agenda, papers and minutes, in whatever unit they serve. */
const OFFICE_ROLES: ReadonlySet<string> = new Set(['head', 'deputy', 'form-checker', 'secretary', 'clerk']);

/**
 * Whether somebody prepares and writes up meetings: heads, deputies, form checkers, secretaries and clerks of units, and the secretaries of
 * the body itself. A meeting belongs to no dossier and so to no issuing unit; what it does to a dossier asks for that one's office again.
 */
export function servesMeetings(actor: Actor, body: string): boolean {
  return actor.posts.some((p) => (p.unit !== null ? OFFICE_ROLES.has(p.role) : p.body === body && p.role === 'secretary'));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A meeting under its lock. Errors: MEETING_NOT_FOUND. */
export async function lockedMeeting(tx: Tx, id: string): Promise<Result<MeetingRow>> {
  const meeting = UUID.test(id) ? await lockMeeting(tx, id) : null;
  return meeting ? { ok: true, value: meeting } : refuse('MEETING_NOT_FOUND', { meeting: id });
}

export function meetingTag(version: number): string {
  return `"m${version}"`;
}

/**
 * One act on a meeting, one transaction. Lock order: key → meeting → dossiers by id. Nothing is changed by a refusal.
 * Errors: those of the work; MEETING_NOT_FOUND, NOT_ALLOWED, VERSION_MISMATCH, those of the key, BUSY.
 */
export async function onMeeting(desk: Desk, verb: string, id: string, request: ActRequest, work: (scene: MeetingScene) => Promise<Result<Record<string, string>>>): Promise<Result<MeetingAnswer>> {
  const target = id.toLowerCase();
  const key: RequestKey = { person: request.actor, verb, target, key: request.key };
  return guarded(() => desk.transact<Result<MeetingAnswer>>(async (tx) => {
    const stored = await storedAnswer(tx, key, request);
    if (stored) return stored;
    const found = await lockedMeeting(tx, target);
    if (!found.ok) throw new Rollback(found);
    const meeting = found.value;
    const now = desk.now();
    const today = officeDay(now);
    const actor = await loadActor(tx, request.actor, today);
    if (!servesMeetings(actor, meeting.body)) throw new Rollback(refuse('NOT_ALLOWED', { because: 'notOfOffice' }));
    if (request.ifMatch !== undefined && request.ifMatch !== '*' && request.ifMatch !== meetingTag(meeting.seq)) throw new Rollback(refuse('VERSION_MISMATCH', { current: meetingTag(meeting.seq) }));
    const act = desk.means.id();
    saveAct(tx, { id: act, verb, target, dossier: null, actor: request.actor, correlationId: request.correlationId, at: now });
    const done = await work({ tx, meeting, actor, today, now, act });
    if (!done.ok) throw new Rollback(done);
    const answer = { act, meeting: target, version: meeting.seq + 1, ids: done.value };
    saveAnswer(tx, key, request.request, 200, answer);
    return { ok: true, value: { ...answer, status: 200, replayed: false } };
  }));
}

/** The stored answer of the same request, or null for a new one. */
export async function storedAnswer(tx: Tx, key: RequestKey, request: ActRequest): Promise<Result<MeetingAnswer> | null> {
  const stored = await replayOf(tx, key, request.request);
  return stored?.ok ? { ok: true, value: stored.value as unknown as MeetingAnswer } : stored;
}

/** A meeting that may still change, its version counted on. Errors: MEETING_CLOSED. */
export function stillOpen({ tx, meeting }: MeetingScene, change: Parameters<typeof updateMeeting>[2] = {}): Result<null> {
  if (meeting.state === 'closed') return refuse('MEETING_CLOSED', { meeting: meeting.id });
  updateMeeting(tx, meeting.id, change);
  return { ok: true, value: null };
}
