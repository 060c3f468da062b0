import { dayComes, leavesSeat, newBody, takesSeat } from './pattern-directory.ts';
import { draftTo, END, PatternOffice, REFUSED_END, STANDING, WHO, type PatternDossier } from './pattern-office.ts';

const CONSULT = (more = ''): string => `${draftTo('y-kien')}  y-kien: { kind: consult, each: { units: cooperating }${more}, next: { completed: tong-hop } }
  tong-hop: { kind: review, who: { headOf: leadUnit }, next: { approved: xong, returned: soan-thao } }
${END}`;
const VOTE = (roster: string, close: string): string => `${draftTo('bieu-quyet')}  bieu-quyet: { kind: vote, mode: electronic, roster: { body: ${roster} }, rule: { base: members, approve: "> 1/2", close: ${close} }, due: { by: item }, next: { approved: xong, rejected: khong, lapsed: soan-thao } }
${END}${REFUSED_END}`;
const DEPUTY = 'vpub-head';

describe('Mẫu nhiều việc cùng loại · patterns of many tasks of one kind', () => {
  let office: PatternOffice;
  beforeAll(async () => { office = await PatternOffice.open('nhieu-viec'); }, 60_000);

  const unitsAsked = async (d: PatternDossier): Promise<(string | undefined)[]> => (await d.tasksAt('y-kien')).map((t) => t.unit?.id).sort();
  const arithmetic = async (d: PatternDossier, path: string): Promise<unknown> => {
    const [{ id } = { id: '' }] = await d.activations(path);
    return (await d.history()).find((e) => e.type === 'step.settled' && e.data['step'] === id)?.data['arithmetic'];
  };

  test('WCP-12 gửi để biết: ai cũng nhận được, không ai phải làm gì, hồ sơ đi ngay · everybody named is told, nobody is waited for', async () => {
    const d = await office.dossier('soan-thao', `${draftTo('de-biet')}  de-biet: { kind: notify, to: [{ headOf: issuing }, { unit: appraising }, { body: standing }], message: { vi: Hồ sơ MẪU đã trình, en: A sample dossier was submitted }, next: { completed: duyet } }
  duyet: { kind: review, who: { headOf: leadUnit }, next: { approved: xong, returned: soan-thao } }
${END}`);
    await d.submit();
    await d.standsAt('duyet');
    for (const person of [WHO.officeHead, ...STANDING]) {
      const { items } = (await office.must(person, 'GET', '/notices?limit=200')) as { items: { kind: string; dossier: { id: string } | null }[] };
      expect(items.filter((n) => n.kind === 'notify' && n.dossier?.id === d.id)).toHaveLength(1);
    }
    expect(await d.tasksAt('de-biet')).toEqual([]);
    expect((await d.activations('de-biet')).map((s) => s.outcome)).toEqual(['completed']);
  });

  test('WCP-13 mọi thành viên của tập thể ghi trong quy trình phải duyệt, thiếu một người là chưa · all five seats that the route fixes have to approve, and four are not enough', async () => {
    const d = await office.dossier('soan-thao', `${draftTo('duyet')}  duyet: { kind: approve, who: { body: standing }, rule: all, next: { approved: xong, rejected: khong, returned: soan-thao } }\n${END}${REFUSED_END}`);
    await d.submit();
    await d.standsAt('duyet');
    expect((await d.tasksAt('duyet')).map((t) => t.candidates[0]?.person)).toEqual([...STANDING]);
    for (const person of STANDING.slice(0, -1)) await d.decide('duyet', person, 'approved');
    await d.standsAt('duyet');
    await d.decide('duyet', STANDING[4], 'approved');
    expect(await d.ended()).toBe('done');
  });

  test('WCP-14 danh sách lấy ý kiến theo từng nhiệm vụ, chốt khi bước mở, đợi đủ · whom to ask comes from the item when the step opens, and all of them are waited for', async () => {
    const route = await office.publish('soan-thao', CONSULT());
    const few = await office.open(route, { item: { cooperating: ['STC'] } });
    const many = await office.open(route, { item: { cooperating: ['STC', 'BTGTU', 'VPUB'] } });
    await few.submit();
    await many.submit();
    await few.standsAt('y-kien');
    await many.standsAt('y-kien');
    expect(await unitsAsked(few)).toEqual(['STC']);
    expect(await unitsAsked(many)).toEqual(['BTGTU', 'STC', 'VPUB']);
    for (const d of [few, many]) await d.decide('y-kien', WHO.askedHead, 'consent');
    await few.standsAt('tong-hop');
    await many.standsAt('y-kien');
    await many.decide('y-kien', WHO.otherHead, 'consent');
    await many.standsAt('y-kien');
    await many.decide('y-kien', DEPUTY, 'consent');
    await many.standsAt('tong-hop');
  });

  test('WCP-15 thêm nơi lấy ý kiến khi đang lấy; nơi thêm cũng được đợi; xong rồi thì thôi · one more is asked while the others answer, and is waited for too; not after it has ended', async () => {
    const d = await office.dossier('soan-thao', CONSULT());
    await d.submit();
    await d.decide('y-kien', WHO.askedHead, 'consent');
    const [step] = await d.activations('y-kien');
    await d.does(WHO.drafter, 'add-participant', { step: step!.id, unit: 'VPUB', reason: 'Liên quan Văn phòng Ủy ban nhân dân' });
    await d.decide('y-kien', WHO.otherHead, 'consent');
    await d.standsAt('y-kien');
    expect(await unitsAsked(d)).toEqual(['BTGTU', 'STC', 'VPUB']);
    await d.decide('y-kien', DEPUTY, 'other', { reason: 'Bổ sung số liệu' });
    await d.standsAt('tong-hop');
    expect((await d.notDoes(WHO.drafter, 'add-participant', { step: step!.id, unit: 'SNV' })).code).toBe('STEP_NOT_FOUND');
  });

  test('WCP-34 đã quá nửa thì kết quả định rồi, phiếu đến sau vẫn ghi và đếm cho tới hạn; hạn khép lại · once a majority is reached later ballots are still recorded and counted until the date, which closes the vote', async () => {
    const d = await office.dossier('soan-thao', VOTE('standing', 'atDue'));
    await d.submit();
    const last = await d.task('bieu-quyet', STANDING[4]);
    for (const person of STANDING.slice(0, 3)) await d.act('bieu-quyet', person, 'cast', { choice: 'yes' });
    await d.standsAt('bieu-quyet');
    await d.act('bieu-quyet', STANDING[3], 'cast', { choice: 'no' });
    await d.standsAt('bieu-quyet');
    await dayComes(d.id, 'bieu-quyet');
    expect(await d.ended()).toBe('done');
    expect(await arithmetic(d, 'bieu-quyet')).toMatchObject({ members: 5, yes: 3, no: 1, silent: 1, need: 3, outcome: 'approved' });
    expect((await d.notIn(last, STANDING[4], 'cast', { choice: 'no' })).code).toBe('STEP_CLOSED_BY_TIME');
  });

  test('WCP-34 cùng tập thể ấy mà khép sớm thì phiếu thứ ba kết thúc, phiếu thứ tư không nhận · where the rule closes early the third yes ends it and a fourth ballot is refused', async () => {
    const d = await office.dossier('soan-thao', VOTE('standing', 'early'));
    await d.submit();
    const fourth = await d.task('bieu-quyet', STANDING[3]);
    for (const person of STANDING.slice(0, 3)) await d.act('bieu-quyet', person, 'cast', { choice: 'yes' });
    expect(await d.ended()).toBe('done');
    expect((await d.notIn(fourth, STANDING[3], 'cast', { choice: 'no' })).code).toBe('TASK_CLOSED');
  });

  test('WCP-35 đủ hai ý kiến là thôi, nơi chưa trả lời được rút lại · two opinions are enough and the third is withdrawn', async () => {
    const d = await office.dossier('soan-thao', CONSULT(', enough: 2'), { item: { cooperating: ['STC', 'BTGTU', 'VPUB'] } });
    await d.submit();
    const third = await d.task('y-kien', DEPUTY);
    await d.decide('y-kien', WHO.askedHead, 'consent');
    await d.standsAt('y-kien');
    await d.decide('y-kien', WHO.otherHead, 'object', { reason: 'Trùng với đề án khác' });
    await d.standsAt('tong-hop');
    expect((await d.tasksAt('y-kien')).map((t) => `${t.unit?.id ?? ''} ${t.state}`).sort()).toEqual(['BTGTU done', 'STC done', 'VPUB cancelled']);
    expect((await d.notIn(third, DEPUTY, 'answer', { outcome: 'consent' })).code).toBe('TASK_CLOSED');
  });

  test('WCP-36 danh sách biểu quyết điều chỉnh theo người đương nhiệm khi đang bỏ phiếu; số cần đạt tính lại, phiếu của người đã thôi không tính · the roster follows the incumbents while people vote: the majority is counted anew and the ballot of who left is void', async () => {
    const body = await newBody('ubnd-10', 'ubnd-11', 'ubnd-12');
    const route = await office.publish('soan-thao', VOTE('hoi-dong', 'early'), `units: { appraising: from item, issuing: from item }\nbodies: { hoi-dong: ${body} }\n`);
    const d = await office.open(route);
    await d.submit();
    await d.act('bieu-quyet', 'ubnd-12', 'cast', { choice: 'yes' });
    const [step] = await d.activations('bieu-quyet');
    const document = (await d.read()).documents[0]!.id;
    const correct = { step: step!.id, document, reason: 'Hội đồng được kiện toàn' };
    expect((await d.notDoes(WHO.officeHead, 'correct-roster', correct)).code).toBe('NOT_INCUMBENT');
    await leavesSeat(body, 'ubnd-12');
    for (const person of ['ubnd-13', 'ubnd-14']) await takesSeat(body, person);
    await d.does(WHO.officeHead, 'correct-roster', correct);
    expect((await d.events()).filter((type) => type === 'decision.voided')).toHaveLength(1);
    // Two of three would have been enough; of four, with one ballot void, it takes three that count.
    await d.act('bieu-quyet', 'ubnd-10', 'cast', { choice: 'yes' });
    await d.act('bieu-quyet', 'ubnd-13', 'cast', { choice: 'yes' });
    await d.standsAt('bieu-quyet');
    await d.act('bieu-quyet', 'ubnd-14', 'cast', { choice: 'yes' });
    expect(await d.ended()).toBe('done');
    expect(await arithmetic(d, 'bieu-quyet')).toMatchObject({ members: 4, yes: 3, need: 3, corrections: { added: 2, removed: 1 } });
  });
});
