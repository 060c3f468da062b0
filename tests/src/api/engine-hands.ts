import { WHO, draftTo, END, type PatternOffice } from '../patterns/pattern-office.ts';

/** What can only be asked here: nothing of this house is late, and nobody has left it. */
export const ASKED_ONLY: Readonly<Record<string, number>> = { takeOverTask: 403, handBackTask: 409, explainLateness: 409, reassignTask: 409 };

/** Written authority from the granting to the end, and what somebody may do by it; late tasks and those of people who left, as far as there are any. */
export async function engineHands(o: PatternOffice): Promise<void> {
  const d = await o.dossier('soan-thao', `${draftTo('xem')}  xem: { kind: review, who: { headOf: leadUnit }, due: { days: 3 }, next: { approved: xong, returned: soan-thao } }\n${END}`);
  await d.submit();
  const today = String((await o.must(WHO.head, 'GET', '/me'))['today']);
  const paper = { grantee: WHO.deputy, number: '1/UQ (MẪU)', verbs: ['decide'], from: today, to: today };
  const { authority } = await o.must(WHO.head, 'POST', '/authorities', paper);
  const again = await o.refused(WHO.head, 'POST', '/authorities', paper);
  if (again.code !== 'AUTHORITY_OVERLAP') throw new Error(JSON.stringify(again));
  const mine = (await d.waitingFor(WHO.deputy))[0] as { byAuthorityOf?: { person: string } | null } | undefined;
  if (mine?.byAuthorityOf?.person !== WHO.head) throw new Error(`the queue of ${WHO.deputy} does not say by whose authority: ${JSON.stringify(mine)}`);
  await o.must(WHO.deputy, 'GET', '/authorities');
  await o.must(WHO.admin, 'GET', '/tasks/ownerless');
  await d.notAct('xem', WHO.head, 'take-over');
  await d.notAct('xem', WHO.head, 'hand-back');
  await d.notAct('xem', WHO.head, 'explain-lateness', { reason: 'Không chậm (MẪU)' });
  await d.notAct('xem', WHO.head, 'reassign', { person: WHO.deputy, reason: 'Vẫn còn người (MẪU)' });
  const { id, etag } = await d.task('xem');
  await o.must(WHO.deputy, 'POST', `/tasks/${id}/decision`, { outcome: 'approved' }, { 'If-Match': etag });
  const decision = (await d.read()).decisions.at(-1) as { authority?: { id: string; number: string } | null; capacity: string } | undefined;
  if (decision?.authority?.id !== authority || decision?.capacity !== 'TUQ') throw new Error(JSON.stringify(decision));
  await o.must(WHO.head, 'POST', `/authorities/${String(authority)}/end`, {});
}
