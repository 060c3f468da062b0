import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A fresh secret as Standard Webhooks writes it: `whsec_` and 32 random bytes in base64. */
export function freshWebhookSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

/** Whether a text is a secret of that form, with 24 to 64 bytes. */
export function isWebhookSecret(text: string): boolean {
  if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  const { length } = Buffer.from(text.slice(PREFIX.length), 'base64');
  return length >= 24 && length <= 64;
}

/** The head lines of a call by Standard Webhooks: `webhook-id`, `webhook-timestamp` (seconds), `webhook-signature` (HMAC-SHA256 over id, instant and body; nothing signs without a secret). */
export function webhookHeaders(id: string, at: Date, body: string, secret: string | null): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const heads = { 'webhook-id': id, 'webhook-timestamp': seconds };
  if (secret === null) return heads;
  const mac = createHmac('sha256', Buffer.from(secret.replace(PREFIX, ''), 'base64')).update(`${id}.${seconds}.${body}`).digest('base64');
  return { ...heads, 'webhook-signature': `v1,${mac}` };
}
