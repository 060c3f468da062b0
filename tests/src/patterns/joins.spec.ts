import { draftTo, END, PatternOffice, REFUSED_END, STANDING, WHO, type PatternDossier } from './pattern-office.ts';

/** Three branches beside each other, whose join is the test's, and a step after it. */
const three = (join: string, rest: 'cancel' | 'finish'): string => `${draftTo('song-song')}  song-song: { kind: parallel, branches: { a: { steps: [ban-a] }, b: { steps: [ban-b] }, c: { steps: [y-kien] } }, join: ${join}, rest: ${rest}, next: { completed: tong-hop } }
  ban-a: { kind: review, who: { headOf: leadUnit }, next: { approved: join, returned: soan-thao } }
  ban-b: { kind: review, who: { headOf: issuing }, next: { approved: join, returned: soan-thao } }
  y-kien: { kind: consult, each: { units: cooperating }, next: { completed: join } }
  tong-hop: { kind: appraise, who: { unit: appraising }, next: { approved: xong, conditional: soan-thao, returned: soan-thao } }
${END}`;

describe('Mẫu nhập nhánh một phần · patterns of partial joins', () => {
  let office: PatternOffice;
  beforeAll(async () => { office = await PatternOffice.open('nhap'); }, 60_000);

  const submitted = async (join: string, rest: 'cancel' | 'finish'): Promise<PatternDossier> => {
    const d = await office.dossier('soan-thao', three(join, rest), { item: { cooperating: ['STC'] } });
    await d.submit();
    await d.standsAt('song-song', 'ban-a', 'ban-b', 'y-kien');
    return d;
  };
  const opinions = async (d: PatternDossier): Promise<string[]> => (await d.read()).decisions.map((o) => `${o.path} ${o.outcome}`);

  test('WCP-09 nhánh về đầu tiên cho đi tiếp; nhánh về sau vẫn được ghi, không chuyển gì nữa · the first branch to come in leads on, later ones are recorded and move nothing', async () => {
    const d = await submitted('any', 'finish');
    await d.decide('ban-b', WHO.officeHead, 'approved');
    await d.standsAt('tong-hop', 'ban-a', 'y-kien');
    await d.decide('y-kien', WHO.askedHead, 'object', { reason: 'Chưa rõ nguồn kinh phí' });
    await d.decide('ban-a', WHO.head, 'approved');
    await d.standsAt('tong-hop');
    expect(await opinions(d)).toEqual(['ban-b approved', 'y-kien object', 'ban-a approved']);
    expect(await d.activations('tong-hop')).toHaveLength(1);
  });

  test('WCP-30 hai trong ba nhánh là đủ, nhánh thứ ba làm nốt mà không chuyển gì · two branches of three lead on, the third is finished and moves nothing', async () => {
    const d = await submitted('{ atLeast: 2 }', 'finish');
    await d.decide('ban-a', WHO.head, 'approved');
    await d.standsAt('song-song', 'ban-b', 'y-kien');
    await d.decide('y-kien', WHO.askedHead, 'consent');
    await d.standsAt('tong-hop', 'ban-b');
    await d.decide('ban-b', WHO.officeHead, 'approved');
    await d.standsAt('tong-hop');
    expect(await opinions(d)).toEqual(['ban-a approved', 'y-kien consent', 'ban-b approved']);
    expect(await d.activations('tong-hop')).toHaveLength(1);
  });

  test('WCP-32 hai trong ba nhánh là đủ, nhánh thứ ba bị hủy · two branches of three lead on, the third is cancelled', async () => {
    const d = await submitted('{ atLeast: 2 }', 'cancel');
    const third = await d.task('ban-b', WHO.officeHead);
    await d.decide('ban-a', WHO.head, 'approved');
    await d.standsAt('song-song', 'ban-b', 'y-kien');
    await d.decide('y-kien', WHO.askedHead, 'consent');
    await d.standsAt('tong-hop');
    expect((await d.activations('ban-b')).map((s) => s.state)).toEqual(['cancelled']);
    expect((await d.notIn(third, WHO.officeHead, 'decision', { outcome: 'approved' })).code).toBe('TASK_CLOSED');
  });

  test('WCP-29 nhánh về đầu tiên cho đi tiếp và hủy các nhánh còn lại · the first branch to come in cancels the others', async () => {
    const d = await submitted('any', 'cancel');
    const others = [await d.task('ban-a', WHO.head), await d.task('ban-b', WHO.officeHead)] as const;
    await d.decide('y-kien', WHO.askedHead, 'consent');
    await d.standsAt('tong-hop');
    expect((await d.tasksAt('ban-a')).concat(await d.tasksAt('ban-b')).map((t) => t.state)).toEqual(['cancelled', 'cancelled']);
    expect((await d.notIn(others[0], WHO.head, 'decision', { outcome: 'approved' })).code).toBe('TASK_CLOSED');
    expect((await d.notIn(others[1], WHO.officeHead, 'decision', { outcome: 'approved' })).code).toBe('TASK_CLOSED');
  });

  test('WCP-29 ai trong Thường trực duyệt trước thì xong, người sau được báo ai đã quyết · whoever decides first decides, the next is told who did', async () => {
    const d = await office.dossier('soan-thao', `${draftTo('cho-y-kien')}  cho-y-kien: { kind: approve, who: { body: standing }, rule: any, next: { approved: xong, rejected: khong, returned: soan-thao } }\n${END}${REFUSED_END}`);
    await d.submit();
    const task = await d.task('cho-y-kien');
    expect(task.candidates.map((c) => c.person).sort()).toEqual([...STANDING]);
    await d.decide('cho-y-kien', STANDING[3], 'approved');
    expect(await d.notIn(task, STANDING[1], 'decision', { outcome: 'rejected', reason: 'Chưa chín' })).toMatchObject({ code: 'TASK_CLOSED', details: { by: STANDING[3], outcome: 'approved' } });
    expect(await d.ended()).toBe('done');
  });

  const NESTED = `${draftTo('ngoai')}  ngoai: { kind: parallel, branches: { chuyen-mon: { steps: [trong, chot] }, phoi-hop: { steps: [y-kien] } }, join: all, next: { completed: tong-hop } }
  trong: { kind: parallel, branches: { a: { steps: [noi-dung], if: "case.content" }, b: { steps: [the-thuc], if: "case.form" }, c: { steps: [phap-ly], if: "case.legal" } }, join: all, next: { completed: chot } }
  noi-dung: { kind: review, who: { headOf: leadUnit }, next: { approved: join, returned: soan-thao } }
  the-thuc: { kind: review, who: { headOf: issuing }, next: { approved: join, returned: soan-thao } }
  phap-ly: { kind: review, who: { body: standing }, next: { approved: join, returned: soan-thao } }
  chot: { kind: appraise, who: { unit: appraising }, next: { approved: join, conditional: join, returned: soan-thao } }
  y-kien: { kind: consult, each: { units: cooperating }, next: { completed: join } }
  tong-hop: { kind: review, who: { headOf: leadUnit }, next: { approved: xong, returned: soan-thao } }
${END}`;

  test('WCP-37 nhánh chọn theo điều kiện nhập tại chỗ, không đợi nhánh ở ngoài · branches chosen by condition join where they split, whatever is open around them', async () => {
    const d = await office.dossier('soan-thao', NESTED, { head: 'fields: { content: boolean, form: boolean, legal: boolean }\n', fields: { content: true, form: true, legal: false }, item: { cooperating: ['STC'] } });
    await d.submit();
    await d.standsAt('ngoai', 'trong', 'noi-dung', 'the-thuc', 'y-kien');
    await d.decide('the-thuc', WHO.officeHead, 'approved');
    await d.standsAt('ngoai', 'trong', 'noi-dung', 'y-kien');
    await d.decide('noi-dung', WHO.head, 'approved');
    await d.standsAt('ngoai', 'chot', 'y-kien');
    await d.decide('chot', WHO.officeDeputy, 'approved');
    await d.standsAt('ngoai', 'y-kien');
    await d.decide('y-kien', WHO.askedHead, 'consent');
    await d.standsAt('tong-hop');
    expect(await d.activations('phap-ly')).toEqual([]);
  });
});
