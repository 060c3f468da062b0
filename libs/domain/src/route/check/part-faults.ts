import type { Parts, Route, WrittenRoute } from '../route.ts';
import { typeOfField } from '../conditions.ts';
import { atStep, type RouteFault } from './fault.ts';

/** Most steps of a route with the steps of its sub-routes, each counted wherever it is used. */
const MOST_STEPS_IN_ALL = 1000;
const KINDS = ['units', 'groups', 'bodies'] as const;

/** The sub-routes among `parts` that the route uses, as it is published with them; none where it uses none. */
export function withParts(written: WrittenRoute, parts: Parts): Route {
  const names = Object.values(written.steps).flatMap((rule) => (rule.kind === 'route' && Object.hasOwn(parts, rule.route) ? [rule.route] : []));
  if (names.length === 0) return written;
  return { ...written, parts: Object.fromEntries(Object.entries(parts).filter(([name]) => names.includes(name))) };
}

/** Sub-routes that are not published, that come back to themselves, or that ask for what the route around them does not declare. */
export function partFaults(route: Route): RouteFault[] {
  return Object.entries(route.steps).flatMap(([step, rule]) => {
    if (rule.kind !== 'route') return [];
    const part = route.parts && Object.hasOwn(route.parts, rule.route) ? route.parts[rule.route]?.rules : undefined;
    if (rule.route === route.route || (part && comesBack(part, [route.route]))) {
      return [atStep('recursivePart', step, `dùng quy trình con “${rule.route}” mà quy trình ấy lại dùng chính quy trình đang gọi nó`, `uses the sub-route “${rule.route}”, which comes back to a route that uses it`, 'route')];
    }
    if (!part) return [atStep('unknownPart', step, `dùng quy trình con “${rule.route}” chưa được công bố`, `uses the sub-route “${rule.route}”, which is not published`, 'route')];
    return needFaults(route, step, part);
  });
}

/** A route whose sub-routes make it too long to be checked and followed. */
export function sizeFaults(route: Route): RouteFault[] {
  if (stepsInAll(route, MOST_STEPS_IN_ALL) <= MOST_STEPS_IN_ALL) return [];
  return [{ code: 'partsTooLarge', path: ['steps'], vi: `Quy trình cùng các quy trình con có quá ${MOST_STEPS_IN_ALL} bước: hãy chia thành các hồ sơ khác nhau.`, en: `The route has more than ${MOST_STEPS_IN_ALL} steps with its sub-routes: split it into several dossiers.` }];
}

function comesBack(part: Route, callers: readonly string[]): boolean {
  if (callers.includes(part.route)) return true;
  return Object.values(part.parts ?? {}).some(({ rules }) => comesBack(rules, [...callers, part.route]));
}

/** Counts no further than one beyond `limit`, so that parts within parts cost no more than the answer. */
function stepsInAll(route: Route, limit: number): number {
  let count = 0;
  for (const rule of Object.values(route.steps)) {
    count += 1;
    const part = rule.kind === 'route' ? route.parts?.[rule.route]?.rules : undefined;
    if (part) count += stepsInAll(part, limit - count);
    if (count > limit) break;
  }
  return count;
}

/** Facts and roles are bound once, for the whole dossier, so what a sub-route needs must be declared where the dossier begins. */
function needFaults(route: Route, step: string, part: Route): RouteFault[] {
  const roles = KINDS.flatMap((kind) => Object.entries(part[kind]).filter(([role, bound]) => bound === 'from item' && !Object.hasOwn(route[kind], role)).map(([role]) => ({ kind, name: role })));
  const fields = Object.entries(part.fields).filter(([name, field]) => {
    const here = Object.hasOwn(route.fields, name) ? route.fields[name] : undefined;
    return here === undefined ? typeof field === 'string' || field.default === undefined : typeOfField(here) !== typeOfField(field);
  });
  return [...roles, ...fields.map(([name]) => ({ kind: 'fields', name }))].map(({ kind, name }) =>
    atStep('partNeeds', step, `dùng quy trình con “${part.route}” cần “${name}” ở mục ${kind}: khai ở quy trình này với cùng kiểu`, `uses the sub-route “${part.route}”, which needs “${name}” under ${kind}: declare it in this route with the same type`, 'route'));
}
