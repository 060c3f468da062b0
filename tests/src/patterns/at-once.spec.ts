import { draftTo, END, PatternOffice, REFUSED_END, STANDING, WHO, type PatternDossier, type Shot } from './pattern-office.ts';

/**
 * Each act stands on the chain whole: its entries follow each other, nothing of another act or of the system is between
 * them, and the chain verifies. Answers the acts on the dossier so far, in the order in which they were let in.
 */
async function actsInOrder(d: PatternDossier): Promise<string[]> {
  const events = await d.history();
  expect(events.map((e) => e.seq)).toEqual(events.map((_, i) => i + 1));
  const blocks = events.map((e) => e.act).filter((act, i, all) => act !== null && act !== all[i - 1]);
  expect(new Set(blocks).size).toBe(blocks.length);
  expect(await d.office.must(WHO.admin, 'GET', `/dossiers/${d.id}/chain`)).toMatchObject({ ok: true, length: events.length });
  return blocks.map((act) => events.find((e) => e.act === act)!.by);
}

describe('Mẫu làm lần lượt · patterns of one at a time', () => {
  let office: PatternOffice;
  beforeAll(async () => { office = await PatternOffice.open('lan-luot'); }, 60_000);

  const INITIALS = `${draftTo('ky-nhay')}  ky-nhay: { kind: parallel, branches: { noi-dung: { steps: [nhay-noi-dung] }, the-thuc: { steps: [nhay-the-thuc] } }, join: all, next: { completed: duyet } }
  nhay-noi-dung: { kind: review, initials: content, who: { headOf: leadUnit }, next: { approved: join, returned: soan-thao } }
  nhay-the-thuc: { kind: review, initials: form, who: { post: form-checker }, next: { approved: join, returned: soan-thao } }
  duyet: { kind: approve, who: { body: standing }, rule: any, next: { approved: xong, rejected: khong, returned: soan-thao } }
${END}${REFUSED_END}`;
  const CONTENT: Shot = { path: 'nhay-noi-dung', person: WHO.head, verb: 'initial', body: {} };
  const FORM: Shot = { path: 'nhay-the-thuc', person: WHO.checker, verb: 'initial', body: {} };

  const submitted = async (steps: string): Promise<PatternDossier> => {
    const d = await office.dossier('soan-thao', steps);
    await d.submit();
    return d;
  };

  test.each([['nội dung trước', [CONTENT, FORM]], ['thể thức trước', [FORM, CONTENT]]] as const)('WCP-17 ký nháy theo thứ tự nào cũng được: %s · initials in either order', async (_name, shots) => {
    const d = await submitted(INITIALS);
    await d.act(shots[0].path!, shots[0].person, 'initial');
    await d.standsAt('ky-nhay', shots[1].path!);
    await d.act(shots[1].path!, shots[1].person, 'initial');
    await d.standsAt('duyet');
  });

  test('WCP-17 ký nháy cùng một lúc: hệ thống nhận từng người một, người này xong mới tới người kia · initials given at the same moment are let in one at a time, by the lock of the dossier', async () => {
    const d = await submitted(INITIALS);
    expect(await d.together(CONTENT, FORM)).toEqual([null, null]);
    await d.standsAt('duyet');
    expect((await actsInOrder(d)).slice(-2).sort()).toEqual([WHO.head, WHO.checker].sort());
    expect(await d.activations('duyet')).toHaveLength(1);
  });

  const SIGNING = `${draftTo('ky')}  ky: { kind: sign, who: { signers: authority }, next: { signed: xong, returned: soan-thao } }\n${END}`;

  test('WCP-39 một phiên ký: ai nhận việc thì người khác phải đợi tới khi trả lại · who has taken the signing keeps the others out until it is released', async () => {
    const d = await submitted(SIGNING);
    const [first, second] = (await d.task('ky')).candidates.map((c) => c.person);
    await d.act('ky', first!, 'claim');
    expect(await d.notAct('ky', second!, 'sign')).toMatchObject({ code: 'TASK_HELD_BY_OTHER', details: { holder: first } });
    await d.standsAt('ky');
    await d.act('ky', first!, 'release');
    await d.act('ky', second!, 'sign');
    expect(await d.ended()).toBe('done');
  });

  test('WCP-39 hai người cùng ký một lúc: khóa của hồ sơ cho đúng một người vào · two who sign at the same moment: the lock of the dossier lets exactly one in', async () => {
    const d = await submitted(SIGNING);
    const people = (await d.task('ky')).candidates.map((c) => c.person);
    expect(people).toHaveLength(2);
    const answers = await d.together(...people.map((person): Shot => ({ path: 'ky', person, verb: 'sign' })));
    expect(answers.toSorted()).toEqual(['TASK_CLOSED', null].toSorted());
    expect(await d.ended()).toBe('done');
    expect((await d.read()).decisions.map((o) => o.actor.person)).toEqual([people[answers.indexOf(null)]]);
    await actsInOrder(d);
  });

  test('WCP-40 năm người duyệt cùng một lúc: mỗi người một lượt, thứ tự nào cũng được, đủ cả mới đi tiếp một lần · five who approve at the same moment are heard in turn, in any order, and lead on once', async () => {
    const d = await submitted(`${draftTo('duyet')}  duyet: { kind: approve, who: { body: standing }, rule: all, next: { approved: ra-soat, rejected: khong, returned: soan-thao } }
  ra-soat: { kind: review, who: { headOf: issuing }, next: { approved: xong, returned: soan-thao } }
${END}${REFUSED_END}`);
    const answers = await d.together(...STANDING.map((person): Shot => ({ path: 'duyet', person, verb: 'decision', body: { outcome: 'approved' } })));
    expect(answers).toEqual(STANDING.map(() => null));
    await d.standsAt('ra-soat');
    expect((await actsInOrder(d)).slice(-5).sort()).toEqual([...STANDING]);
    expect(await d.activations('ra-soat')).toHaveLength(1);
  });
});
