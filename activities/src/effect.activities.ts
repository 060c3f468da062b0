import { effectToRun, settleAutomatic, type Desk } from '@totrinh/casework';
import type { EffectActivities } from '@totrinh/messages';

export interface EffectActivityParts {
  readonly desk: Desk;
  /** Where each webhook of the office's routes goes, by its name. */
  readonly hooks: Readonly<Record<string, string>>;
}

/** How long the other side may take to answer, ms. */
const PATIENCE_MS = 20_000;

/**
 * What automatic steps ask of the world. The step's id is the effect's key (`Webhook-Id`), so that whoever receives one twice can
 * tell. Another side that is away, refuses, or has no address yet fails the activity, which Temporal tries again.
 */
export function createEffectActivities({ desk, hooks }: EffectActivityParts): EffectActivities {
  return {
    async runEffect(dossier, step) {
      const wanted = await effectToRun(desk, dossier, step);
      if (wanted === null) return;
      if (wanted.kind === 'webhook') await post(hooks, wanted, step);
      await settleAutomatic(desk, dossier, step, 'completed');
    },
  };
}

async function post(hooks: EffectActivityParts['hooks'], { hook, dossier, step }: { hook: string; dossier: string; step: string }, key: string): Promise<void> {
  const url = hooks[hook];
  if (url === undefined) throw new Error(`webhook ${hook} has no address: set TOTRINH_HOOKS=${hook}=https://…`);
  const answer = await fetch(url, {
    method: 'POST', signal: AbortSignal.timeout(PATIENCE_MS),
    headers: { 'content-type': 'application/json', 'webhook-id': key }, body: JSON.stringify({ type: 'dossier.step', dossier, step, hook }),
  });
  if (!answer.ok) throw new Error(`webhook ${hook} answered ${answer.status}`);
}
