import { openSteps, type Case, type CaseStep, type PinnedRoute } from '../case/case.ts';
import { graphOf } from '../route/graph.ts';
import { isApprovalOfAuthority } from '../route/paths.ts';
import { regionOf } from '../route/regions.ts';
import { findRule, PATH_SEPARATOR, type FieldValue, type PublishedRoute, type Route, type StepRule } from '../route/route.ts';
import { partsOf } from './create.ts';
import { fieldFaults, withDefaults } from './fields.ts';
import { isInForce } from './in-force.ts';
import { premiseHolds } from './proposals.ts';
import { leadsAroundApproval } from './returns.ts';

export const MIGRATION_FAULT_CODES = ['otherRoute', 'sameVersion', 'stepMissing', 'stepDiffers', 'regionDiffers', 'pendingMissing', 'approvalMoved', 'approvalPassed', 'fieldMissing', 'roleUnbound', 'proposalOpen'] as const;
export type MigrationFaultCode = (typeof MIGRATION_FAULT_CODES)[number];

/** Why a dossier cannot move; `subject` is the path, field, role or proposal that it is about. */
export interface MigrationFault { readonly code: MigrationFaultCode; readonly subject: string }

/** What moving a dossier to another version of its route would do; possible where there are no faults. */
export interface Migration {
  readonly from: PinnedRoute | null;
  readonly to: PinnedRoute;
  readonly faults: readonly MigrationFault[];
  /** Activations, open or passed, that get another path. */
  readonly moved: readonly { readonly step: string; readonly from: string; readonly path: string }[];
  /** Typed facts that the other version asks for and that take its defaults. */
  readonly defaults: Readonly<Record<string, FieldValue>>;
  /** Paths of steps that only the other version has, and that only the present one has. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Where steps of the present version stand in the other one, by full path; those that keep theirs are left out. A step inside a renamed sub-route follows it. */
export type StepMapping = Readonly<Record<string, string>>;

/**
 * Looks ahead: each open step needs a place of the same kind in the same region, approvals in force stay approvals, no approval of the
 * other version lies behind the dossier ungiven, and facts and roles that it asks for are there.
 */
export function previewMigration(c: Case, from: Route, to: PublishedRoute, mapping: StepMapping = {}): Migration {
  const place = (path: string): string => placeIn(mapping, path);
  const moved = c.steps.filter((s) => place(s.path) !== s.path && findRule(to.rules, place(s.path))?.kind === s.kind).map((s) => ({ step: s.id, from: s.path, path: place(s.path) }));
  const paths = new Map(moved.map((m) => [m.step, m.path]));
  const after: Case = { ...c, steps: c.steps.map((s) => ({ ...s, path: paths.get(s.id) ?? s.path })) };
  const values = withDefaults(to.rules, Object.fromEntries(Object.entries(c.fields).filter(([field]) => Object.hasOwn(to.rules.fields, field))));
  const faults = [
    ...versionFaults(c, to),
    ...openSteps(c).flatMap((s) => faultsOfOpen(c, s, from, to.rules, place)),
    ...c.pending.filter((p) => p.step === undefined && !canStillOpen(after, p, from, to.rules)).map((p) => fault('pendingMissing', p.path)),
    ...(c.submission && findRule(to.rules, place(c.submission.path))?.kind !== 'draft' ? [fault('stepMissing', c.submission.path)] : []),
    ...approvalFaults(c, after, from, to.rules),
    ...fieldFaults(to.rules, values, true).map((f) => fault('fieldMissing', f.field)),
    ...unboundRoles(c, to.rules).map((role) => fault('roleUnbound', role)),
    ...c.proposals.filter((p) => p.verb !== 'migrate' && premiseHolds(c, p)).map((p) => fault('proposalOpen', p.id)),
  ];
  const known = new Set(graphOf(from).keys());
  const wanted = new Set(graphOf(to.rules).keys());
  return {
    from: c.route, to: { id: to.id, version: to.version, semantics: to.rules.semantics }, moved,
    faults: [...new Map(faults.map((f) => [`${f.code} ${f.subject}`, f])).values()],
    defaults: Object.fromEntries(Object.entries(values).filter(([field]) => c.fields[field] === undefined)),
    added: [...wanted].filter((path) => !known.has(path)), removed: [...known].filter((path) => !wanted.has(path)),
  };
}

const fault = (code: MigrationFaultCode, subject: string): MigrationFault => ({ code, subject });

function placeIn(mapping: StepMapping, path: string): string {
  const own = Object.hasOwn(mapping, path) ? mapping[path] : undefined;
  if (own !== undefined) return own;
  const cut = path.lastIndexOf(PATH_SEPARATOR);
  return cut < 0 ? path : `${placeIn(mapping, path.slice(0, cut))}${path.slice(cut)}`;
}

function versionFaults(c: Case, to: PublishedRoute): MigrationFault[] {
  if (c.route?.id !== to.id) return [fault('otherRoute', to.id)];
  return c.route.version === to.version ? [fault('sameVersion', String(to.version))] : [];
}

function faultsOfOpen(c: Case, step: CaseStep, from: Route, to: Route, place: (path: string) => string): MigrationFault[] {
  const path = place(step.path);
  const [was, rule] = [findRule(from, step.path), findRule(to, path)];
  if (!rule) return [fault('stepMissing', step.path)];
  if (!was || !isWorkedAlike(was, rule) || !hasBranches(step, rule)) return [fault('stepDiffers', step.path)];
  const outer = c.steps.find((s) => s.id === step.within?.step);
  return standsIn(to, path, outer && place(outer.path), step.within?.branch) ? [] : [fault('regionDiffers', step.path)];
}

/** What people have begun in a step goes on in the other one: the same kind, the same way of counting. */
function isWorkedAlike(a: StepRule, b: StepRule): boolean {
  if (a.kind === 'vote' && b.kind === 'vote') return a.mode === b.mode && a.rule.ballot === b.rule.ballot;
  if (a.kind === 'approve' && b.kind === 'approve') return (a.rule === 'any') === (b.rule === 'any') && (a.rule === 'sequence') === (b.rule === 'sequence');
  return a.kind === b.kind;
}

function hasBranches(step: CaseStep, rule: StepRule): boolean {
  return rule.kind !== 'parallel' || (step.branches ?? []).every((b) => Object.hasOwn(rule.branches, b.name));
}

function standsIn(route: Route, path: string, region: string | undefined, branch: string | undefined): boolean {
  const place = regionOf(route, path);
  return place === null ? region === undefined : place.region === region && place.branch === branch;
}

/** A step that was called for and has not opened yet keeps its path. */
function canStillOpen(after: Case, p: Case['pending'][number], from: Route, to: Route): boolean {
  const rule = findRule(to, p.path);
  const region = after.steps.find((s) => s.id === p.within?.step)?.path;
  return rule !== undefined && rule.kind === findRule(from, p.path)?.kind && standsIn(to, p.path, region, p.within?.branch);
}

function approvalFaults(c: Case, after: Case, from: Route, to: Route): MigrationFault[] {
  const inForce = c.steps.filter((s) => isAuthority(from, s.path) && isInForce(c, s));
  const lost = inForce.filter((s) => { const path = after.steps.find((a) => a.id === s.id)?.path ?? s.path; return !isAuthority(to, path) || findRule(to, path)?.kind !== s.kind; });
  const here = [...openSteps(after).filter((s) => s.kind !== 'parallel' && s.kind !== 'route').map((s) => s.path), ...c.pending.filter((p) => p.step === undefined).map((p) => p.path)];
  return [...lost.map((s) => fault('approvalMoved', s.path)), ...here.filter((path) => findRule(to, path) && leadsAroundApproval(after, to, path)).map((path) => fault('approvalPassed', path))];
}

function isAuthority(route: Route, path: string): boolean {
  const rule = findRule(route, path);
  return rule !== undefined && isApprovalOfAuthority(rule);
}

/** Roles are bound when a dossier is created, and stay. */
function unboundRoles(c: Case, to: Route): string[] {
  const unbound = (['units', 'groups', 'bodies'] as const).flatMap((kind) => partsOf(to).flatMap((r) => Object.entries(r[kind])).filter(([role, means]) => {
    const bound = c.roles[kind][role];
    return bound === undefined || (means !== 'from item' && typeof bound === 'string' && bound !== means);
  }).map(([role]) => role));
  const numbers = [...graphOf(to).values()].some((node) => node.rule.kind === 'issue') && c.roles.register === null;
  return [...unbound, ...(numbers ? ['register'] : [])];
}
