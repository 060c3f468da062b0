import { shapeWords, type ShapeIssue } from '../shape-words.ts';
import { STEP_OUTCOMES } from './outcomes.ts';
import { mandatoryApprovals, reachable, reachableUnapproved } from './paths.ts';
import { routeSchema, type Route, type Who } from './route.ts';

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
 * issue a submitted draft and, after the last one, each approval or signature of the competent authority that no path
 * avoids (at least one; `authority: false` marks mere opinions).
 */
export function checkRoute(input: unknown): RouteCheck {
  const parsed = routeSchema.safeParse(input);
  if (!parsed.success) {
    return { ok: false, faults: parsed.error.issues.map((i) => shapeFault(i.path.map((k) => (typeof k === 'symbol' ? String(k) : k)), i)) };
  }
  const route = parsed.data;
  const faults = [...edgeFaults(route), ...roleFaults(route)];
  if (faults.length === 0) faults.push(...pathFaults(route));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, route };
}

function shapeFault(path: RouteFault['path'], issue: ShapeIssue): RouteFault {
  const { vi, en } = shapeWords(issue);
  const at = path.length > 0 ? ` ở “${path.join('.')}”` : '';
  const atEn = path.length > 0 ? ` at “${path.join('.')}”` : '';
  return { path, vi: `Sai cấu trúc${at}: ${vi}.`, en: `Wrong shape${atEn}: ${en}.` };
}

function edgeFaults(route: Route): RouteFault[] {
  const faults: RouteFault[] = [];
  if (!Object.hasOwn(route.steps, route.start)) faults.push({ path: ['start'], vi: `Bước bắt đầu “${route.start}” không có trong quy trình.`, en: `The start step “${route.start}” does not exist.` });
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
      if (!Object.hasOwn(route.steps, target)) faults.push({ path: at, vi: `Bước “${path}” đi tới “${target}” nhưng quy trình không có bước ấy.`, en: `Step “${path}” leads to “${target}”, which does not exist.` });
    }
  }
  return faults;
}

function roleFaults(route: Route): RouteFault[] {
  const faults: RouteFault[] = [];
  const known = (kind: 'units' | 'groups' | 'bodies', role: string, path: string): void => {
    const declared = role === 'leadUnit' ? kind === 'units' : Object.hasOwn(route[kind], role);
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

function pathFaults(route: Route): RouteFault[] {
  const faults: RouteFault[] = [];
  const reached = reachable(route, route.start);
  for (const [path, rule] of Object.entries(route.steps)) {
    if (!reached.has(path)) faults.push({ path: ['steps', path], vi: `Không có đường nào đi tới bước “${path}”.`, en: `No path leads to step “${path}”.` });
    else if (![...reachable(route, path)].some((p) => route.steps[p]?.kind === 'end')) faults.push({ path: ['steps', path], vi: `Từ bước “${path}” không có đường nào tới kết thúc.`, en: `No path leads from step “${path}” to an end.` });
    if (rule.kind === 'issue') faults.push(...issueFaults(route, path));
  }
  return faults;
}

/**
 * What would leave the clerk with a dossier that can never be issued, or issue it unapproved: no mandatory approval, no
 * submitted content, an approval that was refused on the way, or content that may change after it (an approval in force
 * is one of the frozen content).
 */
function issueFaults(route: Route, issue: string): RouteFault[] {
  const faults: RouteFault[] = [];
  const approvals = mandatoryApprovals(route, issue);
  if (approvals.length === 0) faults.push({ path: ['steps', issue], vi: `Có đường tới bước ban hành “${issue}” mà không qua phê duyệt, ký của cấp có thẩm quyền.`, en: `A path reaches the issue step “${issue}” without an approval or signature of the competent authority.` });
  const drafts = Object.keys(route.steps).filter((path) => route.steps[path]?.kind === 'draft');
  if (reachable(route, route.start, new Set(drafts)).has(issue)) faults.push({ path: ['steps', issue], vi: `Có đường tới bước ban hành “${issue}” khi chưa trình bản thảo nào.`, en: `A path reaches the issue step “${issue}” before any draft was submitted.` });
  for (const approval of approvals) {
    const from = [route.start, ...drafts].find((path) => reachableUnapproved(route, path, approval).has(issue));
    if (from !== undefined) faults.push({ path: ['steps', approval], vi: `Có đường từ “${from}” tới bước ban hành “${issue}” mà không được phê duyệt ở “${approval}”: dẫn đường ấy qua “${approval}”, hoặc ghi authority: false nếu bước này chỉ cho ý kiến.`, en: `A path leads from “${from}” to the issue step “${issue}” and passes “${approval}” without its approval: lead it through “${approval}” again, or write authority: false if that step only gives an opinion.` });
  }
  return faults;
}
