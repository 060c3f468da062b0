import { STEP_OUTCOMES } from './outcomes.ts';
import { routeSchema, type Route, type StepRule, type Who } from './route.ts';

/** A fault of a route: where (path of keys) and a sentence in Vietnamese and English that says what to do. */
export interface RouteFault {
  readonly path: readonly (string | number)[];
  readonly vi: string;
  readonly en: string;
}

export type RouteCheck = { readonly ok: true; readonly route: Route } | { readonly ok: false; readonly faults: readonly RouteFault[] };

/**
 * Reads an untyped route (parsed YAML or JSON) and checks that it can be published: shape, known outcomes with their
 * edges, targets and roles that exist, every step reachable, an end reachable from every step, and on every path to an
 * issue an approval or signature of the competent authority (`authority: false` marks mere opinions).
 */
export function checkRoute(input: unknown): RouteCheck {
  const parsed = routeSchema.safeParse(input);
  if (!parsed.success) {
    return { ok: false, faults: parsed.error.issues.map((i) => ({ path: i.path.map((k) => (typeof k === 'symbol' ? String(k) : k)), vi: `Sai cấu trúc: ${i.message}`, en: `Wrong shape: ${i.message}` })) };
  }
  const route = parsed.data;
  const faults = [...edgeFaults(route), ...roleFaults(route)];
  if (faults.length === 0) faults.push(...pathFaults(route));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, route };
}

function edgeFaults(route: Route): RouteFault[] {
  const faults: RouteFault[] = [];
  if (!route.steps[route.start]) faults.push({ path: ['start'], vi: `Bước bắt đầu “${route.start}” không có trong quy trình.`, en: `The start step “${route.start}” does not exist.` });
  for (const [path, rule] of Object.entries(route.steps)) {
    if (rule.kind === 'end') continue;
    const known = STEP_OUTCOMES[rule.kind];
    for (const outcome of known.needed) {
      if (!rule.next[outcome]) faults.push({ path: ['steps', path, 'next'], vi: `Bước “${path}” (${rule.kind}) thiếu hướng đi cho kết quả “${outcome}”.`, en: `Step “${path}” (${rule.kind}) lacks an edge for the outcome “${outcome}”.` });
    }
    for (const [outcome, target] of Object.entries(rule.next)) {
      const at = ['steps', path, 'next', outcome];
      if (!known.needed.includes(outcome) && !known.optional.includes(outcome)) {
        faults.push({ path: at, vi: `Bước “${path}” (${rule.kind}) không có kết quả “${outcome}”; các kết quả: ${[...known.needed, ...known.optional].join(', ')}.`, en: `Step “${path}” (${rule.kind}) has no outcome “${outcome}”; it may have: ${[...known.needed, ...known.optional].join(', ')}.` });
      }
      if (!route.steps[target]) faults.push({ path: at, vi: `Bước “${path}” đi tới “${target}” nhưng quy trình không có bước ấy.`, en: `Step “${path}” leads to “${target}”, which does not exist.` });
    }
  }
  return faults;
}

function roleFaults(route: Route): RouteFault[] {
  const faults: RouteFault[] = [];
  const known = (kind: 'units' | 'groups' | 'bodies', role: string, path: string): void => {
    const declared = role === 'leadUnit' ? kind === 'units' : role in route[kind];
    if (!declared) faults.push({ path: ['steps', path], vi: `Bước “${path}” nhắc tới “${role}” chưa khai ở mục ${kind}.`, en: `Step “${path}” names “${role}”, which is not declared under ${kind}.` });
  };
  for (const [path, rule] of Object.entries(route.steps)) {
    if (rule.kind === 'end') continue;
    if (rule.kind === 'consult') known('groups', rule.each.units, path);
    else for (const [kind, role] of rolesOf(rule.who)) known(kind, role, path);
  }
  return faults;
}

function rolesOf(who: Who): ['units' | 'bodies', string][] {
  if ('headOf' in who) return [['units', who.headOf]];
  if ('of' in who) return [['units', who.of]];
  if ('unit' in who) return [['units', who.unit]];
  if ('body' in who) return [['bodies', who.body]];
  if ('signers' in who) return [['bodies', who.signers]];
  return [];
}

/** Paths that can be reached from `from` without entering a step of `without`. */
export function reachable(route: Route, from: string, without: ReadonlySet<string> = new Set()): Set<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path) || without.has(path)) continue;
    seen.add(path);
    const rule = route.steps[path];
    if (rule && rule.kind !== 'end') open.push(...Object.values(rule.next));
  }
  return seen;
}

/** Whether the step is an approval or signature of the competent authority (not a mere opinion). */
export function isApprovalOfAuthority(rule: StepRule): boolean {
  return (rule.kind === 'approve' || rule.kind === 'sign') && rule.authority !== false;
}

/** The approvals of the authority that stand on every path from the start to this issue. */
export function mandatoryApprovals(route: Route, issuePath: string): string[] {
  return Object.entries(route.steps)
    .filter(([path, rule]) => isApprovalOfAuthority(rule) && !reachable(route, route.start, new Set([path])).has(issuePath))
    .map(([path]) => path);
}

function pathFaults(route: Route): RouteFault[] {
  const faults: RouteFault[] = [];
  const reached = reachable(route, route.start);
  for (const [path, rule] of Object.entries(route.steps)) {
    if (!reached.has(path)) faults.push({ path: ['steps', path], vi: `Không có đường nào đi tới bước “${path}”.`, en: `No path leads to step “${path}”.` });
    else if (![...reachable(route, path)].some((p) => route.steps[p]?.kind === 'end')) faults.push({ path: ['steps', path], vi: `Từ bước “${path}” không có đường nào tới kết thúc.`, en: `No path leads from step “${path}” to an end.` });
    if (rule.kind === 'issue' && mandatoryApprovals(route, path).length === 0) faults.push({ path: ['steps', path], vi: `Có đường tới bước ban hành “${path}” mà không qua phê duyệt, ký của cấp có thẩm quyền.`, en: `A path reaches the issue step “${path}” without an approval or signature of the competent authority.` });
  }
  return faults;
}
