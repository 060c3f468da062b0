import type { OPERATIONS } from '@totrinh/api-schema';
import type { SeenMeeting, SeenMeetingRow } from '@totrinh/persistence';
import type { z } from 'zod';

export type MeetingBody = z.infer<(typeof OPERATIONS)['readMeeting']['answers'][200]>;
type MeetingRowBody = z.infer<(typeof OPERATIONS)['listMeetings']['answers'][200]>['items'][number];

export function presentMeetingRow({ id, body, on, title, place, state, papersSentAt, version, items }: SeenMeetingRow): MeetingRowBody {
  return { id, body, on, title, place, state, papersSentAt: papersSentAt?.toISOString() ?? null, version, items };
}

export function presentMeeting(m: SeenMeeting): MeetingBody {
  return { ...presentMeetingRow(m), conclusion: m.conclusion, createdBy: m.createdBy, agenda: [...m.agenda], attendance: [...m.attendance], papers: [...m.papers], assignments: [...m.assignments] };
}
