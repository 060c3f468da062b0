import { isMailAddress, letterText, waitAfterTry, webhookBody, type SendFailure, type SendOutcome, type ToSend } from '@totrinh/domain';
import { dueWays, leaseDeliveries, markFailed, markSent, msToNextDelivery, putOffWay, settingOf, type LeasedDelivery, type Way } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

/** A letter to one person. `key` names it on the other side (Message-ID), the same however often it is sent. */
export interface Letter { readonly key: string; readonly to: { readonly name: string; readonly address: string }; readonly subject: string; readonly text: string; readonly language: string }

/** A webhook call; `key` is its webhook-id. */
export interface Call { readonly key: string; readonly url: string; readonly secret: string; readonly body: string }

/** Whoever carries things out of the house. They answer what became of a try and never throw; `mail` null: no letters are sent from here. */
export interface Couriers {
  readonly mail: ((letter: Letter) => Promise<SendOutcome>) | null;
  readonly webhook: (call: Call) => Promise<SendOutcome>;
  /** Where people open the application, without a slash at its end; null: letters carry codes alone. */
  readonly publicUrl: string | null;
}

/** How much is tried at once on one way, how long a try may take before somebody else repeats it, and how long a closed way is left alone (ms). */
export interface DeliveryLimits { readonly atOnce: number; readonly leaseMs: number; readonly closedMs: number }

export const DELIVERY_LIMITS: DeliveryLimits = { atOnce: 4, leaseMs: 120_000, closedMs: 30_000 };

export interface Delivered { readonly sent: number; readonly failed: number; readonly nextInMs: number | null }

/**
 * Sends what is due: leased before it is tried, marked after, each way on its own so that one that hangs holds up no other. A process that dies in between loses nothing;
 * what it had taken is sent again under the same key and marked as a possible double. Goes on until nothing is due or `signal` asks it to end; never longer than one try after that.
 */
export async function deliverDue(desk: Desk, couriers: Couriers, signal: AbortSignal, limits: DeliveryLimits = DELIVERY_LIMITS): Promise<Delivered> {
  const mail = couriers.mail !== null;
  const ways = await desk.transact((tx) => dueWays(tx, mail));
  const rounds = await Promise.all(ways.map((way) => deliverOn(desk, way, couriers, signal, limits)));
  const count = (of: 'sent' | 'failed'): number => rounds.reduce((n, r) => n + r[of], 0);
  return { sent: count('sent'), failed: count('failed'), nextInMs: await desk.transact((tx) => msToNextDelivery(tx, mail)) };
}

async function deliverOn(desk: Desk, way: Way, couriers: Couriers, signal: AbortSignal, { atOnce, leaseMs, closedMs }: DeliveryLimits): Promise<{ sent: number; failed: number }> {
  const done = { sent: 0, failed: 0 };
  while (!signal.aborted) {
    const { leased, titles } = await desk.transact(async (tx) => ({ leased: await leaseDeliveries(tx, way, atOnce, leaseMs), titles: await settingOf(tx, 'outside.titles') }));
    if (leased.length === 0) break;
    const outcomes = await Promise.all(leased.map((d) => tryOnce(desk, d, couriers, titles)));
    for (const { sent } of outcomes) done[sent ? 'sent' : 'failed'] += 1;
    if (!outcomes.some((o) => !o.sent && o.wayClosed)) continue;
    await desk.transact((tx) => Promise.resolve(putOffWay(tx, way, closedMs)));
    break;
  }
  return done;
}

async function tryOnce(desk: Desk, d: LeasedDelivery, couriers: Couriers, titles: boolean): Promise<SendOutcome> {
  const errand = errandOf(desk, d, couriers, titles);
  const outcome = 'sent' in errand ? errand : await errand.go();
  await desk.transact((tx) => {
    if (outcome.sent) markSent(tx, d.id);
    else markFailed(tx, { id: d.id, attempts: d.attempts, waitMs: outcome.forGood ? null : waitAfterTry(d.attempts), reason: outcome.reason.slice(0, 500), perhapsTaken: outcome.perhapsTaken });
    return Promise.resolve();
  });
  return outcome;
}

/** The key as the outside sees it: names nobody. */
export function outsideKey(desk: Desk, effectKey: string): string {
  return desk.means.digest(effectKey).slice(0, 40);
}

/** What is to be carried, in words; or why it cannot be. A delivery that has no words is its own fault and stops no other. */
function errandOf(desk: Desk, d: LeasedDelivery, couriers: Couriers, titles: boolean): { readonly go: () => Promise<SendOutcome> } | SendFailure {
  try {
    return worded(desk, d, couriers, titles);
  } catch (fault) {
    return inVain(`it cannot be put into words: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

function worded(desk: Desk, d: LeasedDelivery, { mail, webhook, publicUrl }: Couriers, titles: boolean): { readonly go: () => Promise<SendOutcome> } | SendFailure {
  const key = outsideKey(desk, d.effectKey);
  const to: ToSend = { kind: d.kind, code: d.code, title: titles && (d.channel === 'email' || d.withTitles) ? d.title : null, dossier: d.dossier, data: d.data, at: d.at.toISOString() };
  if (d.channel === 'webhook') {
    if (d.ended || d.url === null || d.secret === null) return inVain('the endpoint was ended');
    const call: Call = { key: `msg_${key}`, url: d.url, secret: d.secret, body: webhookBody(to, publicUrl) };
    return { go: () => webhook(call) };
  }
  if (mail === null || d.email === null || !isMailAddress(d.email)) return inVain('the person has no address');
  const letter: Letter = { key, to: { name: d.name ?? '', address: d.email }, ...letterText(to, d.language, publicUrl), language: d.language };
  return { go: () => mail(letter) };
}

const inVain = (reason: string): SendFailure => ({ sent: false, forGood: true, perhapsTaken: false, wayClosed: false, reason });
