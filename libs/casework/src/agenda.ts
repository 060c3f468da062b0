import { bodyOf, placeOnAgenda as placeRule, putOff as putOffRule, refuse, stepById, voteOf, type AgendaPlace, type Result } from '@totrinh/domain';
import { markAgendaItem, placeOnAgenda as placeRow, updateMeeting, type MeetingRow, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { lockedMeeting } from './meetings-act.ts';
import { perform, type ActAnswer, type ActRequest, type Scene } from './perform.ts';

/** Đưa vào chương trình: the dossier's fact and the meeting's row in one transaction. Errors: those of domain's placeOnAgenda and of perform; MEETING_NOT_FOUND, MEETING_CLOSED, NOT_ALLOWED (because: otherBody). */
export function placeOnAgenda(desk: Desk, dossier: string, place: AgendaPlace, request: ActRequest): Promise<Result<ActAnswer>> {
  const meeting = place.meeting.toLowerCase();
  return perform(meetingsFirst(desk, [meeting]), 'placeOnAgenda', { dossier }, request, async (s) => {
    const open = await openMeeting(s.tx, meeting);
    if (!open.ok) return open;
    const facts = placeRule(s.case, s.route, { ...place, meeting }, s.actor);
    if (!facts.ok) return facts;
    if (!isOfBody(s, place.step, open.value)) return refuse('NOT_ALLOWED', { because: 'otherBody' });
    put(s.tx, meeting, s.case.id, place.step);
    return facts;
  });
}

/** Hoãn, to another meeting or for now. Errors: those of domain's putOff and of perform; MEETING_NOT_FOUND, MEETING_CLOSED, NOT_ALLOWED (because: otherBody). */
export function putOff(desk: Desk, dossier: string, command: AgendaPlace & { reason: string | null; to: string | null }, request: ActRequest): Promise<Result<ActAnswer>> {
  const meeting = command.meeting.toLowerCase();
  const to = command.to?.toLowerCase() ?? null;
  return perform(meetingsFirst(desk, to === null ? [meeting] : [meeting, to]), 'putOff', { dossier }, request, async (s) => {
    const from = await lockedMeeting(s.tx, meeting);
    if (!from.ok) return from;
    const next = to === null ? null : await openMeeting(s.tx, to);
    if (next && !next.ok) return next;
    const facts = putOffRule(s.case, s.route, { ...command, meeting, to }, s.actor);
    if (!facts.ok) return facts;
    if (next && !isOfBody(s, command.step, next.value)) return refuse('NOT_ALLOWED', { because: 'otherBody' });
    markAgendaItem(s.tx, meeting, command.step, 'putOff');
    updateMeeting(s.tx, meeting, {});
    if (to !== null) put(s.tx, to, s.case.id, command.step);
    return facts;
  });
}

/** Only the body that votes decides at its meeting. */
function isOfBody({ case: c, route }: Scene, step: string, meeting: MeetingRow): boolean {
  const rule = voteOf(route, stepById(c, step));
  return rule !== undefined && bodyOf(c, rule.roster.body) === meeting.body;
}

/** Lock order: meetings by id, then the key and the dossier. Nothing that holds such a key waits for a meeting. */
function meetingsFirst(desk: Desk, meetings: readonly string[]): Desk {
  return { ...desk, transact: (work) => desk.transact(async (tx) => {
    for (const id of [...new Set(meetings)].sort()) await lockedMeeting(tx, id);
    return work(tx);
  }) };
}

async function openMeeting(tx: Tx, id: string): Promise<Result<MeetingRow>> {
  const meeting = await lockedMeeting(tx, id);
  return meeting.ok && meeting.value.state === 'closed' ? refuse('MEETING_CLOSED', { meeting: id }) : meeting;
}

function put(tx: Tx, meeting: string, dossier: string, step: string): void {
  placeRow(tx, meeting, dossier, step);
  updateMeeting(tx, meeting, {});
}
