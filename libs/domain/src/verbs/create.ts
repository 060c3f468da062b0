import { holdsPost, type Actor } from '../case/actor.ts';
import type { CaseRoles } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { graphOf } from '../route/graph.ts';
import type { FieldValue, PublishedRoute, Route } from '../route/route.ts';
import { fieldFaults, withDefaults } from './fields.ts';

export interface CreateCommand {
  readonly kind: string;
  readonly title: string;
  readonly item: string | null;
  readonly leadUnit: string;
  readonly drafter: string;
  readonly roles: CaseRoles;
  readonly dueOn: string | null;
  /** Typed facts; those with a default may be left out. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
  /** The competent authority of the item, for routes that are made for one. */
  readonly authority?: string | null;
}

/**
 * Opens a dossier on a published route, which it pins. Its drafter, or the head or a deputy of the lead unit, may, unless
 * the route names other starters.
 * Errors: NOT_ALLOWED, ROUTE_NOT_FOR_ITEM, REQUEST_INVALID (details: roles the route needs and nobody bound), FIELDS_INVALID (details: fields), DUE_IN_PAST.
 */
export function create(route: PublishedRoute, command: CreateCommand, today: string, actor: Actor): Result<Fact[]> {
  const starters = route.rules.starters ?? ['head', 'deputy', 'drafter'];
  if (!holdsPost(actor, command.leadUnit, starters)) return refuse('NOT_ALLOWED', { because: 'notOfLeadUnit' });
  if (actor.person !== command.drafter && !holdsPost(actor, command.leadUnit, ['head', 'deputy'])) return refuse('NOT_ALLOWED', { because: 'notYourDossier' });
  if (!isMadeFor(route.rules, command)) return refuse('ROUTE_NOT_FOR_ITEM', { route: route.id, kind: command.kind });
  if (command.dueOn !== null && command.dueOn < today) return refuse('DUE_IN_PAST', { dueOn: command.dueOn, today });
  const roles = withFixedRoles(route.rules, command.roles);
  const open = unboundRoles(route.rules, command.roles);
  const unbound = [...open.units, ...open.groups, ...open.bodies, ...(open.register ? ['register'] : [])];
  if (unbound.length > 0) return refuse('REQUEST_INVALID', { because: 'rolesUnbound', unbound: [...new Set(unbound)] });
  const fields = withDefaults(route.rules, command.fields ?? {});
  const faults = fieldFaults(route.rules, fields, true);
  if (faults.length > 0) return refuse('FIELDS_INVALID', { fields: faults });
  const { kind, item, leadUnit, drafter } = command;
  return ok([{
    type: 'dossier.created',
    data: { route: { id: route.id, version: route.version, semantics: route.rules.semantics }, start: route.rules.start, kind, item, leadUnit, drafter, roles, ...(Object.keys(fields).length > 0 ? { fields } : {}) },
    secret: { title: command.title, ...(command.dueOn === null ? {} : { dueOn: command.dueOn }) },
  }]);
}

/** Roles of a route that neither it nor these roles bind, each once; `register`: something is issued, and nobody says by which register. */
export interface UnboundRoles { readonly units: readonly string[]; readonly groups: readonly string[]; readonly bodies: readonly string[]; readonly register: boolean }

export function unboundRoles(route: Route, given: CaseRoles): UnboundRoles {
  const roles = withFixedRoles(route, given);
  const open = (kind: 'units' | 'groups' | 'bodies'): string[] => [...new Set(partsOf(route).flatMap((r) => Object.keys(r[kind])))].filter((role) => roles[kind][role] === undefined);
  return { units: open('units'), groups: open('groups'), bodies: open('bodies'), register: roles.register === null && [...graphOf(route).values()].some((node) => node.rule.kind === 'issue') };
}

/** Whether a route is made for work of this kind before this authority (null: none yet). */
export function isMadeFor(route: Route, command: Pick<CreateCommand, 'kind' | 'authority'>): boolean {
  if (route.for?.kinds && !route.for.kinds.includes(command.kind)) return false;
  return route.for?.authority === undefined || command.authority === undefined || command.authority === null || route.for.authority === command.authority;
}

/** The route and everything that it brings along. */
export function partsOf(route: Route): Route[] {
  return [route, ...Object.values(route.parts ?? {}).flatMap((p) => partsOf(p.rules))];
}

/** Roles that the route itself binds to a unit or body stand beside those of the item. */
function withFixedRoles(route: Route, roles: CaseRoles): CaseRoles {
  const fixed = (kind: 'units' | 'bodies'): Record<string, string> => Object.fromEntries(partsOf(route).flatMap((r) => Object.entries(r[kind])).filter(([, to]) => to !== 'from item'));
  return { ...roles, units: { ...roles.units, ...fixed('units') }, bodies: { ...roles.bodies, ...fixed('bodies') } };
}
