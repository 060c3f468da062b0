import { isAdministrator, type Actor } from '../case/actor.ts';
import type { CaseRoles } from '../case/case.ts';
import { ok, refuse, type Result } from '../result.ts';
import { isDay } from '../verbs/suspend-days.ts';

/** An entry of the leadership's briefing list: the office's days (`YYYY-MM-DD`) on which it came and was heard, and what the roles of its dossier mean. */
export interface Briefing { readonly since: string; readonly heardOn: string | null; readonly roles: CaseRoles }

/** Whether somebody is told the list: staff of the issuing office, members and secretaries of the dossier's bodies, administrators. */
export function hearsBriefing(actor: Actor, roles: CaseRoles): boolean {
  const bodies = Object.values(roles.bodies);
  return isAdministrator(actor) || actor.posts.some((p) => (p.unit !== null && p.unit === roles.units['issuing']) || (p.body !== null && bodies.includes(p.body)));
}

/**
 * Đã báo cáo giao ban: the leadership has heard it on that day; by the issuing office or the secretary of one of its bodies. Whoever may not know of it finds none.
 * Errors: BRIEFING_NOT_FOUND, NOT_ALLOWED (because: notOfOffice), BRIEFING_HEARD, DATE_INVALID (before it came, or after today).
 */
export function hearBriefing(briefing: Briefing | null, on: string, actor: Actor, today: string): Result<{ readonly heardOn: string }> {
  if (!briefing || !hearsBriefing(actor, briefing.roles)) return refuse('BRIEFING_NOT_FOUND');
  const { roles, since, heardOn } = briefing;
  const ofOffice = actor.posts.some((p) => (p.unit !== null && p.unit === roles.units['issuing']) || (p.role === 'secretary' && p.body !== null && Object.values(roles.bodies).includes(p.body)));
  if (!ofOffice) return refuse('NOT_ALLOWED', { because: 'notOfOffice' });
  if (heardOn !== null) return refuse('BRIEFING_HEARD', { on: heardOn });
  return isDay(on) && on >= since && on <= today ? ok({ heardOn: on }) : refuse('DATE_INVALID', { on, since, today });
}
