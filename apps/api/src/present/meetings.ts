import { dossierTag, meetingActions } from '@totrinh/casework';
import { assignmentActions, openTasks } from '@totrinh/domain';
import type { OPERATIONS } from '@totrinh/api-schema';
import type { MeetingDetails, SeenMeeting, SeenMeetingRow } from '@totrinh/persistence';
import type { z } from 'zod';
import { presentActions } from './actions.ts';
import { presentOfficeActions } from './office-actions.ts';

export type MeetingBody = z.infer<(typeof OPERATIONS)['readMeeting']['answers'][200]>;
type MeetingRowBody = z.infer<(typeof OPERATIONS)['listMeetings']['answers'][200]>['items'][number];
type Point = MeetingBody['agenda'][number];

/** What may be done with a point of an agenda. */
const VERBS: ReadonlySet<string> = new Set(['recordResult', 'confirmProposal', 'declineProposal', 'putOff', 'placeOnAgenda', 'callOff', 'correctRoster']);

export function presentMeetingRow({ id, body, on, title, place, state, papersSentAt, version, items }: SeenMeetingRow): MeetingRowBody {
  return { id, body, on, title, place, state, papersSentAt: papersSentAt?.toISOString() ?? null, version, items };
}

export function presentMeeting(m: SeenMeeting, details: MeetingDetails): MeetingBody {
  const actions = meetingActions(details.actor, { body: m.body.id, state: m.state, points: m.items });
  return {
    ...presentMeetingRow(m), conclusion: m.conclusion, createdBy: m.createdBy, attendance: [...m.attendance], papers: [...m.papers], assignments: m.assignments.map((a) => ({ ...a, allowedActions: presentOfficeActions(assignmentActions({ id: a.id, unit: a.unit.id, doneBy: a.doneBy?.person ?? null }, details.actor)) })), members: [...details.members],
    agenda: m.agenda.map((point) => presentPoint(point, details)), allowedActions: presentOfficeActions(actions),
  };
}

function presentPoint(point: SeenMeeting['agenda'][number], { agenda, states }: MeetingDetails): Point {
  const of = agenda.get(point.step);
  const stepState = states.get(point.step) ?? 'open';
  if (!of) return { ...point, stepState, title: null, leadUnit: null, directing: null, dossierEtag: null, arithmetic: null, recordTask: null, proposal: null, allowedActions: [] };
  const { seen: { loaded, route, actor, at }, title, leadUnit, directing, arithmetic, proposal } = of;
  const tasks = openTasks(loaded.case, point.step);
  // What may be done with none of the dossier's steps may not be done with this one either, for the same reason.
  const isOfPoint = (a: Point['allowedActions'][number]): boolean => (a.task === null ? !a.allowed || a.targets?.some((t) => t === point.step || t === proposal?.id) === true : tasks.some((t) => t.id === a.task));
  return {
    ...point, stepState, title, leadUnit, directing, arithmetic, dossierEtag: dossierTag(loaded.case), recordTask: tasks.find((t) => t.purpose === 'record')?.id ?? null,
    proposal: proposal && { id: proposal.id, by: proposal.by, at: proposal.at.toISOString() }, allowedActions: stepState === 'open' ? presentActions(loaded.case, route, actor, at).filter((a) => VERBS.has(a.verb) && isOfPoint(a)) : [],
  };
}
