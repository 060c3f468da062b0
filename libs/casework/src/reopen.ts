import { refuse, reopen as rule, type ReopenCommand, type Result } from '@totrinh/domain';
import type { Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/**
 * Mở lại hồ sơ that was turned down or stopped; it takes its programme item back, which nobody else may carry by then.
 * Errors: ITEM_TAKEN (details: item, dossier), those of domain's reopen and of perform.
 */
export function reopen(desk: Desk, { dossier, ...command }: ReopenCommand & { dossier: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'reopen', { dossier }, request, async (s) => {
    const facts = rule(s.case, s.route, command, s.actor);
    const carrier = facts.ok && s.case.item !== null ? await lockCarrier(s.tx, s.case.item) : null;
    return carrier?.dossier && carrier.dossier !== s.case.id ? refuse('ITEM_TAKEN', { item: carrier.code, dossier: carrier.dossier }) : facts;
  });
}

/** Locks the item, so that only one dossier takes it. */
async function lockCarrier(tx: Tx, item: string): Promise<{ code: string; dossier: string | null } | null> {
  const rows = await tx.read<{ code: string; dossier: string | null }>('select code, dossier_id as dossier from totrinh.item where id = $1 for update', [item]);
  return rows[0] ?? null;
}
