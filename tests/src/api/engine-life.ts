import { randomUUID } from 'node:crypto';
import { END, REFUSED_END, WHO, draftTo, type PatternOffice } from '../patterns/pattern-office.ts';
import { judge } from './contract.ts';

const SIGNER = 'ban-thuong-vu-01';

const LIFE = `${draftTo('kiem-tra')}  kiem-tra: { kind: review, who: { headOf: leadUnit }, initials: content, due: { days: 3 }, next: { approved: y-kien, returned: soan-thao } }
  y-kien: { kind: consult, each: { units: cooperating }, due: { days: 7 }, next: { completed: tiep-thu } }
  tiep-thu: { kind: draft, who: { person: drafter }, needs: { responses: all }, next: { completed: bieu-quyet } }
  bieu-quyet: { kind: vote, mode: meeting, roster: { body: authority }, rule: { base: members, approve: "> 1/2" }, record: { post: form-checker, of: issuing }, next: { approved: ky, approvedSubjectTo: hoan-thien, rejected: khong, lapsed: tiep-thu } }
  hoan-thien: { kind: finish, who: { headOf: leadUnit }, confirm: { signers: authority }, next: { confirmed: ky, returned: bieu-quyet } }
  ky: { kind: sign, who: { signers: authority }, next: { signed: ban-hanh, returned: tiep-thu } }
  ban-hanh: { kind: issue, register: from item, who: { post: clerk, of: issuing }, completes: item, next: { issued: theo-doi } }
  theo-doi: { kind: track, who: { headOf: leadUnit }, milestones: [da-trien-khai], next: { completed: xong } }
${END}${REFUSED_END}`;

type Json = Record<string, unknown>;

/** A dossier through everything that a dossier usually meets: initials, a unit's inner life, responses, a meeting, finishing, follow-up. Answers its id. */
export async function engineLife(o: PatternOffice): Promise<string> {
  const d = await o.dossier('soan-thao', LIFE);
  await d.submit();
  await d.act('kiem-tra', WHO.drafter, 'nudge');
  const asked = await d.act('kiem-tra', WHO.head, 'extend', { until: '2099-01-01', reason: 'Cần thêm thời gian (MẪU)' });
  await d.does(WHO.officeHead, `proposals/${idIn(asked, 'proposal')}/decline`, { reason: 'Đã đủ thời gian (MẪU)' });
  await d.does(WHO.drafter, 'ask', { person: WHO.officeDeputy, text: 'Xin thêm ý kiến (MẪU)' });
  await d.act('kiem-tra', WHO.head, 'transfer', { person: WHO.deputy });
  await d.act('kiem-tra', WHO.deputy, 'initial');
  await consulted(o, d);
  await d.does(WHO.head, 'suspend', { until: '2099-01-01', reason: 'Chờ văn bản cấp trên (MẪU)' });
  await d.does(WHO.head, 'resume', {});
  const opinions = (await d.read(WHO.drafter)).opinions.filter((row) => row.mustAnswer);
  for (const { decision } of opinions) await d.does(WHO.drafter, 'respond', { decision, verdict: 'partly', reason: 'Tiếp thu một phần (MẪU)' });
  await d.attach('du-thao', `Dự thảo MẪU lần hai ${d.id}`);
  await d.does(WHO.drafter, 'submit');
  await decidedInMeeting(o, d);
  const { demands } = await d.read(WHO.head);
  for (const { id } of demands) await d.does(WHO.head, 'answer-demand', { demand: id, text: 'Đã bổ sung (MẪU)' });
  await d.attach('du-thao', `Dự thảo MẪU hoàn thiện ${d.id}`, WHO.head);
  await d.act('hoan-thien', WHO.head, 'finish');
  await d.act('hoan-thien', SIGNER, 'confirm', { outcome: 'confirmed' });
  await d.act('ky', SIGNER, 'claim');
  await d.act('ky', SIGNER, 'sign');
  await d.act('ban-hanh', WHO.clerk, 'issue');
  await d.act('theo-doi', WHO.head, 'reach', { milestone: 'da-trien-khai' });
  await d.does(WHO.head, 'withdraw', { how: 'correct', reason: 'Đính chính (MẪU)' });
  return d.id;
}

type Dossier = Awaited<ReturnType<PatternOffice['dossier']>>;

/** A unit answers through its clerk, head and officer; another one is taken back; the third answers on paper. */
async function consulted(o: PatternOffice, d: Dossier): Promise<void> {
  await d.act('y-kien', WHO.askedClerk, 'register', { number: '15/đến' });
  await d.act('y-kien', WHO.askedHead, 'assign', { person: WHO.askedDrafter });
  await d.act('y-kien', WHO.askedDrafter, 'prepare', { outcome: 'object', text: 'Dự thảo trả lời (MẪU)' });
  await d.act('y-kien', WHO.askedHead, 'answer', { outcome: 'object', reason: 'Đề nghị làm rõ nguồn lực (MẪU)' });
  const step = (await d.activations('y-kien'))[0]!.id;
  await d.does(WHO.drafter, 'add-participant', { step, unit: 'VPTU' });
  const added = (await d.tasksAt('y-kien')).find((t) => t.unit?.id === 'VPTU')!;
  await d.does(WHO.drafter, 'remove-participant', { task: added.id, reason: 'Không còn cần hỏi (MẪU)' });
  const read = await d.read();
  const task = read.tasks.find((t) => t.path === 'y-kien' && t.unit?.id === 'BTGTU')!;
  const paper = { principal: WHO.otherHead, outcome: 'consent', document: read.documents[0]!.id, on: '2021-01-01', number: '12-CV', signatory: 'Trưởng Ban MẪU' };
  await o.must(WHO.checker, 'POST', `/tasks/${task.id}/record`, paper, { 'If-Match': task.etag });
  await d.standsAt('tiep-thu');
}

/** The vote is put off once, decided in the next meeting with a demand, confirmed by a second person. */
async function decidedInMeeting(o: PatternOffice, d: Dossier): Promise<void> {
  const vote = (await d.settled()).steps.find((s) => s.path === 'bieu-quyet')!;
  const meeting = async (title: string): Promise<string> => String((await o.must(WHO.checker, 'POST', '/meetings', { body: 'ban-thuong-vu', on: '2022-07-13', title, place: 'Phòng họp MẪU' }))['meeting']);
  const [first, second] = [await meeting('Phiên họp MẪU 1'), await meeting('Phiên họp MẪU 2')];
  await d.does(WHO.checker, 'place-on-agenda', { meeting: first, step: vote.id });
  await d.does(WHO.checker, 'put-off', { meeting: first, step: vote.id, to: second, reason: 'Hoãn (MẪU)' });
  await o.must(WHO.checker, 'POST', `/meetings/${second}/agenda-order`, { steps: [vote.id] });
  await o.must(WHO.checker, 'POST', `/meetings/${second}/papers-sent`, {});
  await paperOf(o, second);
  const members = vote.roster!.map((m, i) => ({ person: m.person, present: i < 10 }));
  await o.must(WHO.checker, 'POST', `/meetings/${second}/attendance`, { members });
  const counts = { present: 10, yes: 10, no: 0, other: 0, abstain: 0, meeting: second, demands: ['Bổ sung dự toán (MẪU)'] };
  const entered = await d.act('bieu-quyet', WHO.checker, 'record-result', counts);
  await d.does(WHO.officeHead, `proposals/${idIn(entered, 'proposal')}/confirm`, {});
  const reserving = (await d.tasksAt('bieu-quyet'))[0]!;
  await o.must(SIGNER, 'POST', `/tasks/${reserving.id}/reserve`, { text: 'Bảo lưu (MẪU)' }, { 'If-Match': '*' });
  await o.must(WHO.checker, 'POST', `/meetings/${second}/conclusion`, { text: 'Kết luận MẪU', assignments: [{ unit: 'BTCTU', text: 'Triển khai (MẪU)', dueOn: '2099-01-01', dossier: d.id }] });
  const given = async (person: string): Promise<{ id: string; allowedActions: { verb: string; because: string | null }[] }> => ((await o.must(person, 'GET', `/meetings/${second}`))['assignments'] as never[])[0]!;
  const saidOf = async (person: string): Promise<unknown> => (await given(person)).allowedActions.map((a) => [a.verb, a.because]);
  expect([await saidOf(WHO.head), await saidOf(WHO.otherHead)]).toEqual([[['finishAssignment', null]], [['finishAssignment', 'NOT_ALLOWED']]]);
  await o.must(WHO.head, 'POST', `/assignments/${(await given(WHO.head)).id}/done`, {});
  expect(await saidOf(WHO.head)).toEqual([]);
  await o.must(WHO.head, 'GET', '/meetings?body=ban-thuong-vu');
  await d.standsAt('hoan-thien');
}

/** Attaches the minutes as a browser would. */
async function paperOf(o: PatternOffice, meeting: string): Promise<void> {
  const form = new FormData();
  form.append('kind', 'minutes');
  form.append('name', 'Biên bản MẪU.txt');
  form.append('file', new Blob(['Biên bản MẪU']), 'file');
  const url = `${o.api.baseUrl}/api/v1/meetings/${meeting}/papers`;
  const response = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${await o.api.token(WHO.checker)}`, 'idempotency-key': randomUUID() }, body: form });
  await judge('POST', url, response);
  if (response.status !== 200) throw new Error(await response.text());
}

export function idIn(answer: Json, name: string): string {
  const id = (answer['ids'] as Record<string, string>)[name];
  if (id === undefined) throw new Error(`no ${name} in ${JSON.stringify(answer['ids'])}`);
  return id;
}
