import type { SendOutcome } from '@totrinh/domain';
import type { AddressGuard, JudgedAddress } from './address-guard.ts';
import { postJson } from './post-json.ts';
import { webhookHeaders } from './sign-webhook.ts';

export interface WebhookCall { readonly key: string; readonly url: string; readonly secret: string | null; readonly body: string }

/** How long the other side may take for its answer, ms. */
export const WEBHOOK_PATIENCE_MS = 15_000;

/** Calls webhooks whose addresses people entered: each is judged anew whenever it is called. Never throws. */
export function createWebhookCaller(guard: AddressGuard, timeoutMs = WEBHOOK_PATIENCE_MS): (call: WebhookCall) => Promise<SendOutcome> {
  return async (call) => {
    const judged = await guard.judge(call.url);
    return judged.ok ? callWebhook(call, judged, timeoutMs) : { sent: false, forGood: false, perhapsTaken: false, wayClosed: true, reason: `the address is refused: ${judged.because}` };
  };
}

/** One signed call. 2xx is heard; 410 says that nobody listens there any more; every other answer, redirects too, is tried again later. */
export async function callWebhook({ key, secret, body }: WebhookCall, { url, addresses }: JudgedAddress & { ok: true }, timeoutMs: number): Promise<SendOutcome> {
  const posted = await postJson({ url, addresses, headers: webhookHeaders(key, new Date(), body, secret), body, timeoutMs });
  if (posted.status === null) return { sent: false, forGood: false, perhapsTaken: posted.written, wayClosed: true, reason: posted.reason };
  if (posted.status >= 200 && posted.status < 300) return { sent: true };
  return { sent: false, forGood: posted.status === 410, perhapsTaken: false, wayClosed: posted.status >= 500 || posted.status === 429, reason: `answered ${posted.status}` };
}
