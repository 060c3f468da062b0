import type { Fact } from '@totrinh/domain';
import { loadCase, record, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import type { Spoken } from './climb-rungs.ts';

/** What rungs do beside speaking, each dossier under its lock: raise the priority. */
export async function reassignLate(desk: Desk, tx: Tx, spoken: readonly Spoken[], now: Date): Promise<void> {
  for (const s of spoken.filter((x) => x.climbed.raises)) {
    const found = await loadCase(tx, s.rung.dossier);
    if (!found) continue;
    const raised: Fact = { type: 'priority.raised', data: { step: s.step, rung: s.rung.id, to: found.case.priority + 1 } };
    record(tx, found.case, found, [raised], { act: null, by: 'system', at: now });
    await tx.flush();
  }
}
