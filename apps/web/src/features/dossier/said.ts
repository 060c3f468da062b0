import { inLanguage } from '../../kit/words/words.ts';
import type { Words } from '../../kit/words/use-words.ts';
import type { Dossier, DossierStep } from './use-dossier.ts';

/** A text of the catalogue, or where it has none (a name that an office gave itself) the code as it is. */
export function said(t: Words, key: string, otherwise: string): string {
  const text = t(key);
  return text === key ? otherwise : text;
}

/** What a step is called: its title in the route, or its path. */
export const titleOfStep = (step: Pick<DossierStep, 'title' | 'path'>): string => (step.title === null ? step.path : inLanguage(step.title));

/** The same by a path that the record names. */
export function titleOfPath({ steps }: Dossier, path: string): string {
  const step = steps.find((s) => s.path === path && s.title !== null);
  return step === undefined ? path : titleOfStep(step);
}

/** The words of an outcome: those of the office, else of the catalogue. */
export const outcomeWords = (t: Words, outcome: string, label: string | null = null): string => label ?? said(t, `outcome.${outcome}`, outcome);

/** A role of documents in words. */
export const roleWords = (t: Words, role: string): string => said(t, `role.${role}`, role);

/** The beginning of a digest, enough for eyes. */
export const shortHash = (hash: string): string => hash.slice(0, 10);
