import type { Fact, Told } from '../case/facts.ts';
import type { LadderRung, PublishedLadder, RungAction, Whom } from './ladder.ts';
import { ladderKey } from './ladder.ts';

/** A rung of a ladder whose time has come, in the step that it speaks for; `reminders` were sent in this step before. */
export interface DueLadderRung {
  readonly id: string;
  readonly dossier: string;
  readonly step: string;
  readonly name: string;
  readonly n: number;
  /** The ISO instant at which it was due, whenever it fires. */
  readonly dueAt: string;
  readonly reminders: number;
}

/** Who is told when a rung fires, by the words that ladders use: ids of people, each once. */
export type People = Readonly<Partial<Record<Whom, readonly string[]>>>;

/** What one rung does: the facts for the chain, whether it goes onto the briefing list, and whether the office's switches let it reassign. */
export interface Climbed {
  readonly facts: readonly Fact[];
  readonly reports: boolean;
  readonly raises: boolean;
  readonly reassigns: readonly Extract<RungAction, { addCandidate: unknown } | { transfer: unknown }>[];
  /** How many reminders were sent in the step, this one included. */
  readonly reminders: number;
}

/** Who is reminded, the first of these whom there is: where nobody can act in a task any more it is said to those who may give it to somebody. */
const REMINDED: readonly Whom[] = ['holder', 'headOfUnit', 'leadHead', 'office'];

/** Every word that some rung of a ladder tells, so that a caller asks for no others. */
export function whomOf(ladder: PublishedLadder): readonly Whom[] {
  const tells = (a: RungAction): readonly Whom[] => (a === 'remind' ? REMINDED : typeof a === 'object' && 'tell' in a ? a.tell : []);
  return [...new Set(ladder.rules.rungs.flatMap((r) => r.do.flatMap(tells)))];
}

/**
 * Bậc nhắc việc: what one rung says and does, and what follows at once because so many reminders were sent. A reminder without anybody to remind is
 * none. Pure; who may be told is the caller's to find out.
 */
export function climb(ladder: PublishedLadder, due: DueLadderRung, people: People): Climbed {
  const rung = ladder.rules.rungs.find((r) => r.rung === due.name);
  if (!rung) return { facts: [], reports: false, raises: false, reassigns: [], reminders: due.reminders };
  const first = speak(ladder, rung, due, people, due.reminders);
  const follows = first.reminders > due.reminders ? ladder.rules.rungs.filter((r) => typeof r.at === 'object' && 'afterReminders' in r.at && r.at.afterReminders === first.reminders) : [];
  return follows.map((r) => speak(ladder, r, { ...due, name: r.rung, n: 1 }, people, first.reminders)).reduce(both, first);
}

function speak(ladder: PublishedLadder, rung: LadderRung, due: DueLadderRung, people: People, reminders: number): Climbed {
  const told: Told[] = [];
  for (const action of rung.do) for (const as of tellsOf(action, people)) for (const person of people[as] ?? []) if (!told.some((t) => t.person === person)) told.push({ person, as });
  const sent = reminders + (rung.do.includes('remind') && REMINDED.some((as) => (people[as] ?? []).length > 0) ? 1 : 0);
  const did = rung.do.map((a) => (typeof a === 'string' ? a : Object.keys(a)[0] ?? ''));
  return {
    facts: [{ type: 'rung.fired', data: { step: due.step, rung: due.id, ladder: ladderKey(ladder), name: rung.rung, n: due.n, effectiveAt: due.dueAt, did, told, reminders: sent } }],
    reports: rung.do.includes('report'), raises: rung.do.includes('raisePriority'),
    reassigns: rung.do.flatMap((a) => (typeof a === 'object' && ('addCandidate' in a || 'transfer' in a) ? [a] : [])), reminders: sent,
  };
}

function tellsOf(action: RungAction, people: People): readonly Whom[] {
  if (action === 'remind') return REMINDED.filter((as) => (people[as] ?? []).length > 0).slice(0, 1);
  return typeof action === 'object' && 'tell' in action ? action.tell : [];
}

const both = (a: Climbed, b: Climbed): Climbed => ({
  facts: [...a.facts, ...b.facts], reports: a.reports || b.reports, raises: a.raises || b.raises, reassigns: [...a.reassigns, ...b.reassigns], reminders: Math.max(a.reminders, b.reminders),
});
