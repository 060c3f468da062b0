import { resume, suspend } from '@totrinh/casework';
import { LedgerDossier, driveTo } from '../house/ledger-dossier.ts';
import { LedgerHouse, must } from '../house/ledger-house.ts';
import { eventually } from '../house/eventually.ts';
import { dayComes, newUnit } from './pattern-directory.ts';
import { draftTo, END, PatternOffice, REFUSED_END, WHO, type Opening, type PatternDossier } from './pattern-office.ts';

const HEAD = 'vnc-head';
const DEPUTY = 'vnc-deputy';
const OFFICER = 'vnc-drafter';
const APPROVED = { outcome: 'approved' };
const LATER = '2099-12-31';

const headReview = (more = ''): string => `${draftTo('ra-soat')}  ra-soat: { kind: review, who: { headOf: leadUnit }${more}, next: { approved: xong, returned: soan-thao } }\n${END}`;
const unitReview = `${draftTo('ra-soat')}  ra-soat: { kind: review, who: { unit: appraising }, next: { approved: xong, returned: soan-thao } }\n${END}`;

describe('Mẫu chuyển, trả, dừng và làm lại việc · patterns of handing on, putting back, pausing and redoing work', () => {
  let office: PatternOffice;
  let unit: string;
  beforeAll(async () => {
    office = await PatternOffice.open('chuyen-viec');
    unit = await newUnit({ head: [HEAD], deputy: [DEPUTY], drafter: [OFFICER] });
  }, 60_000);

  const opened = async (steps: string, given: Opening = {}): Promise<PatternDossier> => {
    const d = await office.dossier('soan-thao', steps, { ...given, item: { appraisingUnit: unit, ...given.item } });
    await d.submit();
    return d;
  };
  const stepId = async (d: PatternDossier, path: string): Promise<string> => (await d.activations(path)).at(-1)!.id;
  const today = async (): Promise<string> => String((await office.must(WHO.admin, 'GET', '/me'))['today']);

  test('WRP-27 đi vắng thì người được cử xử lý thay, ghi rõ thay ai; hết vắng thì thôi · while somebody is away their substitute acts in their stead, on record as such, and no longer', async () => {
    const own = `${draftTo('ra-soat')}  ra-soat: { kind: review, who: { headOf: appraising }, next: { approved: ket-thuc, returned: soan-thao } }
  ket-thuc: { kind: review, who: { headOf: appraising }, next: { approved: xong, returned: soan-thao } }
${END}`;
    const d = await opened(own);
    expect((await d.notAct('ra-soat', OFFICER, 'decision', APPROVED)).code).toBe('TASK_NOT_FOUND');
    const day = await today();
    const { absence } = await office.must(HEAD, 'POST', '/absences', { substitute: OFFICER, from: day, to: LATER });
    try {
      expect(await d.waitingFor(OFFICER)).toMatchObject([{ step: { path: 'ra-soat' }, inSteadOf: { person: HEAD } }]);
      await d.decide('ra-soat', OFFICER, 'approved');
    } finally {
      await office.must(HEAD, 'POST', `/absences/${String(absence)}/end`, {});
    }
    expect((await d.read()).decisions).toMatchObject([{ path: 'ra-soat', actor: { person: OFFICER }, principal: { person: HEAD }, inStead: absence }]);
    expect(await d.waitingFor(OFFICER)).toEqual([]);
    expect((await d.notAct('ket-thuc', OFFICER, 'decision', APPROVED)).code).toBe('TASK_NOT_FOUND');
    await d.decide('ket-thuc', HEAD, 'approved');
    expect(await d.ended()).toBe('done');
  });

  test('WRP-27 thủ trưởng giao việc của mình cho chuyên viên trả lời · a head gives the unit’s task to an officer who may answer it', async () => {
    const d = await opened(unitReview);
    expect((await d.notAct('ra-soat', OFFICER, 'decision', APPROVED)).code).toBe('TASK_NOT_FOUND');
    await d.act('ra-soat', HEAD, 'assign', { person: OFFICER, mayAnswer: true });
    await d.decide('ra-soat', OFFICER, 'approved');
    expect(await d.ended()).toBe('done');
    expect((await d.read()).decisions).toMatchObject([{ actor: { person: OFFICER }, principal: { person: OFFICER } }]);
  });

  test('WRP-28 quá hạn thì ghi nhận và báo, hồ sơ không tự qua bước; còn hạn thì không · what is overdue is said so, on record, and is not decided by it', async () => {
    const steps = headReview(', due: { by: item }');
    const late = await opened(steps, { item: { deadlineOn: '2022-01-31' } });
    const early = await opened(steps, { item: { deadlineOn: LATER } });
    const passed = await eventually('the clock has said that it is overdue', async () => (await late.history()).find((e) => e.type === 'deadline.passed'), { withinMs: 60_000 });
    expect(passed).toMatchObject({ by: 'system', act: null, data: { step: await stepId(late, 'ra-soat'), kind: 'overdue' } });
    await late.standsAt('ra-soat');
    expect((await late.read()).decisions).toEqual([]);
    expect(await early.events()).not.toContain('deadline.passed');
    await late.decide('ra-soat', WHO.head, 'approved');
    expect(await late.ended()).toBe('done');
  });

  test('WRP-29 trả việc đã nhận về nơi chờ nhận: người khác nhận được; ai không giữ thì không trả · a claimed task is put back, and another one may take it', async () => {
    const d = await opened(unitReview);
    await d.act('ra-soat', HEAD, 'claim');
    expect((await d.notAct('ra-soat', DEPUTY, 'claim')).code).toBe('TASK_HELD_BY_OTHER');
    expect((await d.notAct('ra-soat', DEPUTY, 'release')).code).toBe('TASK_HELD_BY_OTHER');
    await d.act('ra-soat', HEAD, 'release');
    expect(await d.holderAt('ra-soat')).toBeNull();
    await d.act('ra-soat', DEPUTY, 'claim');
    expect((await d.notAct('ra-soat', HEAD, 'decision', APPROVED)).code).toBe('TASK_HELD_BY_OTHER');
    await d.decide('ra-soat', DEPUTY, 'approved');
    expect(await d.ended()).toBe('done');
  });

  test('WRP-30 chuyển việc thì dự thảo ý kiến đã chuẩn bị đi theo · a task that is handed on keeps the opinion that was prepared in it', async () => {
    const d = await opened(unitReview);
    await d.act('ra-soat', HEAD, 'assign', { person: OFFICER });
    await d.act('ra-soat', OFFICER, 'prepare', { outcome: 'approved', text: 'Đề nghị đồng ý, MẪU' });
    await d.act('ra-soat', HEAD, 'claim');
    await d.act('ra-soat', HEAD, 'transfer', { person: DEPUTY });
    const task = await d.task('ra-soat');
    expect(task.holder?.person).toBe(DEPUTY);
    const prepared = (await office.must(DEPUTY, 'GET', `/dossiers/${d.id}/events?limit=200`))['items'] as { type: string; data: Record<string, unknown>; words: Record<string, string> }[];
    expect(prepared.find((e) => e.type === 'task.prepared')).toMatchObject({ data: { task: task.id, by: OFFICER, outcome: 'approved' }, words: { text: 'Đề nghị đồng ý, MẪU' } });
    await d.decide('ra-soat', DEPUTY, 'approved');
    expect(await d.ended()).toBe('done');
  });

  test('WRP-31 chuyển khi chưa làm gì: người mới nhận một việc như mới, người cũ thôi · handed on with nothing prepared, the task begins anew with whoever gets it', async () => {
    const d = await opened(unitReview);
    await d.act('ra-soat', HEAD, 'assign', { person: OFFICER });
    expect(await d.task('ra-soat')).toMatchObject({ officer: { person: OFFICER }, holder: { person: OFFICER } });
    await d.act('ra-soat', HEAD, 'transfer', { person: DEPUTY });
    expect(await d.task('ra-soat')).toMatchObject({ officer: null, holder: { person: DEPUTY } });
    for (const person of [HEAD, OFFICER]) expect(await d.waitingFor(person)).toEqual([]);
    expect((await d.notAct('ra-soat', OFFICER, 'prepare', { outcome: 'approved', text: 'Muộn rồi' })).code).toBe('TASK_NOT_HELD');
    expect((await d.notAct('ra-soat', HEAD, 'decision', APPROVED)).code).toBe('TASK_NOT_FOUND');
    expect((await d.notAct('ra-soat', DEPUTY, 'transfer', { person: 'stc-head' })).code).toBe('NOT_OF_UNIT');
    expect(await d.events()).not.toContain('task.prepared');
  });

  test('WRP-32 tạm dừng: không ai trả lời được, ngày đã tới cũng không khép bước; tiếp tục thì cả hai có hiệu lực lại · while a dossier is suspended nobody acts and its terms stand still; both hold again once it goes on', async () => {
    const d = await opened(`${draftTo('y-kien')}  y-kien: { kind: consult, each: { units: cooperating }, due: { by: item }, next: { completed: tong-hop } }
  tong-hop: { kind: review, who: { headOf: leadUnit }, next: { approved: xong, returned: soan-thao } }
${END}`, { item: { deadlineOn: LATER } });
    const due = (await d.activations('y-kien'))[0]!.dueAt;
    const pause = { until: '2099-01-31', reason: 'Chờ ý kiến Trung ương' };
    expect((await d.notDoes(WHO.drafter, 'suspend', pause)).code).toBe('NOT_ALLOWED');
    await d.does(WHO.head, 'suspend', pause);
    expect(await d.notAct('y-kien', WHO.askedHead, 'answer', { outcome: 'consent' })).toMatchObject({ code: 'DOSSIER_SUSPENDED', details: { until: pause.until } });
    await dayComes(d.id, 'y-kien');
    // Whoever acts applies what time has done: nothing.
    await office.must(WHO.drafter, 'POST', `/dossiers/${d.id}/comments`, { text: 'Vẫn đang chờ' });
    await d.standsAt('y-kien');
    await d.does(WHO.head, 'resume', { reason: 'Đã có ý kiến' });
    await d.standsAt('y-kien');
    expect((await d.activations('y-kien'))[0]!.dueAt).toBe(due);
    await d.decide('y-kien', WHO.askedHead, 'consent');
    await dayComes(d.id, 'y-kien');
    await office.must(WHO.drafter, 'POST', `/dossiers/${d.id}/comments`, { text: 'Đã hết hạn' });
    await d.standsAt('tong-hop');
  });

  test('WRP-32 hạn lùi đúng bằng số ngày tạm dừng (đồng hồ của phép thử) · a term moves by exactly the days of the pause, on a clock that a test can put on', async () => {
    const house = await LedgerHouse.open();
    try {
      const d = await driveTo(await LedgerDossier.open(house), 'duyet-noi-dung');
      const due = async (): Promise<number> => (await house.look<{ at: Date }>(`select due_at as at from totrinh.step where dossier_id = $1 and state = 'open'`, [d.id]))[0]!.at.getTime();
      const before = await due();
      must(await suspend(house.desk, { dossier: d.id, until: '2022-08-31', reason: 'MẪU' }, house.request('btctu-truong')));
      // A whole week, so that no day off moves the end on.
      house.clock.pass(7 * 86_400_000);
      must(await resume(house.desk, { dossier: d.id, reason: null }, house.request('btctu-truong')));
      expect((await due()) - before).toBe(7 * 86_400_000);
    } finally {
      await house.close();
    }
  });

  test('WRP-33 bỏ qua một bước cần hai người và lý do; phê duyệt thì không bỏ qua được · a step is skipped by two people with a reason, an approval never', async () => {
    const d = await opened(`${draftTo('tham-dinh')}  tham-dinh: { kind: appraise, who: { unit: appraising }, next: { approved: duyet, conditional: duyet, returned: soan-thao } }
  duyet: { kind: approve, who: { headOf: leadUnit }, rule: any, next: { approved: xong, rejected: khong, returned: soan-thao } }
${END}${REFUSED_END}`);
    const step = await stepId(d, 'tham-dinh');
    expect((await d.notDoes(WHO.officeHead, 'skip', { step })).code).toBe('REASON_REQUIRED');
    expect((await d.notDoes(HEAD, 'skip', { step, reason: 'Gấp' })).code).toBe('NOT_ALLOWED');
    await d.does(WHO.officeHead, 'skip', { step, reason: 'Đã thẩm định tại hội nghị' });
    await d.standsAt('tham-dinh');
    const proposal = (await d.read()).proposals[0]!.id;
    expect((await d.notDoes(WHO.officeHead, `proposals/${proposal}/confirm`)).code).toBe('SAME_PERSON');
    await d.does(WHO.officeDeputy, `proposals/${proposal}/confirm`);
    await d.standsAt('duyet');
    expect((await d.read()).decisions).toEqual([]);
    expect((await d.history()).find((e) => e.type === 'step.skipped')?.data).toMatchObject({ step, proposedBy: WHO.officeHead, confirmedBy: WHO.officeDeputy });
    expect((await d.notDoes(WHO.officeHead, 'skip', { step: await stepId(d, 'duyet'), reason: 'Gấp' })).code).toBe('STEP_CANNOT_BE_SKIPPED');
  });

  test('WRP-34 thẩm định lại trên cùng nội dung, cùng vòng; soạn thảo thì không làm lại bằng cách này · an appraisal is done again on the same content, in the same round', async () => {
    const d = await opened(`${draftTo('tham-dinh')}  tham-dinh: { kind: appraise, who: { unit: appraising }, next: { approved: duyet, conditional: duyet, returned: soan-thao } }
  duyet: { kind: review, who: { headOf: leadUnit }, next: { approved: xong, returned: soan-thao } }
${END}`);
    await d.decide('tham-dinh', DEPUTY, 'approved');
    const { manifest, round } = await d.read();
    const step = await stepId(d, 'duyet');
    expect(await d.notDoes(WHO.head, 'redo', { step, to: 'soan-thao', reason: 'Viết lại' })).toMatchObject({ code: 'RETURN_TARGET_NOT_LEGAL', details: { legal: ['tham-dinh'] } });
    expect((await d.notDoes(WHO.drafter, 'redo', { step, to: 'tham-dinh', reason: 'Sót' })).code).toBe('NOT_ALLOWED');
    await d.does(WHO.head, 'redo', { step, to: 'tham-dinh', reason: 'Chưa xét nguồn vốn' });
    await d.standsAt('tham-dinh');
    expect(await d.read()).toMatchObject({ manifest, round });
    expect((await d.activations('tham-dinh')).map((s) => s.outcome)).toEqual(['approved', null]);
    expect(await d.holderAt('tham-dinh')).toBe(DEPUTY);
    await d.decide('tham-dinh', DEPUTY, 'conditional', { reason: 'Cân đối thêm nguồn' });
    await d.standsAt('duyet');
  });
});
