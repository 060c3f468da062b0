import { endOfDay, findRule, ladderKey, missingRungs, waitsOnOlderCalendar, type Case, type Route, type RungToCome, type Terms, type WorkRule } from '@totrinh/domain';
import { climbedSteps, laddersOf, loadRoute, waitsToResume, type ClimbedStep, type Tx } from '@totrinh/persistence';
import type { LedgerFinding } from './doctor-findings.ts';
import { termsOf } from './terms.ts';

/** A rung that a locked dossier lacks; of no step: the day on which it goes on. */
export type LackingRung = RungToCome & { readonly step: string | null };

/** Whether every open step of a locked dossier waits for its term and its ladder, reckoned with the calendar that holds now. */
export async function examineDeadlines(tx: Tx, c: Case, now: Date): Promise<LedgerFinding[]> {
  if (c.status !== 'open' || c.route === null) return [];
  if (await isReckonedWithOlder(tx, c)) return [{ code: 'CALENDAR_OLDER', dossier: c.id, details: { now: (await termsOf(tx, c.leadUnit)).calendar.key } }];
  const lacking = await lackingRungs(tx, c, now);
  return lacking.length === 0 ? [] : [{ code: 'RUNGS_MISSING', dossier: c.id, details: { rungs: lacking.length, kinds: [...new Set(lacking.map((r) => r.name ?? r.kind))].join(' ') } }];
}

/** Whether rungs wait that were reckoned with another calendar than holds now. A pause has none. */
export async function isReckonedWithOlder(tx: Tx, c: Case): Promise<boolean> {
  if (c.suspended) return false;
  const { calendar } = await termsOf(tx, c.leadUnit);
  return (await climbedSteps(tx, c.id)).some((s) => waitsOnOlderCalendar(s.rungs, calendar.key));
}

/** What a locked, open dossier should wait for and does not. */
export async function lackingRungs(tx: Tx, c: Case, now: Date): Promise<LackingRung[]> {
  if (c.route === null) return [];
  if (c.suspended) return (await waitsToResume(tx, c.id)) ? [] : [{ kind: 'resume', at: endOfDay(c.suspended.until).toISOString(), step: null }];
  const route: Route = (await loadRoute(tx, c.route)).rules;
  const terms = await termsOf(tx, c.leadUnit);
  const lacking: LackingRung[] = [];
  for (const step of await climbedSteps(tx, c.id)) {
    const rule = findRule(route, step.path);
    if (!rule || rule.kind === 'end' || rule.kind === 'choice') continue;
    const missing = missingRungs(rule, step, now, await climbedTerms(tx, rule, step, terms));
    lacking.push(...missing.map((r) => ({ ...r, step: step.step })));
  }
  return lacking;
}

/** The terms with the ladder as it was when the step began to climb it: a later version is for steps that open later. */
async function climbedTerms(tx: Tx, rule: WorkRule, step: ClimbedStep, terms: Terms): Promise<Terms> {
  const { ladder } = rule;
  const keys = step.rungs.flatMap((r) => (r.ladder?.startsWith(`${ladder ?? ''}:`) ? [r.ladder] : []));
  const key = keys.at(-1);
  const latest = ladder === undefined ? undefined : terms.ladders.get(ladder);
  if (ladder === undefined || key === undefined || (latest && ladderKey(latest) === key)) return terms;
  const published = (await laddersOf(tx, [key])).get(key);
  return published ? { ...terms, ladders: new Map([[ladder, published]]) } : terms;
}
