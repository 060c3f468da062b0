import { officeDay, reassignByClock, type Assignee, type Fact } from '@totrinh/domain';
import { askDirectory, loadCase, loadRoute, record, settingOf, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import type { Spoken } from './climb-rungs.ts';

/**
 * What rungs do beside speaking, each dossier under its lock: raise the priority; and, only where the office has switched it on (`late.reassign`), let the head of the
 * unit act in a late task, or move it to them.
 */
export async function reassignLate(desk: Desk, tx: Tx, spoken: readonly Spoken[], now: Date): Promise<void> {
  const acting = spoken.filter((s) => s.climbed.raises || s.climbed.reassigns.length > 0);
  if (acting.length === 0) return;
  const mayReassign = await settingOf(tx, 'late.reassign');
  for (const s of acting) {
    const found = await loadCase(tx, s.rung.dossier);
    if (!found?.case.route) continue;
    const raised: Fact[] = s.climbed.raises ? [{ type: 'priority.raised', data: { step: s.step, rung: s.rung.id, to: found.case.priority + 1 } }] : [];
    const moved = mayReassign && s.climbed.reassigns.length > 0 ? await reassigned(tx, found.case, s, officeDay(now)) : [];
    record(tx, found.case, found, [...raised, ...moved], { act: null, by: 'system', at: now });
    await tx.flush();
  }
}

async function reassigned(tx: Tx, c: Parameters<typeof reassignByClock>[0], s: Spoken, today: string): Promise<Fact[]> {
  if (c.route === null) return [];
  const route = (await loadRoute(tx, c.route)).rules;
  const heads = new Map<string, readonly Assignee[]>();
  for (const unit of new Set(c.tasks.filter((t) => t.step === s.step).flatMap((t) => t.unit ?? []))) heads.set(unit, await askDirectory(tx, { kind: 'post', unit, roles: ['head'] }, today));
  return reassignByClock(c, route, s.step, s.climbed.reassigns, (unit) => heads.get(unit) ?? []);
}
