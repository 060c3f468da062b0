import { concluded, finishAssignment as finishRule, officeDay, papersSent, refuse, type Result } from '@totrinh/domain';
import { agendaOf, askDirectory, finishAssignment as writeDone, insertAssignment, insertMeeting, insertPaper, knownIds, loadActor, lockAssignment, Rollback, saveAct, saveAnswer, updateMeeting, writeAttendance, type RequestKey } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { onMeeting, servesMeetings, stillOpen, storedAnswer, type MeetingAnswer, type MeetingScene } from './meetings-act.ts';
import { recordInDossiers } from './meetings-dossiers.ts';
import { guarded, type ActRequest } from './perform.ts';

/** A meeting to be held: its body, the day (`YYYY-MM-DD`), clean texts. */
export interface MeetingInput { readonly body: string; readonly on: string; readonly title: string; readonly place: string | null }
/** A stored file of a meeting. */
export interface PaperInput { readonly kind: 'paper' | 'minutes'; readonly name: string; readonly sha256: string; readonly size: number; readonly mediaType: string }
export interface AttendanceInput { readonly person: string; readonly present: boolean; readonly note?: string | null }
export interface ConclusionInput {
  readonly text: string;
  readonly assignments: readonly { readonly unit: string; readonly text: string; readonly dueOn?: string | null; readonly dossier?: string | null }[];
}

const NONE: Result<Record<string, string>> = { ok: true, value: {} };

/** Mở hội nghị of a body. Errors: NOT_ALLOWED, REQUEST_INVALID (because: bodyUnknown), those of the key. */
export function createMeeting(desk: Desk, input: MeetingInput, request: ActRequest): Promise<Result<MeetingAnswer>> {
  const key: RequestKey = { person: request.actor, verb: 'createMeeting', target: input.body, key: request.key };
  return guarded(() => desk.transact<Result<MeetingAnswer>>(async (tx) => {
    const stored = await storedAnswer(tx, key, request);
    if (stored) return stored;
    const now = desk.now();
    const actor = await loadActor(tx, request.actor, officeDay(now));
    if (!servesMeetings(actor, input.body)) return refuse('NOT_ALLOWED', { because: 'notOfOffice' });
    if ((await knownIds(tx, 'body', [input.body])).length === 0) return refuse('REQUEST_INVALID', { because: 'bodyUnknown', body: input.body });
    const [act, meeting] = [desk.means.id(), desk.means.id()];
    saveAct(tx, { id: act, verb: key.verb, target: meeting, dossier: null, actor: actor.person, correlationId: request.correlationId, at: now });
    insertMeeting(tx, { id: meeting, body: input.body, on: input.on, title: input.title, place: input.place ?? '', createdBy: actor.person, act });
    const answer = { act, meeting, version: 1, ids: { meeting } };
    saveAnswer(tx, key, request.request, 201, answer);
    return { ok: true, value: { ...answer, status: 201, replayed: false } };
  }));
}

/** Gửi tài liệu: says in each dossier on the agenda that the papers went out. Errors: MEETING_CLOSED, NOT_ON_AGENDA (nothing is on it), those of an act on a meeting. */
export function sendPapers(desk: Desk, meeting: string, request: ActRequest): Promise<Result<MeetingAnswer>> {
  return onMeeting(desk, 'sendPapers', meeting, request, async (s) => {
    const open = stillOpen(s, { papersSentAt: s.now });
    if (!open.ok) return open;
    const agenda = (await agendaOf(s.tx, s.meeting.id)).filter((i) => i.state === 'onAgenda');
    if (agenda.length === 0) return refuse('NOT_ON_AGENDA', { meeting: s.meeting.id });
    const said = await recordInDossiers(desk, s, agenda.map((i) => i.dossier), (c, actor) => (c.status === 'open' ? papersSent(c, s.meeting.id, actor) : null));
    return said.ok ? NONE : said;
  });
}

/** Adds a paper, or the minutes, which may come after the meeting is closed. Errors: MEETING_CLOSED, those of an act on a meeting. */
export function attachPaper(desk: Desk, meeting: string, input: PaperInput, request: ActRequest): Promise<Result<MeetingAnswer>> {
  return onMeeting(desk, 'attachPaper', meeting, request, async (s) => {
    if (input.kind === 'paper' && s.meeting.state === 'closed') return refuse('MEETING_CLOSED', { meeting: s.meeting.id });
    updateMeeting(s.tx, s.meeting.id, {});
    insertPaper(s.tx, s.meeting.id, { ...input, act: s.act });
    return NONE;
  });
}

/** Điểm danh: who of the body's members of that day came. Errors: MEETING_CLOSED, NOT_INCUMBENT (details: people), PARTICIPANT_TWICE, those of an act on a meeting. */
export function attend(desk: Desk, meeting: string, members: readonly AttendanceInput[], request: ActRequest): Promise<Result<MeetingAnswer>> {
  return onMeeting(desk, 'attend', meeting, request, async (s) => {
    const people = members.map((m) => m.person);
    if (new Set(people).size < people.length) return refuse('PARTICIPANT_TWICE', { people: people.filter((p, i) => people.indexOf(p) < i) });
    const incumbents = await askDirectory(s.tx, { kind: 'body', body: s.meeting.body }, s.meeting.on);
    const strangers = people.filter((p) => !incumbents.some((a) => a.person === p));
    if (strangers.length > 0) return refuse('NOT_INCUMBENT', { people: strangers });
    const open = stillOpen(s, { state: 'held' });
    if (!open.ok) return open;
    writeAttendance(s.tx, s.meeting.id, members.map((m) => ({ person: m.person, present: m.present, note: m.note ?? null })));
    return NONE;
  });
}

/** Thông báo kết luận: closes the meeting, gives units new tasks, and says so in each dossier that it dealt with. Errors: MEETING_CLOSED, NOT_ON_AGENDA, REQUEST_INVALID (because: unitUnknown), those of an act on a meeting. */
export function conclude(desk: Desk, meeting: string, input: ConclusionInput, request: ActRequest): Promise<Result<MeetingAnswer>> {
  return onMeeting(desk, 'conclude', meeting, request, async (s) => {
    const open = stillOpen(s, { state: 'closed', conclusion: input.text });
    if (!open.ok) return open;
    const agenda = (await agendaOf(s.tx, s.meeting.id)).filter((i) => i.state !== 'putOff').map((i) => i.dossier);
    const fault = await assignmentsFault(s, input, agenda);
    if (fault) return fault;
    const said = await recordInDossiers(desk, s, agenda, (c, actor) => (c.agenda.some((a) => a.meeting === s.meeting.id) ? concluded(c, s.meeting.id, actor) : null));
    if (!said.ok) return said;
    const given = input.assignments.map((a) => ({ ...a, id: desk.means.id() }));
    for (const { id, unit, text, dueOn, dossier } of given) insertAssignment(s.tx, { id, meeting: s.meeting.id, dossier: dossier ?? null, unit, text, dueOn: dueOn ?? null });
    return { ok: true, value: Object.fromEntries(given.map((a, i) => [`assignment${i + 1}`, a.id])) };
  });
}

async function assignmentsFault(s: MeetingScene, { assignments }: ConclusionInput, agenda: readonly string[]): Promise<(Result<never> & { ok: false }) | null> {
  const units = [...new Set(assignments.map((a) => a.unit))];
  const known = await knownIds(s.tx, 'unit', units);
  const unknown = units.filter((u) => !known.includes(u));
  if (unknown.length > 0) return refuse('REQUEST_INVALID', { because: 'unitUnknown', units: unknown });
  const stray = assignments.find((a) => a.dossier != null && !agenda.includes(a.dossier));
  return stray ? refuse('NOT_ON_AGENDA', { meeting: s.meeting.id, dossier: stray.dossier }) : null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A unit has done what a conclusion gave it; the unit itself says so, or the office. Errors: TASK_NOT_FOUND, TASK_CLOSED, NOT_ALLOWED, those of the key. */
export function finishAssignment(desk: Desk, assignment: string, request: ActRequest): Promise<Result<MeetingAnswer>> {
  const target = assignment.toLowerCase();
  const key: RequestKey = { person: request.actor, verb: 'finishAssignment', target, key: request.key };
  return guarded(() => desk.transact<Result<MeetingAnswer>>(async (tx) => {
    const stored = await storedAnswer(tx, key, request);
    if (stored) return stored;
    const found = UUID.test(target) ? await lockAssignment(tx, target) : null;
    if (!found) throw new Rollback(refuse('TASK_NOT_FOUND', { task: target }));
    const now = desk.now();
    const actor = await loadActor(tx, request.actor, officeDay(now));
    const done = finishRule(found, actor);
    if (!done.ok) throw new Rollback(done);
    const act = desk.means.id();
    saveAct(tx, { id: act, verb: key.verb, target, dossier: null, actor: actor.person, correlationId: request.correlationId, at: now });
    writeDone(tx, target, officeDay(now), actor.person);
    const answer = { act, meeting: found.meeting, version: 0, ids: { assignment: target } };
    saveAnswer(tx, key, request.request, 200, answer);
    return { ok: true, value: { ...answer, status: 200, replayed: false } };
  }));
}
