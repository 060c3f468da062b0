import { holdsPost, type Actor } from '../case/actor.ts';
import type { CaseRoles } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { PublishedRoute } from '../route/route.ts';

export interface CreateCommand {
  readonly kind: string;
  readonly title: string;
  readonly item: string | null;
  readonly leadUnit: string;
  readonly drafter: string;
  readonly roles: CaseRoles;
  readonly dueOn: string | null;
}

/**
 * Opens a dossier on a published route, which it pins. Its drafter, or the head or a deputy of the lead unit, may.
 * Errors: NOT_ALLOWED, REQUEST_INVALID (details: roles the route needs and nobody bound), DUE_IN_PAST.
 */
export function create(route: PublishedRoute, command: CreateCommand, today: string, actor: Actor): Result<Fact[]> {
  if (!holdsPost(actor, command.leadUnit, ['head', 'deputy', 'drafter'])) return refuse('NOT_ALLOWED', { because: 'notOfLeadUnit' });
  if (actor.person !== command.drafter && !holdsPost(actor, command.leadUnit, ['head', 'deputy'])) return refuse('NOT_ALLOWED', { because: 'notYourDossier' });
  if (command.dueOn !== null && command.dueOn < today) return refuse('DUE_IN_PAST', { dueOn: command.dueOn, today });
  const unbound = (['units', 'groups', 'bodies'] as const).flatMap((kind) => Object.keys(route.rules[kind]).filter((role) => command.roles[kind][role] === undefined));
  if (command.roles.register === null && Object.values(route.rules.steps).some((s) => s.kind === 'issue')) unbound.push('register');
  if (unbound.length > 0) return refuse('REQUEST_INVALID', { because: 'rolesUnbound', unbound });
  const { kind, item, leadUnit, drafter, roles } = command;
  return ok([{
    type: 'dossier.created',
    data: { route: { id: route.id, version: route.version, semantics: route.rules.semantics }, start: route.rules.start, kind, item, leadUnit, drafter, roles },
    secret: { title: command.title, ...(command.dueOn === null ? {} : { dueOn: command.dueOn }) },
  }]);
}
