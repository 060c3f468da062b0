import type { Actor, CaseProposal, CaseStep, CaseTask, WorkRule } from '@totrinh/domain';
import type { Attempt } from './random-attempt.ts';
import { PEOPLE } from './random-office.ts';
import type { Walk } from './walk.ts';

/** Everything an act needs, chosen by the numbers of an attempt from what there is now. */
export interface Choice {
  readonly w: Walk;
  readonly a: Attempt;
  readonly actor: Actor;
  readonly task: CaseTask | undefined;
  readonly step: CaseStep | undefined;
  readonly rule: WorkRule | undefined;
  readonly proposal: CaseProposal | undefined;
  readonly reason: string | null;
  /** The open vote and consultation that such verbs are about, else the step. */
  readonly vote: CaseStep | undefined;
  readonly consult: CaseStep | undefined;
  /** Where it stands on an agenda. */
  readonly agenda: { readonly meeting: string; readonly step: string };
  /** Somebody else of the office. */
  readonly other: string;
}

export const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];

export const everybody = (w: Walk): string[] => [...new Set([...PEOPLE, ...w.d.directory.people()])];
