import { answerDemand as rule, type AnswerDemandCommand, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Giải trình một yêu cầu của kết luận; `text` is clean. Errors: those of domain's answerDemand and of perform. */
export function answerDemand(desk: Desk, dossier: string, command: AnswerDemandCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'answerDemand', { dossier }, request, (s) => rule(s.case, command, s.actor));
}
