import type { FactType } from '../case/facts.ts';
import { DOSSIER_VERBS } from './verb-table-dossiers.ts';
import { OFFICE_VERBS, SYSTEM_VERBS } from './verb-table-office.ts';
import { TASK_VERBS } from './verb-table-tasks.ts';

/** A sentence in the words of the trade. */
export interface VerbWords { readonly vi: string; readonly en: string }

/** What a verb acts on; `system` acts have no person. */
export type VerbTarget = 'task' | 'dossier' | 'office' | 'meeting' | 'system';

/** One verb: who may use it, when, what it does, and which facts it may put onto the chain. */
export interface VerbRow {
  readonly on: VerbTarget;
  readonly who: VerbWords;
  readonly when: VerbWords;
  readonly effect: VerbWords;
  readonly facts: readonly FactType[];
  /** One proposes, another confirms. */
  readonly twoPeople?: true;
  /** May be one of many acts in one request. */
  readonly bulk?: true;
  readonly reason?: 'always' | 'sometimes';
  /** Needs no version of what it acts on (If-Match): it disturbs nobody. */
  readonly unguarded?: true;
  /** Another word for a verb that has the address and the rule. */
  readonly sameAs?: string;
}

/**
 * The table of verbs: drives the API's addresses, allowedActions, OpenAPI and docs/verbs.md. Data only; the rules stand
 * beside, one file a verb.
 */
export const VERBS = { ...TASK_VERBS, ...DOSSIER_VERBS, ...OFFICE_VERBS, ...SYSTEM_VERBS };

export type VerbName = keyof typeof VERBS;
export type TaskVerb = keyof typeof TASK_VERBS;
export type DossierVerb = Exclude<keyof typeof DOSSIER_VERBS, 'resubmit'>;

export const VERB_NAMES = Object.keys(VERBS) as VerbName[];

/** A row as data, without the literal types of its own. */
export function verbRow(verb: VerbName): VerbRow {
  return VERBS[verb];
}

/** Whose tag an act with this verb has to name as If-Match. */
export function guardOf(verb: VerbName): 'task' | 'dossier' | null {
  const { on, unguarded } = verbRow(verb);
  return unguarded || (on !== 'task' && on !== 'dossier') ? null : on;
}
