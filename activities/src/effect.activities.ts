import { effectToRun, settleAutomatic, type Desk } from '@totrinh/casework';
import type { EffectActivities } from '@totrinh/messages';
import { AddressGuard, createWebhookCaller } from '@totrinh/platform';

export interface EffectActivityParts {
  readonly desk: Desk;
  /** Where each webhook of the office's routes goes, by its name; whoever runs the system has set it. */
  readonly hooks: Readonly<Record<string, string>>;
  /** What calls are signed with (Standard Webhooks), by the same names; a hook without a secret is called unsigned. */
  readonly secrets?: Readonly<Record<string, string>>;
}

/** How long the other side may take to answer, ms. */
const PATIENCE_MS = 20_000;
/** The operator's own addresses may lie anywhere. */
const ANYWHERE = ['0.0.0.0/0', '::/0'];

/**
 * What automatic steps ask of the world. The step's id is the effect's key (`webhook-id`), so that whoever receives one twice can
 * tell. Another side that is away, refuses, or has no address yet fails the activity, which Temporal tries again.
 */
export function createEffectActivities({ desk, hooks, secrets = {} }: EffectActivityParts): EffectActivities {
  const call = createWebhookCaller(new AddressGuard(ANYWHERE), PATIENCE_MS);
  return {
    async runEffect(dossier, step) {
      const wanted = await effectToRun(desk, dossier, step);
      if (wanted === null) return;
      if (wanted.kind === 'webhook') {
        const { kind: _, ...said } = wanted;
        const url = hooks[said.hook];
        if (url === undefined) throw new Error(`webhook ${said.hook} has no address: set TOTRINH_HOOKS=${said.hook}=https://…`);
        const outcome = await call({ key: step, url, secret: secrets[said.hook] ?? null, body: JSON.stringify({ type: 'dossier.step', ...said }) });
        if (!outcome.sent) throw new Error(`webhook ${said.hook}: ${outcome.reason}`);
      }
      await settleAutomatic(desk, dossier, step, 'completed');
    },
  };
}
