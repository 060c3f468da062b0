import { claim as claimRule, release as releaseRule, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Takes an offered task. Errors: those of domain's claim and of perform. */
export function claim(desk: Desk, task: string, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'claim', { task }, request, (s) => claimRule(s.case, task, s.actor));
}

/** Puts a claimed task back among the offered. Errors: those of domain's release and of perform. */
export function release(desk: Desk, task: string, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'release', { task }, request, (s) => releaseRule(s.case, task, s.actor));
}
