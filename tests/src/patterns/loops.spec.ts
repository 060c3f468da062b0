import { draftTo, END, PatternOffice, REFUSED_END, STANDING, WHO } from './pattern-office.ts';

const LINE = `${draftTo('duyet')}  duyet: { kind: review, who: { headOf: leadUnit }, next: { approved: y-kien, returned: soan-thao } }
  y-kien: { kind: consult, each: { units: cooperating }, next: { completed: tham-dinh } }
  tham-dinh: { kind: appraise, who: { unit: appraising }, next: { approved: cho-y-kien, conditional: soan-thao, returned: soan-thao } }
  cho-y-kien: { kind: approve, who: { body: standing }, rule: any, next: { approved: xong, rejected: khong, returned: soan-thao } }
${END}${REFUSED_END}`;

describe('Mẫu vòng lặp · patterns of loops', () => {
  let office: PatternOffice;
  beforeAll(async () => { office = await PatternOffice.open('vong'); }, 60_000);

  test('WCP-10 trả lại về bất kỳ bước đã qua, không chỉ theo hướng của quy trình, nhưng không nhảy tới · a return goes to any step passed, also where no edge leads, and never forward', async () => {
    const d = await office.dossier('soan-thao', LINE, { item: { cooperating: ['STC'] } });
    await d.submit();
    await d.decide('duyet', WHO.head, 'approved');
    await d.decide('y-kien', WHO.askedHead, 'consent');
    // The office sends it back into the consultation, which leads on to the appraisal again.
    expect(await d.notAct('tham-dinh', WHO.officeDeputy, 'decision', { outcome: 'returned', to: 'cho-y-kien', reason: 'Đi trước' })).toMatchObject({ code: 'RETURN_TARGET_NOT_LEGAL', details: { legal: ['soan-thao', 'duyet', 'y-kien'] } });
    await d.decide('tham-dinh', WHO.officeDeputy, 'returned', { to: 'y-kien', reason: 'Hỏi lại Sở Tài chính' });
    await d.standsAt('y-kien');
    await d.decide('y-kien', WHO.askedHead, 'consent');
    await d.decide('tham-dinh', WHO.officeDeputy, 'approved');
    // The leaders send it two steps further back, into the middle of what was passed.
    await d.decide('cho-y-kien', STANDING[0], 'returned', { to: 'duyet', reason: 'Ban xem lại nội dung' });
    await d.standsAt('duyet');
    await d.decide('duyet', WHO.head, 'approved');
    await d.standsAt('y-kien');
    expect((await d.read()).steps.map((s) => `${s.path} ${s.round} ${s.outcome ?? s.state}`)).toEqual([
      'soan-thao 1 completed', 'duyet 1 approved', 'y-kien 1 completed', 'tham-dinh 1 returned',
      'y-kien 2 completed', 'tham-dinh 2 approved', 'cho-y-kien 2 returned', 'duyet 3 approved', 'y-kien 3 open',
    ]);
  });

  test('WCP-21 sửa rồi trình lại cho tới khi được duyệt; mỗi lần một vòng, một bản · revised and resubmitted until it is approved, each time in its own round and on its own text', async () => {
    const d = await office.dossier('soan-thao', `${draftTo('duyet')}  duyet: { kind: review, who: { headOf: leadUnit }, next: { approved: xong, returned: soan-thao } }\n${END}`);
    for (const round of [1, 2]) {
      await d.submit(`Dự thảo MẪU lần ${round}`);
      await d.decide('duyet', WHO.head, 'returned', { reason: `Sửa mục ${round}` });
      await d.standsAt('soan-thao');
    }
    await d.submit('Dự thảo MẪU lần 3');
    await d.decide('duyet', WHO.head, 'approved');
    expect(await d.ended()).toBe('done');
    const { steps, decisions } = await d.read();
    expect(steps.map((s) => `${s.path} ${s.round} ${s.outcome ?? ''}`)).toEqual([
      'soan-thao 1 completed', 'duyet 1 returned', 'soan-thao 2 completed', 'duyet 2 returned', 'soan-thao 3 completed', 'duyet 3 approved',
    ]);
    expect(new Set(decisions.map((o) => o.manifest)).size).toBe(3);
  });
});
