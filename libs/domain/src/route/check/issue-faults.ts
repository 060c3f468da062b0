import { graphOf, walk, wayTo, type Graph, type Node, type Walk } from '../graph.ts';
import { APPROVING } from '../outcomes.ts';
import { isApprovalOfAuthority, mandatoryApprovals } from '../paths.ts';
import { PATH_SEPARATOR, type Route } from '../route.ts';
import type { RouteFault, RouteFaultCode } from './fault.ts';

/** Where a dossier's content changes: a new draft, or the finishing of what was approved subject to demands. */
const CHANGES_CONTENT: ReadonlySet<string> = new Set(['draft', 'finish']);

/** The ways through a whole route, sub-routes included, as issuing looks at them. */
interface Ways {
  readonly route: Route;
  readonly graph: Graph;
  readonly fromStart: Walk;
  readonly drafts: readonly string[];
  readonly finishes: readonly string[];
}

/**
 * What would issue a document unapproved, issue it twice, or leave the clerk with a dossier that can never be issued
 * (engine: an approval in force is one of the frozen content, or linked to it by a confirmed finishing).
 */
export function issueFaults(route: Route): RouteFault[] {
  const graph = graphOf(route);
  const fromStart = walk(graph, route.start);
  const reached = (kind: string): string[] => [...graph.values()].filter((node) => node.rule.kind === kind && fromStart.cameFrom.has(node.path)).map(({ path }) => path);
  const ways: Ways = { route, graph, fromStart, drafts: reached('draft'), finishes: reached('finish') };
  return reached('issue').flatMap((issue) => [...unapproved(ways, issue), ...withoutDraft(ways, issue), ...pastApproval(ways, issue), ...unfinished(ways, issue), ...changedAfter(ways, issue)]);
}

function unapproved({ route, graph, fromStart }: Ways, issue: string): RouteFault[] {
  if (mandatoryApprovals(route, issue).length > 0) return [];
  const approvals = [...graph.values()].filter(({ rule }) => isApprovalOfAuthority(rule)).map(({ path }) => path);
  const around = wayTo(walk(graph, route.start, { without: new Set(approvals) }), issue);
  return [around.length > 0
    ? faultAt('issueUnapproved', issue, `Có đường tới bước ban hành “${issue}” mà không qua phê duyệt, ký của cấp có thẩm quyền.`, `A path reaches the issue step “${issue}” without an approval or signature of the competent authority.`, around)
    : faultAt('issueUnapproved', issue, `Mỗi đường tới bước ban hành “${issue}” qua một phê duyệt khác nhau: cần ít nhất một phê duyệt, ký của cấp có thẩm quyền mà mọi đường đều qua.`, `Each path to the issue step “${issue}” passes another approval: at least one approval or signature of the competent authority must stand on all of them.`, wayTo(fromStart, issue))];
}

function withoutDraft({ route, graph, drafts }: Ways, issue: string): RouteFault[] {
  const way = wayTo(walk(graph, route.start, { without: new Set(drafts) }), issue);
  return way.length === 0 ? [] : [faultAt('issueWithoutDraft', issue, `Có đường tới bước ban hành “${issue}” khi chưa trình bản thảo nào.`, `A path reaches the issue step “${issue}” before any draft was submitted.`, way)];
}

/** From the start, from every draft, and from every finishing that follows a plain approval, the issue must lie behind the approval. */
function pastApproval({ route, graph, fromStart, drafts, finishes }: Ways, issue: string): RouteFault[] {
  return mandatoryApprovals(route, issue).flatMap((approval) => {
    const approved = walk(graph, approval, { follows: plainly(approval) });
    const changing = [route.start, ...drafts, ...finishes.filter((finish) => approved.cameFrom.has(finish))];
    const [from, ...on] = wayTo(walk(graph, changing, { follows: ({ path }, outcome) => path !== approval || !APPROVING.has(outcome) }), issue);
    if (from === undefined) return [];
    return [faultAt('issuePastApproval', approval, `Có đường từ “${from}” tới bước ban hành “${issue}” mà không được phê duyệt ở “${approval}”: dẫn đường ấy qua “${approval}”, hoặc ghi authority: false nếu bước này chỉ cho ý kiến.`, `A path leads from “${from}” to the issue step “${issue}” and passes “${approval}” without its approval: lead it through “${approval}” again, or write authority: false if that step only gives an opinion.`, [...wayTo(fromStart, from), ...on])];
  });
}

/** Follows an approval that was given without demands, as long as nothing new is submitted. */
function plainly(approval: string): (node: Node, outcome: string) => boolean {
  return ({ path, rule }, outcome) => (path === approval ? outcome === 'approved' || outcome === 'signed' : rule.kind !== 'draft');
}

/** What was approved subject to demands is issued only once somebody confirmed that they were met, or after a new approval. */
function unfinished({ graph, fromStart }: Ways, issue: string): RouteFault[] {
  const approvals = [...graph.values()].filter(({ rule, edges, path }) => isApprovalOfAuthority(rule) && fromStart.cameFrom.has(path) && edges.some(([outcome]) => outcome === 'approvedSubjectTo'));
  return approvals.flatMap(({ path: approval }) => {
    const follows = ({ path, rule }: Node, outcome: string): boolean => (path === approval ? outcome === 'approvedSubjectTo' : rule.kind !== 'finish' || outcome !== 'confirmed');
    const [from, ...on] = wayTo(walk(graph, approval, { follows }), issue);
    if (from === undefined) return [];
    return [faultAt('issueUnfinished', approval, `Thông qua ở “${approval}” kèm yêu cầu hoàn thiện có đường tới bước ban hành “${issue}” mà không qua bước hoàn thiện (finish) được xác nhận.`, `What “${approval}” approved subject to demands can reach the issue step “${issue}” without a confirmed finish step.`, [...wayTo(fromStart, from), ...on])];
  });
}

/** An issued document stays as it is: no draft, no finishing and no issue after it. */
function changedAfter({ graph, fromStart }: Ways, issue: string): RouteFault[] {
  const target = graph.get(issue)?.edges[0]?.[1];
  if (target === undefined) return [];
  const after = walk(graph, target);
  const changed = [...after.cameFrom.keys()].find((path) => {
    const kind = graph.get(path)?.rule.kind ?? 'end';
    return kind === 'issue' || CHANGES_CONTENT.has(kind);
  });
  if (changed === undefined) return [];
  return [faultAt('changedAfterIssue', issue, `Sau khi ban hành ở “${issue}” vẫn có đường tới “${changed}”, nơi nội dung bị sửa hoặc ban hành lần nữa.`, `After the issue at “${issue}” a path still leads to “${changed}”, where the content changes or is issued again.`, [...wayTo(fromStart, issue), ...wayTo(after, changed)])];
}

/** Branches run on frozen content, so nothing in them drafts, finishes, issues or tracks; nor does a sub-route that one uses. */
export function contentFaults(route: Route): RouteFault[] {
  const graph = graphOf(route);
  return [...graph.values()].flatMap((node): RouteFault[] => {
    const { kind } = node.rule;
    const barred = kind === 'end' ? node.place !== null && node.place.branch !== '' : kind === 'draft' || kind === 'finish' || kind === 'issue' || kind === 'track';
    if (!barred || !standsInBranch(graph, node)) return [];
    return [faultAt('contentInBranch', node.path, `Bước “${node.path}” (${kind}) không được nằm trong nhánh: khi các nhánh chạy, nội dung được giữ nguyên.`, `Step “${node.path}” (${kind}) may not stand in a branch: while branches run, the content is frozen.`, wayTo(walk(graph, route.start), node.path))];
  });
}

function standsInBranch(graph: Graph, node: Node): boolean {
  for (let place = node.place; place; place = graph.get(place.region)?.place ?? null) if (place.branch !== '') return true;
  return false;
}

/** A fault at a full path; it is written where the step, or the sub-route that holds it, stands in the route. */
function faultAt(code: RouteFaultCode, path: string, vi: string, en: string, way: readonly string[]): RouteFault {
  return { code, path: ['steps', path.split(PATH_SEPARATOR)[0] ?? path], vi, en, ...(way.length > 0 ? { way } : {}) };
}
