import { holdsPost, isAdministrator, type Actor } from '../case/actor.ts';
import type { Case, CaseProposal } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { PublishedRoute, Route } from '../route/route.ts';
import { previewMigration, type Migration, type StepMapping } from './migrate-preview.ts';
import { termsInVersion, type MigrationTerms } from './migrate-terms.ts';
import { propose } from './proposals.ts';

export interface MigrateCommand {
  readonly mapping?: StepMapping;
  readonly reason: string | null;
}

/**
 * Đề nghị chuyển phiên bản: an administrator proposes another version of the route, another one or the head of the lead unit confirms.
 * Errors: DOSSIER_CLOSED, NOT_ALLOWED, MIGRATION_IMPOSSIBLE (details: faults), REASON_REQUIRED, those of propose.
 */
export function migrate(c: Case, from: Route, to: PublishedRoute, command: MigrateCommand, actor: Actor, means: Means): Result<Fact[]> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (!isAdministrator(actor)) return refuse('NOT_ALLOWED', { because: 'notAdministrator' });
  const mapping = command.mapping ?? {};
  const preview = possible(c, from, to, mapping);
  if (!preview.ok) return preview;
  if (command.reason === null) return refuse('REASON_REQUIRED', { verb: 'migrate' });
  return propose(c, 'migrate', { version: to.version, mapping }, command.reason, actor, means, null);
}

/** Who may confirm or decline it. */
export function mayConfirmMigration(c: Case, actor: Actor): boolean {
  return isAdministrator(actor) || holdsPost(actor, c.leadUnit, ['head']) !== undefined;
}

/** The dossier stands in the other version, looked at again as it is now; facts that the other version asks for take its defaults, open steps its terms and ladders. Errors: MIGRATION_IMPOSSIBLE. */
export function migrated(c: Case, from: Route, to: PublishedRoute, proposal: CaseProposal, actor: Actor, terms: MigrationTerms): Result<Fact[]> {
  const preview = possible(c, from, to, mappingOf(proposal));
  if (!preview.ok) return preview;
  const { defaults, moved } = preview.value;
  if (c.route === null) throw new Error(`dossier ${c.id} pins no route`);
  const fields = Object.keys(defaults).sort();
  return ok([
    ...(fields.length > 0 ? [{ type: 'dossier.edited' as const, data: { fields, values: defaults } }] : []),
    { type: 'route.migrated', data: { from: c.route, to: preview.value.to, moved: moved.map(({ step, path }) => ({ step, path })), proposedBy: proposal.by, confirmedBy: actor.person } },
    ...termsInVersion(c, from, to.rules, new Map(moved.map((m) => [m.step, m.path])), actor.person, terms),
  ]);
}

/** The version that a proposal names. */
export function versionOf(proposal: CaseProposal): number {
  return Number(proposal.params['version']);
}

function mappingOf(proposal: CaseProposal): StepMapping {
  const mapping = proposal.params['mapping'];
  return typeof mapping === 'object' && mapping !== null ? (mapping as StepMapping) : {};
}

function possible(c: Case, from: Route, to: PublishedRoute, mapping: StepMapping): Result<Migration> {
  const preview = previewMigration(c, from, to, mapping);
  return preview.faults.length > 0 ? refuse('MIGRATION_IMPOSSIBLE', { faults: preview.faults }) : ok(preview);
}
