import { isAdministrator, leadsUnit, type Actor, type HeldPost } from '../case/actor.ts';
import { ok, refuse, type Result } from '../result.ts';

/** Days are `YYYY-MM-DD`, both inclusive; `routes` null: all. */
export interface AbsenceDays { readonly from: string; readonly to: string }
export interface AbsenceCommand extends AbsenceDays { readonly person: string; readonly substitute: string; readonly routes: readonly string[] | null }
/** An absence as it was declared; from `endedOn` on it holds no more. */
export interface Absence extends AbsenceCommand { readonly id: string; readonly endedOn: string | null }

/**
 * Vắng mặt: one substitute acts in a person's stead from one day to another, in chosen routes or in all (xử lý thay). By the
 * person, the head or a deputy of a unit in which they hold a post, or an administrator. `existing`: the absences of both
 * people, and those in which they substitute; `posts`: what the absent person holds today.
 * Errors: NOT_ALLOWED, DATE_INVALID, ABSENCE_CHAIN (nobody substitutes a substitute, no cycles), SUBSTITUTE_AWAY (details: absence, from, to), ABSENCE_OVERLAP (details: absence).
 */
export function declareAbsence(command: AbsenceCommand, existing: readonly Absence[], actor: Actor, today: string, posts: readonly HeldPost[]): Result<AbsenceCommand> {
  const { person, substitute, from, to } = command;
  if (!mayDeclareFor(actor, person, posts)) return refuse('NOT_ALLOWED', { because: 'notYourAbsence' });
  if (!isDay(from) || !isDay(to) || from > to || from < today) return refuse('DATE_INVALID', { from, to, today });
  if (person === substitute) return refuse('ABSENCE_CHAIN', { person, substitute });
  const meanwhile = existing.filter((a) => overlap(a, command));
  const twice = meanwhile.find((a) => a.person === person);
  if (twice) return refuse('ABSENCE_OVERLAP', { absence: twice.id });
  const chain = meanwhile.find((a) => a.substitute === person);
  if (chain) return refuse('ABSENCE_CHAIN', { absence: chain.id, person, substitute });
  const away = meanwhile.find((a) => a.person === substitute);
  return away ? refuse('SUBSTITUTE_AWAY', { absence: away.id, substitute, from: away.from, to: away.to }) : ok(command);
}

/** Kết thúc xử lý thay: from today on the absence holds no more. Errors: ABSENCE_NOT_FOUND (also one that is over), NOT_ALLOWED. */
export function endAbsence(absence: Absence | null, actor: Actor, today: string, posts: readonly HeldPost[]): Result<{ readonly endedOn: string }> {
  if (!absence) return refuse('ABSENCE_NOT_FOUND');
  if (!mayDeclareFor(actor, absence.person, posts)) return refuse('NOT_ALLOWED', { because: 'notYourAbsence' });
  return absence.endedOn !== null || absence.to < today ? refuse('ABSENCE_NOT_FOUND', { absence: absence.id }) : ok({ endedOn: today });
}

function mayDeclareFor(actor: Actor, person: string, posts: readonly HeldPost[]): boolean {
  return actor.person === person || isAdministrator(actor) || posts.some((p) => p.unit !== null && leadsUnit(actor, p.unit));
}

/** Whether some day belongs to both; one that was ended holds until the day before. */
function overlap(a: Absence, b: AbsenceDays): boolean {
  const first = a.from > b.from ? a.from : b.from;
  return a.from <= b.to && b.from <= a.to && (a.endedOn === null || first < a.endedOn);
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
