import type { Answer, Card } from './use-leader-desk.ts';

/** What the server lets the reader say on a card; nothing is offered that it refuses. */
export interface Offers {
  readonly yes: Answer | null;
  /** Everything but the plain yes. */
  readonly others: readonly Answer[];
  /** A ballot is cast on its own screen, and is final. */
  readonly ballot: boolean;
  readonly entrust: boolean;
  readonly record: boolean;
  /** Why nothing may be said, in the server's words. */
  readonly why: { readonly vi: string; readonly en: string } | null;
}

/** Reads a card's answers against its allowedActions. */
export function offersOf({ answers, allowedActions, canRecord }: Card): Offers {
  const allowed = (verb: string): boolean => allowedActions.some((a) => a.verb === verb && a.allowed);
  const may = answers.filter(({ verb, outcome }) => allowedActions.some((a) => a.verb === verb && a.allowed && (a.outcomes === undefined || a.outcomes.includes(outcome))));
  const said = may.filter(({ verb }) => verb !== 'cast');
  const yes = said.find(({ agrees }) => agrees) ?? null;
  const verbs = new Set<string>(answers.map(({ verb }) => verb));
  return {
    yes, others: said.filter((a) => a !== yes), ballot: may.length > said.length, entrust: allowed('entrust'), record: canRecord,
    why: may.length > 0 ? null : (allowedActions.find((a) => verbs.has(a.verb) && !a.allowed)?.why ?? null),
  };
}
