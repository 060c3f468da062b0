import { findRule } from '@totrinh/domain';
import { loadCase, loadRoute } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

/** What an automatic step that is still open wants done; ids and codes only, as outside channels may carry. */
export type WantedEffect =
  | { readonly kind: 'notify' }
  | { readonly kind: 'webhook'; readonly hook: string; readonly dossier: string; readonly step: string };

/** The effect of a notify or webhook step; null where the step is no longer open, since what was left behind is not done any more. */
export function effectToRun(desk: Desk, dossier: string, step: string): Promise<WantedEffect | null> {
  return desk.transact(async (tx) => {
    const loaded = await loadCase(tx, dossier);
    const open = loaded?.case.status === 'open' ? loaded.case.steps.find((s) => s.id === step && s.state === 'open') : undefined;
    if (!loaded?.case.route || !open) return null;
    const rule = findRule((await loadRoute(tx, loaded.case.route)).rules, open.path);
    if (rule?.kind === 'notify') return { kind: 'notify' };
    return rule?.kind === 'webhook' ? { kind: 'webhook', hook: rule.hook, dossier: loaded.code, step: open.path } : null;
  });
}
