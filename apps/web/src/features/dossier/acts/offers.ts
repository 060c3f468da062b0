import type { Action, Answer, Dossier, Task } from './shapes.ts';
import { isVerb, VERBS, verbRow, type VerbId, type VerbRow } from './verbs.ts';

/** An act that the server allows now; `answer` where the button itself says it. */
export interface Offer {
  /** `decide.approved`, `claim`: one button has one. */
  readonly key: string;
  readonly verb: VerbId;
  readonly row: VerbRow;
  readonly action: Action;
  readonly answer: Answer | null;
}

/** Acts with one and the same reason against them. */
export interface Refused { readonly verbs: readonly VerbId[]; readonly why: { readonly vi: string; readonly en: string } }

export interface Offers { readonly say: readonly Offer[]; readonly main: readonly Offer[]; readonly work: readonly Offer[]; readonly unusual: readonly Offer[]; readonly refused: readonly Refused[] }

const ORDER = Object.keys(VERBS);
const byTable = (a: { readonly verb: string }, b: { readonly verb: string }): number => ORDER.indexOf(a.verb) - ORDER.indexOf(b.verb);

/** The acts on a dossier and, where one is worked on, on its task: what may be done, each in its place, and what may not be done and why. */
export function offersOf(dossier: Dossier, task: Task | null): Offers {
  const actions = [...dossier.allowedActions.filter((a) => a.task === null), ...(task?.allowedActions ?? [])];
  const plain = actions.flatMap((action): Offer[] => {
    const { verb, allowed } = action;
    return allowed && isVerb(verb) && verbRow(verb).place !== 'say' ? [{ key: verb, verb, row: verbRow(verb), action, answer: null }] : [];
  });
  const at = (place: VerbRow['place']): Offer[] => plain.filter(({ row }) => row.place === place).sort(byTable);
  return { say: task === null ? [] : saidIn(task), main: at('main'), work: at('work'), unusual: at('unusual'), refused: refusedOf(actions) };
}

/** All of them, in the order of the screen. */
export const allOffers = ({ say, main, work, unusual }: Offers): readonly Offer[] => [...say, ...main, ...work, ...unusual];

/** The act that the screen puts first. */
export const firstOf = ({ say, main }: Offers): Offer | null => say[0] ?? main[0] ?? null;

function saidIn({ answers, allowedActions }: Task): Offer[] {
  return answers.flatMap((answer): Offer[] => {
    const verb = ownVerb(answer, allowedActions);
    const action = allowedActions.find((a) => a.verb === verb);
    return action?.allowed === true ? [{ key: `${verb}.${answer.outcome}`, verb, row: verbRow(verb), action, answer }] : [];
  });
}

/** The name that the trade has for saying it, where the task knows that name. */
function ownVerb({ verb, outcome }: Answer, actions: readonly Action[]): VerbId {
  if (verb !== 'decide') return verb;
  const named: Readonly<Record<string, VerbId>> = { approved: 'initial', returned: 'return', consent: 'answer', object: 'answer', other: 'answer' };
  const own = named[outcome];
  return own !== undefined && actions.some((a) => a.verb === own && a.allowed) ? own : 'decide';
}

function refusedOf(actions: readonly Action[]): Refused[] {
  const found = new Map<string, { verbs: VerbId[]; why: Refused['why'] }>();
  for (const { verb, allowed, why } of actions) {
    if (allowed || why === null || !isVerb(verb) || verbRow(verb).place === 'silent') continue;
    const known = found.get(why.vi) ?? { verbs: [], why };
    if (!known.verbs.includes(verb)) known.verbs.push(verb);
    found.set(why.vi, known);
  }
  return [...found.values()];
}
