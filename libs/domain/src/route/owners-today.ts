import { graphOf } from './graph.ts';
import type { RouteFault } from './check/fault.ts';
import { ISSUING, whosOf } from './check/role-faults.ts';
import { PATH_SEPARATOR, placeOf, type Each, type Route, type Who } from './route.ts';

/** Whom a step will ask, with the ids that the route gives its roles. */
export interface OwnerQuestion {
  /** Full path. */
  readonly step: string;
  readonly who: Who | Each | { readonly body: string };
}

/**
 * Whom the route asks whatever the dossier is: the owners whose units, groups and bodies are ids written in the route,
 * sub-routes included. The caller asks the directory of the day; one that resolves to nobody is a `nobodyFault`.
 * Owners that depend on the dossier (its lead unit, its drafter, roles from the item, who did a step) are left out.
 */
export function ownersToResolve(route: Route): OwnerQuestion[] {
  return [...graphOf(route).values()].flatMap(({ path, rule }): OwnerQuestion[] => {
    const part = placeOf(route, path)?.route ?? route;
    const named = whosOf(rule).map(([, who]) => fixedWho(part, who));
    if (rule.kind === 'consult') named.push(fixedEach(part, rule.each));
    if (rule.kind === 'vote') named.push(fixed(part.bodies, rule.roster.body, (body) => ({ body })));
    return named.flatMap((who) => (who ? [{ step: path, who }] : []));
  });
}

/** An owner that resolves to nobody on the day of publishing. */
export function nobodyFault(step: string): RouteFault {
  return { code: 'nobody', path: ['steps', step.split(PATH_SEPARATOR)[0] ?? step], vi: `Bước “${step}” hôm nay không có ai nhận: không ai giữ chức vụ, đơn vị hay tập thể được nêu.`, en: `Step “${step}” has nobody to ask today: nobody holds the post, or stands in the unit or body, that it names.` };
}

function fixedWho(route: Route, who: Who): OwnerQuestion['who'] | null {
  if ('headOf' in who) return fixed(route.units, who.headOf, (headOf) => ({ headOf }));
  if ('post' in who) return fixed(route.units, who.of ?? ISSUING, (of) => ({ ...who, of }));
  if ('unit' in who) return fixed(route.units, who.unit, (unit) => ({ unit }));
  if ('body' in who) return fixed(route.bodies, who.body, (body) => ({ body }));
  if ('signers' in who) return fixed(route.bodies, who.signers, (signers) => ({ signers }));
  return null;
}

function fixedEach(route: Route, each: Each): OwnerQuestion['who'] | null {
  return 'units' in each ? fixed(route.groups, each.units, (units) => ({ units })) : fixed(route.bodies, each.members, (members) => ({ members }));
}

function fixed(roles: Route['units'], role: string, ask: (id: string) => OwnerQuestion['who']): OwnerQuestion['who'] | null {
  const id = Object.hasOwn(roles, role) ? roles[role] : undefined;
  return id === undefined || id === 'from item' ? null : ask(id);
}
