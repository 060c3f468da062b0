import { migrate as rule, previewMigration, refuse, type MigrateCommand, type Migration, type Result, type StepMapping } from '@totrinh/domain';
import { findRoute, loadCase, loadRoute } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/**
 * What moving a dossier to another version of its route would do; reads only. Whether the reader may see the dossier is asked by the caller.
 * Errors: DOSSIER_NOT_FOUND, ROUTE_NOT_FOUND.
 */
export function previewMigrationOf(desk: Desk, dossier: string, version: number, mapping: StepMapping = {}): Promise<Result<Migration>> {
  return desk.transact<Result<Migration>>(async (tx) => {
    const c = (await loadCase(tx, dossier))?.case;
    if (!c) return refuse('DOSSIER_NOT_FOUND', { id: dossier });
    const to = c.route && (await findRoute(tx, c.route.id, version));
    if (!c.route || !to) return refuse('ROUTE_NOT_FOUND', { version });
    return { ok: true, value: previewMigration(c, (await loadRoute(tx, c.route)).rules, to, mapping) };
  });
}

/** Đề nghị chuyển phiên bản of the route; a second person confirms. Errors: ROUTE_NOT_FOUND, those of domain's migrate and of perform. */
export function migrate(desk: Desk, { dossier, version, ...command }: MigrateCommand & { dossier: string; version: number }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'migrate', { dossier }, request, async (s) => {
    const to = s.case.route && (await findRoute(s.tx, s.case.route.id, version));
    return to ? rule(s.case, s.route, to, command, s.actor, desk.means) : refuse('ROUTE_NOT_FOUND', { version });
  });
}
