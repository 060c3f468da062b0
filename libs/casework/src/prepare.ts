import { prepare as rule, type PrepareCommand, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Chuẩn bị ý kiến: the officer's prepared answer; `text` is clean. Errors: those of domain's prepare and of perform. */
export function prepare(desk: Desk, command: PrepareCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'prepare', { task: command.task }, request, (s) => rule(s.case, s.route, command, s.actor));
}
