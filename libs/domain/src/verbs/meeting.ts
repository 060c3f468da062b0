import { isOfOffice, type Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Route } from '../route/route.ts';
import { openVote } from './roster.ts';

/** A vote on a meeting's agenda. */
export interface AgendaPlace { readonly meeting: string; readonly step: string }

/**
 * Đưa vào chương trình hội nghị: an open vote that a meeting decides, by the office; on one agenda at a time.
 * Errors: NOT_ALLOWED (because: notOfOffice, onAgenda), those of an open vote, OUTCOME_NOT_POSSIBLE (the vote is not decided in a meeting).
 */
export function placeOnAgenda(c: Case, route: Route, place: AgendaPlace, actor: Actor): Result<Fact[]> {
  const may = inMeeting(c, route, place.step, actor);
  if (!may.ok) return may;
  const now = c.agenda.find((a) => a.step === place.step);
  if (now) return refuse('NOT_ALLOWED', { because: 'onAgenda', meeting: now.meeting });
  return ok([placed(place, actor)]);
}

/**
 * Hoãn sang hội nghị khác, or off the agenda for now (`to` null). The reason stays.
 * Errors: NOT_ALLOWED, those of an open vote, NOT_ON_AGENDA, REASON_REQUIRED.
 */
export function putOff(c: Case, route: Route, command: AgendaPlace & { readonly reason: string | null; readonly to: string | null }, actor: Actor): Result<Fact[]> {
  const { meeting, step, reason, to } = command;
  const may = inMeeting(c, route, step, actor);
  if (!may.ok) return may;
  if (!stands(c, meeting, step)) return refuse('NOT_ON_AGENDA', { meeting, step });
  if (reason === null) return refuse('REASON_REQUIRED', { verb: 'putOff' });
  if (to === meeting) return refuse('NOT_ALLOWED', { because: 'onAgenda', meeting });
  const off: Fact = { type: 'agenda.putOff', data: { meeting, step, by: actor.person }, secret: { reason } };
  return ok([off, ...(to === null ? [] : [placed({ meeting: to, step }, actor)])]);
}

/** Gửi tài liệu: the papers of a meeting went out to its members. Errors: NOT_ON_AGENDA. */
export function papersSent(c: Case, meeting: string, actor: Actor): Result<Fact[]> {
  return stands(c, meeting) ? ok([{ type: 'agenda.papersSent', data: { meeting, by: actor.person } }]) : refuse('NOT_ON_AGENDA', { meeting });
}

/** Thông báo kết luận: the meeting's conclusion concerns this dossier. Errors: NOT_ON_AGENDA. */
export function concluded(c: Case, meeting: string, actor: Actor): Result<Fact[]> {
  return stands(c, meeting) ? ok([{ type: 'conclusion.made', data: { meeting, by: actor.person } }]) : refuse('NOT_ON_AGENDA', { meeting });
}

function inMeeting(c: Case, route: Route, step: string, actor: Actor): Result<null> {
  if (!isOfOffice(actor, c)) return refuse('NOT_ALLOWED', { because: 'notOfOffice' });
  const vote = openVote(c, route, step);
  if (!vote.ok) return vote;
  return vote.value.rule.mode === 'meeting' ? ok(null) : refuse('OUTCOME_NOT_POSSIBLE', { outcome: 'placeOnAgenda', possible: [] });
}

const placed = ({ meeting, step }: AgendaPlace, actor: Actor): Fact => ({ type: 'agenda.placed', data: { meeting, step, by: actor.person } });
const stands = (c: Case, meeting: string, step?: string): boolean => c.agenda.some((a) => a.meeting === meeting && (step === undefined || a.step === step));
