import { randomUUID } from 'node:crypto';
import { END, REFUSED_END, WHO, draftTo, type PatternOffice } from '../patterns/pattern-office.ts';
import { idIn } from './engine-life.ts';

const SIMPLE = `${draftTo('y-kien')}  y-kien: { kind: consult, each: { units: cooperating }, due: { days: 7 }, next: { completed: cho } }
  cho: { kind: wait, for: cong-van-den, due: { days: 30 }, next: { completed: xem, lapsed: xem } }
  xem: { kind: review, who: { headOf: leadUnit }, due: { days: 3 }, next: { approved: xem-lai, returned: soan-thao, rejected: khong } }
  xem-lai: { kind: review, who: { headOf: issuing }, due: { days: 3 }, next: { approved: phieu, returned: soan-thao } }
  phieu: { kind: vote, mode: electronic, roster: { body: standing }, rule: { base: members, approve: "> 1/2" }, authority: false, due: { days: 5 }, next: { approved: xong, rejected: khong, lapsed: xem } }
${END}${REFUSED_END}`;

/** What does not go the usual way: closed early, awaited, done again, skipped, repaired, called off, migrated, cancelled and reopened. */
export async function engineExceptions(o: PatternOffice): Promise<void> {
  const d = await o.dossier('soan-thao', SIMPLE);
  await d.submit();
  const consult = (await d.activations('y-kien'))[0]!.id;
  await d.does(WHO.drafter, 'close-consult', { step: consult, reason: 'Đã đủ ý kiến (MẪU)' });
  await d.does(WHO.drafter, 'arrive', { name: 'cong-van-den' });
  await d.decide('xem', WHO.head, 'approved');
  const again = (await d.activations('xem-lai'))[0]!.id;
  await d.does(WHO.officeHead, 'redo', { step: again, to: 'xem', reason: 'Xem lại (MẪU)' });
  const open = (await d.activations('xem')).at(-1)!.id;
  const skipped = await d.does(WHO.head, 'skip', { step: open, reason: 'Đã xem (MẪU)' });
  await d.does(WHO.checker, `proposals/${idIn(skipped, 'proposal')}/confirm`, {});
  await d.decide('xem-lai', WHO.officeHead, 'approved');
  const vote = (await d.activations('phieu'))[0]!;
  await d.act('phieu', vote.roster![0]!.person, 'cast', { choice: 'yes' });
  const sealed = await d.read();
  if (sealed.decisions.some((x) => x.path === 'phieu')) throw new Error('a ballot of an open vote is told');
  await d.notDoes(WHO.checker, 'correct-roster', { step: vote.id, document: sealed.documents[0]!.id, reason: 'Không có gì thay đổi (MẪU)' });
  await d.does(WHO.checker, 'call-off', { step: vote.id, reason: 'Hủy (MẪU)' });
  const repair = await d.does(WHO.admin, 'repair', { to: 'xem-lai', reason: 'Vướng mắc (MẪU)' });
  await d.does(WHO.head, `proposals/${idIn(repair, 'proposal')}/confirm`, {});
  await migrated(o, d);
  await d.does(WHO.head, 'cancel', { reason: 'Dừng (MẪU)' });
  await d.does(WHO.head, 'reopen', { reason: 'Mở lại (MẪU)' });
}

async function migrated(o: PatternOffice, d: Awaited<ReturnType<PatternOffice['dossier']>>): Promise<void> {
  const { id } = (await d.read()).route!;
  const source = String((await o.must(WHO.admin, 'GET', `/routes/${id}/versions/1`))['source']);
  await o.must(WHO.admin, 'POST', '/routes', { source: source.replace('xem: { kind: review, who: { headOf: leadUnit }, due: { days: 3 }', 'xem: { kind: review, who: { headOf: leadUnit }, due: { days: 5 }') });
  const preview = await o.must(WHO.admin, 'GET', `/dossiers/${d.id}/migration?version=2`);
  if (preview['possible'] !== true) throw new Error(JSON.stringify(preview));
  const proposed = await d.does(WHO.admin, 'migrate', { version: 2, reason: 'Quy trình mới (MẪU)' });
  await d.does(WHO.head, `proposals/${idIn(proposed, 'proposal')}/confirm`, {});
  await o.must(WHO.drafter, 'GET', `/routes/${id}/diff?from=1&to=2`);
  for (const format of ['svg', 'mermaid', 'bpmn']) await text(o, `/routes/${id}/versions/2/drawing?format=${format}`);
  await o.must(WHO.drafter, 'POST', '/routes/check', { source });
  await o.must(WHO.drafter, 'POST', '/routes/simulate', { route: id, outcomes: { xem: ['returned'] } });
  await o.must(WHO.drafter, 'GET', '/routes/schema');
  await text(o, `/dossiers/${d.id}/drawing`);
  await o.must(WHO.drafter, 'GET', `/dossiers/${d.id}/forecast`);
  await o.must(WHO.drafter, 'GET', `/dossiers/${d.id}/compare`);
}

/** A text answer, which is no JSON. */
async function text(o: PatternOffice, path: string): Promise<string> {
  const { data, response } = await (await o.api.as(WHO.drafter)).GET(`/api/v1${path}` as never, { parseAs: 'text' } as never) as { data?: string; response: Response };
  if (!response.ok || data === undefined) throw new Error(`${path}: ${response.status}`);
  return data;
}

/** A person's own desk. */
export async function engineDesk(o: PatternOffice): Promise<void> {
  const declared = await o.must('btgtu-deputy', 'POST', '/absences', { substitute: WHO.otherHead, from: '2098-01-01', to: '2098-01-05' });
  await o.must('btgtu-deputy', 'GET', '/absences');
  await o.must('btgtu-deputy', 'POST', `/absences/${String(declared['absence'])}/end`, {});
  const notices = (await o.must(WHO.head, 'GET', '/notices'))['items'] as { id: string }[];
  await o.must(WHO.head, 'POST', `/notices/${notices[0]?.id ?? randomUUID()}/read`, {});
  const queue = (await o.must(WHO.head, 'GET', '/tasks'))['items'] as { id: string }[];
  const bulk = await o.must(WHO.head, 'POST', '/bulk', { acts: [{ verb: 'seen', task: queue[0]?.id ?? randomUUID(), key: randomUUID() }, { verb: 'claim', task: randomUUID(), key: randomUUID(), ifMatch: '*' }] });
  if (bulk['refused'] !== 1 && queue.length > 0) throw new Error(JSON.stringify(bulk));
  await o.must(WHO.clerk, 'POST', '/registers/TU-de-an/void', { reason: 'Bỏ số (MẪU)' });
}
