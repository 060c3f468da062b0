import type { CaseRoles } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

/** An entry of the briefing list: the office's day on which it came, the day on which it was heard, and what its dossier's roles mean. */
export interface BriefingRow extends Row { readonly id: string; readonly dossier: string; readonly at: Date; readonly heardOn: string | null; readonly roles: CaseRoles }

/** Locks an entry; null where there is none. */
export async function lockBriefing(tx: Tx, id: string): Promise<BriefingRow | null> {
  const rows = await tx.read<BriefingRow>('select g.id, g.dossier_id as dossier, g.at, g.heard_on::text as "heardOn", d.roles from totrinh.briefing g join totrinh.dossier d on d.id = g.dossier_id where g.id = $1 for update of g', [id]);
  return rows[0] ?? null;
}

export function writeHeard(tx: Tx, id: string, on: string, by: string): void {
  tx.write('update totrinh.briefing set heard_on = $2::date, heard_by = $3 where id = $1::uuid', [id, on, by]);
}
