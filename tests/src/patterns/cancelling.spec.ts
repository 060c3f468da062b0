import { draftTo, END, PatternOffice, REFUSED_END, STANDING, WHO, type PatternDossier } from './pattern-office.ts';

const CONSULT = `${draftTo('y-kien')}  y-kien: { kind: consult, each: { units: cooperating }, next: { completed: tong-hop } }
  tong-hop: { kind: review, who: { headOf: leadUnit }, next: { approved: xong, returned: soan-thao } }
${END}`;

/** A consultation and the head's own review beside each other; the review may return or refuse. */
const beside = (join: string): string => `${draftTo('song-song')}  song-song: { kind: parallel, branches: { a: { steps: [y-kien] }, b: { steps: [ra-soat] } }, join: ${join}, rest: finish, next: { completed: tong-hop } }
  y-kien: { kind: consult, each: { units: cooperating }, next: { completed: join } }
  ra-soat: { kind: review, who: { headOf: leadUnit }, next: { approved: join, returned: soan-thao, rejected: khong } }
  tong-hop: { kind: review, who: { headOf: issuing }, next: { approved: xong, returned: soan-thao, rejected: khong } }
${END}${REFUSED_END}`;

describe('Mẫu hủy và kết thúc · patterns of cancelling and ending', () => {
  let office: PatternOffice;
  beforeAll(async () => { office = await PatternOffice.open('huy'); }, 60_000);

  const submitted = async (steps: string): Promise<PatternDossier> => {
    const d = await office.dossier('soan-thao', steps);
    await d.submit();
    return d;
  };
  const stepId = async (d: PatternDossier, path: string): Promise<string> => (await d.activations(path)).at(-1)!.id;
  const openTasks = async (d: PatternDossier): Promise<string[]> => (await d.read()).tasks.filter((t) => t.state === 'open').map((t) => t.path);
  const settling = async (d: PatternDossier, step: string): Promise<Readonly<Record<string, unknown>>> => (await d.history()).find((e) => e.type === 'step.settled' && e.data['step'] === step)!.data;

  test('WCP-11 hết việc thì hồ sơ tự kết thúc, không ai phải đóng; còn việc thì chưa · a dossier ends by itself with its last work, and not before', async () => {
    const d = await submitted(`${draftTo('song-song')}  song-song: { kind: parallel, branches: { a: { steps: [y-kien] }, b: { steps: [ra-soat] } }, join: all, next: { completed: xong } }
  y-kien: { kind: consult, each: { units: cooperating }, next: { completed: join } }
  ra-soat: { kind: review, who: { headOf: leadUnit }, next: { approved: join, returned: soan-thao } }
${END}`);
    await d.decide('ra-soat', WHO.head, 'approved');
    await d.decide('y-kien', WHO.askedHead, 'consent');
    expect((await d.read()).status).toBe('open');
    await d.decide('y-kien', WHO.otherHead, 'consent');
    expect(await d.ended()).toBe('done');
    expect((await d.history()).find((e) => e.type === 'dossier.ended')).toMatchObject({ by: 'system', act: null });
  });

  test('WCP-11 nhánh làm dở không giữ hồ sơ lại sau khi đã tới kết thúc: kết thúc theo điểm cuối của quy trình · a leftover branch does not keep the dossier open once the route has come to its end', async () => {
    const d = await submitted(beside('any'));
    await d.decide('ra-soat', WHO.head, 'approved');
    await d.standsAt('tong-hop', 'y-kien');
    const left = await d.task('y-kien', WHO.askedHead);
    await d.decide('tong-hop', WHO.officeHead, 'approved');
    expect(await d.ended()).toBe('done');
    expect(await openTasks(d)).toEqual([]);
    expect((await d.notIn(left, WHO.askedHead, 'answer', { outcome: 'consent' })).code).toBe('TASK_CLOSED');
  });

  test('WCP-43 kết thúc “không thông qua” hủy mọi việc còn mở · an end that refuses cancels everything still open', async () => {
    const d = await submitted(beside('any'));
    await d.decide('ra-soat', WHO.head, 'approved');
    await d.standsAt('tong-hop', 'y-kien');
    await d.decide('tong-hop', WHO.officeHead, 'rejected', { reason: 'Chưa đủ căn cứ' });
    expect(await d.ended()).toBe('rejected');
    expect((await d.tasksAt('y-kien')).map((t) => t.state)).toEqual(['cancelled', 'cancelled']);
    expect((await d.activations('y-kien')).map((s) => s.state)).toEqual(['cancelled']);
    expect((await d.notDoes(WHO.drafter, 'submit')).code).toBe('DOSSIER_CLOSED');
  });

  test('WCP-43 từ chối trong một nhánh cũng kết thúc cả hồ sơ · a refusal inside a branch ends the whole dossier too', async () => {
    const d = await submitted(beside('all'));
    await d.decide('y-kien', WHO.askedHead, 'consent');
    await d.decide('ra-soat', WHO.head, 'rejected', { reason: 'Không trình nữa' });
    expect(await d.ended()).toBe('rejected');
    expect((await d.tasksAt('y-kien')).map((t) => `${t.unit?.id ?? ''} ${t.state}`).sort()).toEqual(['BTGTU cancelled', 'STC done']);
    expect(await d.activations('tong-hop')).toEqual([]);
  });

  test('WCP-19 rút một nơi lấy ý kiến: chỉ việc ấy bị hủy, các nơi khác làm tiếp · one task is taken back, the others go on', async () => {
    const d = await submitted(CONSULT);
    const taken = await d.task('y-kien', WHO.otherHead);
    expect((await d.notDoes(WHO.drafter, 'remove-participant', { task: taken.id })).code).toBe('REASON_REQUIRED');
    await d.does(WHO.drafter, 'remove-participant', { task: taken.id, reason: 'Không liên quan' });
    expect((await d.tasksAt('y-kien')).map((t) => `${t.unit?.id ?? ''} ${t.state}`).sort()).toEqual(['BTGTU cancelled', 'STC open']);
    expect((await d.notIn(taken, WHO.otherHead, 'answer', { outcome: 'consent' })).code).toBe('TASK_CLOSED');
    await d.standsAt('y-kien');
    await d.decide('y-kien', WHO.askedHead, 'consent');
    await d.standsAt('tong-hop');
  });

  test('WCP-20 dừng hồ sơ: mọi nhánh dừng, không ai làm được gì nữa; chỉ đơn vị chủ trì dừng được · a dossier that is stopped stops in all its branches, by its lead unit only', async () => {
    const d = await submitted(beside('all'));
    await d.standsAt('song-song', 'y-kien', 'ra-soat');
    const task = await d.task('ra-soat', WHO.head);
    expect((await d.notDoes(WHO.askedHead, 'cancel', { reason: 'Không đồng ý' })).code).toBe('NOT_ALLOWED');
    await d.does(WHO.drafter, 'cancel', { reason: 'Cấp trên giao đơn vị khác' });
    expect(await d.ended()).toBe('cancelled');
    const { steps, tasks } = await d.read();
    expect(steps.filter((s) => s.path !== 'soan-thao').map((s) => `${s.path} ${s.state}`).sort()).toEqual(['ra-soat cancelled', 'song-song cancelled', 'y-kien cancelled']);
    expect(tasks.filter((t) => t.path !== 'soan-thao').map((t) => t.state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect((await d.notIn(task, WHO.head, 'decision', { outcome: 'approved' })).code).toBe('TASK_CLOSED');
  });

  test('WCP-25 trả lại từ một nhánh hủy cả vùng: các nơi đang lấy ý kiến không còn phải trả lời · a return from one branch cancels the whole region with its open consultation', async () => {
    const d = await submitted(beside('all'));
    const other = await d.task('y-kien', WHO.otherHead);
    await d.decide('y-kien', WHO.askedHead, 'consent');
    await d.decide('ra-soat', WHO.head, 'returned', { reason: 'Viết lại mục tiêu' });
    await d.standsAt('soan-thao');
    expect((await d.read()).round).toBe(2);
    expect((await d.read()).steps.map((s) => `${s.path} ${s.outcome ?? s.state}`)).toEqual(['soan-thao completed', 'song-song cancelled', 'y-kien cancelled', 'ra-soat returned', 'soan-thao open']);
    expect((await d.notIn(other, WHO.otherHead, 'answer', { outcome: 'consent' })).code).toBe('TASK_CLOSED');
    // What was said before stays readable.
    expect((await d.read()).decisions.map((o) => `${o.path} ${o.outcome}`)).toEqual(['y-kien consent', 'ra-soat returned']);
  });

  test('WCP-26 hủy một cuộc biểu quyết đang mở: phiếu đã bỏ không tính, không ai bỏ được nữa · a vote that is called off counts nothing and takes no more ballots', async () => {
    const d = await submitted(`${draftTo('bieu-quyet')}  bieu-quyet: { kind: vote, mode: electronic, roster: { body: standing }, rule: { base: members, approve: "> 1/2" }, due: { by: item }, next: { approved: xong, rejected: khong, lapsed: xem-lai } }
  xem-lai: { kind: review, who: { headOf: issuing }, next: { approved: bieu-quyet, returned: soan-thao } }
${END}${REFUSED_END}`);
    for (const person of STANDING.slice(0, 3)) await d.act('bieu-quyet', person, 'cast', { choice: 'yes' });
    const waiting = await d.task('bieu-quyet', STANDING[4]);
    const step = await stepId(d, 'bieu-quyet');
    await d.does(WHO.officeHead, 'call-off', { step, reason: 'Tài liệu gửi sai' });
    await d.standsAt('xem-lai');
    expect((await settling(d, step))['arithmetic']).toBeUndefined();
    expect((await d.events()).filter((type) => type === 'decision.voided')).toHaveLength(3);
    expect((await d.tasksAt('bieu-quyet')).map((t) => t.state).sort()).toEqual(['cancelled', 'cancelled', 'done', 'done', 'done']);
    expect((await d.notIn(waiting, STANDING[4], 'cast', { choice: 'yes' })).code).toBe('TASK_CLOSED');
  });

  test('WCP-27 kết thúc lấy ý kiến sớm: ý kiến đã có được giữ, nơi chưa trả lời được đếm riêng · a consultation that is closed early goes on with what came in', async () => {
    const d = await submitted(CONSULT);
    const late = await d.task('y-kien', WHO.otherHead);
    await d.decide('y-kien', WHO.askedHead, 'consent');
    await d.standsAt('y-kien');
    const step = await stepId(d, 'y-kien');
    await d.does(WHO.drafter, 'close-consult', { step, reason: 'Cần trình trong tuần' });
    await d.standsAt('tong-hop');
    expect((await settling(d, step))['arithmetic']).toMatchObject({ asked: 2, consent: 1, unanswered: 1, closed: 'early' });
    expect((await d.notIn(late, WHO.otherHead, 'answer', { outcome: 'consent' })).code).toBe('TASK_CLOSED');
  });
});
