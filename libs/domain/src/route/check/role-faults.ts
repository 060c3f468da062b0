import type { Route, StepRule } from '../route.ts';
import type { Who } from '../who.ts';
import { atStep, type RouteFault } from './fault.ts';

type RoleKind = 'units' | 'groups' | 'bodies';
/** The unit whose posts are meant where a step names a post alone, or where an office enters what a meeting decided. */
export const ISSUING = 'issuing';

/** Roles that a step names but the head of the route does not declare. `leadUnit` is there in every dossier. */
export function roleFaults(route: Route): RouteFault[] {
  return Object.entries(route.steps).flatMap(([step, rule]) =>
    rolesOfStep(rule).filter(([kind, role]) => !isDeclared(route, kind, role)).map(([kind, role]) =>
      atStep('undeclaredRole', step, `nhắc tới “${role}” chưa khai ở mục ${kind}`, `names “${role}”, which is not declared under ${kind}`)));
}

export function isDeclared(route: Route, kind: RoleKind, role: string): boolean {
  return role === 'leadUnit' ? kind === 'units' : Object.hasOwn(route[kind], role);
}

function rolesOfStep(rule: StepRule): [RoleKind, string][] {
  const roles = whosOf(rule).flatMap(([, who]) => rolesOf(who));
  if (rule.kind === 'consult') roles.push('units' in rule.each ? ['groups', rule.each.units] : ['bodies', rule.each.members]);
  if (rule.kind === 'vote') {
    roles.push(['bodies', rule.roster.body]);
    if (rule.mode === 'meeting' && !rule.record) roles.push(['units', ISSUING]);
  }
  return roles;
}

/** Whom a step names, each with the key under which it stands. */
export function whosOf(rule: StepRule): [key: string, who: Who][] {
  const named: [string, Who | undefined][] = [
    ['who', 'who' in rule ? rule.who : undefined],
    ['orElse', 'orElse' in rule ? rule.orElse : undefined],
    ['confirm', rule.kind === 'finish' ? rule.confirm : undefined],
    ['record', rule.kind === 'vote' ? rule.record : undefined],
    ...(rule.kind === 'notify' ? rule.to : []).map((who): [string, Who] => ['to', who]),
  ];
  return named.flatMap(([key, who]): [string, Who][] => (who ? [[key, who]] : []));
}

function rolesOf(who: Who): [RoleKind, string][] {
  if ('headOf' in who) return [['units', who.headOf]];
  if ('post' in who) return [['units', who.of ?? ISSUING]];
  if ('unit' in who) return [['units', who.unit]];
  if ('body' in who) return [['bodies', who.body]];
  if ('signers' in who) return [['bodies', who.signers]];
  return [];
}
