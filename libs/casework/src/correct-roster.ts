import { correctRoster as rule, mayCorrectRoster, seatOf, type Result, type RosterCommand } from '@totrinh/domain';
import { askDirectory } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Điều chỉnh danh sách to the incumbents of today. Errors: those of domain's correctRoster and of perform. */
export function correctRoster(desk: Desk, dossier: string, command: RosterCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'correctRoster', { dossier }, request, async (s) => {
    const vote = mayCorrectRoster(s.case, s.route, command.step, s.actor);
    if (!vote.ok) return vote;
    const incumbents = await askDirectory(s.tx, seatOf(s.case, { body: vote.value.rule.roster.body }, {}).query, s.today);
    return rule(s.case, s.route, command, incumbents, s.actor);
  });
}
