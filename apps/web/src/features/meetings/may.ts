import { inLanguage } from '../../kit/words/words.ts';
import type { Meeting, PointAction } from './use-meeting.ts';

type MeetingVerb = 'sendPapers' | 'attachPaper' | 'attend' | 'sortAgenda' | 'conclude';
type PointVerb = 'recordResult' | 'confirmProposal' | 'declineProposal' | 'putOff';

/** Whether the server allows an act on the meeting. */
export const may = (meeting: Meeting, verb: MeetingVerb): boolean => meeting.allowedActions.some((a) => a.verb === verb && a.allowed);

/** Why the server does not allow it, in a sentence; empty where it does. */
export const whyNot = (meeting: Meeting, verb: MeetingVerb): string => inLanguage(meeting.allowedActions.find((a) => a.verb === verb && !a.allowed)?.why);

/** What the server says of an act on a point: the allowed one before a refused one. */
export function ofPoint(actions: readonly PointAction[], verb: PointVerb): PointAction | null {
  const named = actions.filter((a) => a.verb === verb);
  return named.find((a) => a.allowed) ?? named[0] ?? null;
}
