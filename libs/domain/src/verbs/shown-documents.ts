import { answersFor, isAdministrator, isOfOffice, type Actor } from '../case/actor.ts';
import { stepOf, type Case } from '../case/case.ts';
import { findRule, type Route } from '../route/route.ts';

/**
 * Whether a document of this role is shown to somebody who may see the dossier. The lead unit, the issuing office and
 * administrators see all of them; whoever takes part in steps that name what they show sees only that.
 */
export function showsDocument(c: Case, route: Route, actor: Actor, role: string): boolean {
  if (answersFor(actor, c) || isAdministrator(actor) || isOfOffice(actor, c) || actor.posts.some((p) => p.unit === c.leadUnit)) return true;
  const people = new Set([actor.person, ...(actor.substitutes ?? []).map((s) => s.principal)]);
  const own = c.tasks.filter((t) => [...t.assignees, ...t.helpers].some((a) => people.has(a.person)));
  const rules = own.map((t) => findRule(route, stepOf(c, t).path));
  if (rules.length === 0) return true;
  return rules.some((rule) => !rule || !('shows' in rule) || rule.shows === undefined || rule.shows.includes(role));
}
