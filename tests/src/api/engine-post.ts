import { NOTICE_KINDS } from '@totrinh/domain';
import { v7 } from 'uuid';
import { eventually } from '../house/eventually.ts';
import { WHO, draftTo, END, type PatternOffice } from '../patterns/pattern-office.ts';

/** Nothing of this house fails to be sent, so that nothing can be sent again. */
export const POST_ASKED_ONLY: Readonly<Record<string, number>> = { resendDelivery: 404 };

/** What people are told, how they want to be told, and who else is: a nudge, its place in the record, preferences, webhooks and their refusals. */
export async function enginePost(o: PatternOffice): Promise<void> {
  const d = await o.dossier('soan-thao', `${draftTo('xem')}  xem: { kind: review, who: { headOf: leadUnit }, due: { days: 3 }, next: { approved: xong, returned: soan-thao } }\n${END}`);
  await d.submit();
  const { id } = await d.task('xem');
  await o.must(WHO.admin, 'POST', '/preferences', { email: 'digest', language: 'en', digest: true, quiet: [...NOTICE_KINDS] });
  const mine = await o.must(WHO.admin, 'GET', '/preferences');
  if (mine['language'] !== 'en' || mine['address'] !== `${WHO.admin}@mau.invalid`) throw new Error(JSON.stringify(mine));
  await o.must(WHO.drafter, 'POST', `/tasks/${id}/nudge`, {});
  const counts = (await o.must(WHO.head, 'GET', '/notices/counts')) as { unread?: number; byKind?: Record<string, number> };
  const { items } = (await o.must(WHO.head, 'GET', '/notices?unread=true')) as unknown as { items: { kind: string; task: string | null; step: string | null }[] };
  if (!items.some((n) => n.kind === 'nudged' && n.task === id && n.step === 'xem') || (counts.byKind?.['nudged'] ?? 0) < 1) throw new Error(JSON.stringify({ counts, items }));
  // The worker's round takes the letter to the mailbox of this house, at most fifteen seconds later.
  await eventually('the letter has gone out', async () => {
    const told = (await o.must(WHO.head, 'GET', `/dossiers/${d.id}/notices`)) as unknown as { items: { kind: string; outside: { channel: string; state: string; possibleDouble: boolean }[] }[] };
    return told.items.some((t) => t.kind === 'nudged' && t.outside.some((out) => out.channel === 'email' && out.state === 'sent' && !out.possibleDouble));
  }, { withinMs: 40_000 });

  const { endpoint, secret } = await o.must(WHO.admin, 'POST', '/webhook-endpoints', { name: `MẪU ${v7()}`, url: 'https://93.184.216.34/hook', kinds: ['inStead'], withTitles: false });
  if (!String(secret).startsWith('whsec_')) throw new Error('the secret is not told');
  await o.must(WHO.admin, 'GET', '/webhook-endpoints');
  await o.must(WHO.admin, 'POST', `/webhook-endpoints/${String(endpoint)}/end`, {});
  await o.must(WHO.admin, 'GET', '/deliveries?state=dead');
  const refusals: [string, string, string, unknown, string][] = [
    [WHO.admin, 'POST', '/webhook-endpoints', { name: 'MẪU trong máy', url: 'https://127.0.0.1/hook' }, 'WEBHOOK_ADDRESS_REFUSED'],
    [WHO.head, 'POST', '/webhook-endpoints', { name: 'MẪU không quyền', url: 'https://93.184.216.34/' }, 'NOT_ALLOWED'],
    [WHO.head, 'GET', '/deliveries', undefined, 'NOT_ALLOWED'], [WHO.head, 'GET', '/webhook-endpoints', undefined, 'NOT_ALLOWED'],
    [WHO.admin, 'POST', `/webhook-endpoints/${String(endpoint)}/end`, {}, 'ENDPOINT_NOT_FOUND'], [WHO.admin, 'POST', `/deliveries/${v7()}/resend`, {}, 'DELIVERY_NOT_FOUND'],
  ];
  for (const [who, method, path, body, code] of refusals) {
    const refused = await o.refused(who, method as 'GET' | 'POST', path, body as object);
    if (refused.code !== code) throw new Error(`${path}: ${JSON.stringify(refused)}`);
  }
}
