import { refuse, type Actor, type ErrorCode, type Result } from '@totrinh/domain';
import { agendaOf, sortAgenda as writeOrder } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { onMeeting, servesMeetings, stillOpen, type MeetingAnswer } from './meetings-act.ts';
import type { ActRequest } from './perform.ts';

/** Sắp xếp chương trình: the points that are named come first, in this order; the others keep theirs behind them. Errors: MEETING_CLOSED, NOT_ON_AGENDA (details: steps), those of an act on a meeting. */
export function sortAgenda(desk: Desk, meeting: string, asked: readonly string[], request: ActRequest): Promise<Result<MeetingAnswer>> {
  const steps = [...new Set(asked.map((s) => s.toLowerCase()))];
  return onMeeting(desk, 'sortAgenda', meeting, request, async (s) => {
    const open = stillOpen(s);
    if (!open.ok) return open;
    const points = (await agendaOf(s.tx, s.meeting.id)).filter((p) => p.state !== 'putOff').map((p) => p.step);
    const strangers = steps.filter((step) => !points.includes(step));
    if (strangers.length > 0) return refuse('NOT_ON_AGENDA', { meeting: s.meeting.id, steps: strangers });
    writeOrder(s.tx, s.meeting.id, [...steps, ...points.filter((p) => !steps.includes(p))]);
    return { ok: true, value: {} };
  });
}

/** What may be done with a meeting, each with the code that the act would answer. */
export interface MeetingAction { readonly verb: 'sendPapers' | 'attachPaper' | 'attend' | 'sortAgenda' | 'conclude'; readonly because: ErrorCode | null }

/** The same rules as the acts on it obey; the minutes may still come after the meeting was closed. `points`: how many stand on its agenda. */
export function meetingActions(actor: Actor, meeting: { readonly body: string; readonly state: string; readonly points: number }): MeetingAction[] {
  const serves = servesMeetings(actor, meeting.body);
  const closed = meeting.state === 'closed';
  const why = (needsPoints: boolean, evenClosed = false): ErrorCode | null => (!serves ? 'NOT_ALLOWED' : closed && !evenClosed ? 'MEETING_CLOSED' : needsPoints && meeting.points === 0 ? 'NOT_ON_AGENDA' : null);
  return [{ verb: 'sendPapers', because: why(true) }, { verb: 'attachPaper', because: why(false, true) }, { verb: 'attend', because: why(false) }, { verb: 'sortAgenda', because: why(true) }, { verb: 'conclude', because: why(false) }];
}
