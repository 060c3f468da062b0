import { dayComes } from './pattern-directory.ts';
import { draftTo, END, PatternOffice, REFUSED_END, WHO, type PatternDossier } from './pattern-office.ts';

describe('Mẫu lựa chọn muộn, mốc và sự kiện · patterns of deferred choice, milestones and triggers', () => {
  let office: PatternOffice;
  beforeAll(async () => { office = await PatternOffice.open('su-kien'); }, 60_000);

  const submitted = async (steps: string): Promise<PatternDossier> => {
    const d = await office.dossier('soan-thao', steps);
    await d.submit();
    return d;
  };

  /** Decided by the head, taken back by the drafter, or closed by its date: whichever comes first. */
  const OPEN_CHOICE = `${draftTo('duyet')}  duyet: { kind: approve, who: { headOf: leadUnit }, rule: any, due: { by: item }, next: { approved: dua-ra, rejected: khong, returned: soan-thao, lapsed: nhac-lai } }
  dua-ra: { kind: review, who: { headOf: issuing }, next: { approved: xong, returned: soan-thao } }
  nhac-lai: { kind: review, who: { headOf: issuing }, next: { approved: duyet, returned: soan-thao } }
${END}${REFUSED_END}`;
  const decision = { outcome: 'approved' };

  test('WCP-16 duyệt trước thì không rút được nữa · decided first: it cannot be recalled, and its date means nothing any more', async () => {
    const d = await submitted(OPEN_CHOICE);
    await d.decide('duyet', WHO.head, 'approved');
    await d.standsAt('dua-ra');
    expect((await d.notDoes(WHO.drafter, 'recall')).code).toBe('RECALL_TOO_LATE');
    await expect(dayComes(d.id, 'duyet')).rejects.toThrow('nothing was changed');
    await d.standsAt('dua-ra');
  });

  test('WCP-16 rút trước thì không duyệt được nữa · recalled first: it cannot be decided', async () => {
    const d = await submitted(OPEN_CHOICE);
    const task = await d.task('duyet', WHO.head);
    await d.does(WHO.drafter, 'recall');
    await d.standsAt('soan-thao');
    expect((await d.notIn(task, WHO.head, 'decision', decision)).code).toBe('TASK_CLOSED');
  });

  test('WCP-16 hết hạn trước thì không duyệt được nữa · its date came first: it cannot be decided', async () => {
    const d = await submitted(OPEN_CHOICE);
    const task = await d.task('duyet', WHO.head);
    await dayComes(d.id, 'duyet');
    expect((await d.notIn(task, WHO.head, 'decision', decision)).code).toBe('STEP_CLOSED_BY_TIME');
    await d.standsAt('nhac-lai');
    expect((await d.activations('duyet')).map((s) => s.outcome)).toEqual(['lapsed']);
  });

  test('WCP-16 duyệt và rút cùng một lúc: đúng một việc được, việc kia bị từ chối · decided and recalled at the same moment: exactly one goes through', async () => {
    const d = await submitted(OPEN_CHOICE);
    const [decided, recalled] = await d.together({ path: 'duyet', person: WHO.head, verb: 'decision', body: decision }, { person: WHO.drafter, verb: 'recall' });
    if (decided === null) {
      expect(recalled).toBe('RECALL_TOO_LATE');
      await d.standsAt('dua-ra');
    } else {
      expect([decided, recalled]).toEqual(['TASK_CLOSED', null]);
      await d.standsAt('soan-thao');
    }
  });

  const TO_HEAD = `${draftTo('duyet')}  duyet: { kind: review, who: { headOf: leadUnit }, next: { approved: xong, returned: soan-thao } }\n${END}`;

  test('WCP-18 rút lại được khi chưa ai mở xem, xem rồi thì thôi · a submission can be recalled until somebody has seen it', async () => {
    const d = await submitted(TO_HEAD);
    await d.does(WHO.drafter, 'recall');
    await d.standsAt('soan-thao');
    await d.does(WHO.drafter, 'submit');
    await d.standsAt('duyet');
    const task = await d.task('duyet', WHO.head);
    await office.must(WHO.head, 'POST', `/tasks/${task.id}/seen`, {});
    expect(await d.notDoes(WHO.drafter, 'recall')).toMatchObject({ code: 'RECALL_TOO_LATE', details: { task: task.id } });
    await d.standsAt('duyet');
  });

  test('WCP-18 sửa được tới khi trình, trình rồi thì thôi, rút lại thì sửa tiếp · the draft can be changed until it is submitted, and again once it is recalled', async () => {
    const d = await office.dossier('soan-thao', TO_HEAD);
    const edit = { title: 'Đề án MẪU đổi tên' };
    const renamed = (): Promise<unknown> => office.must(WHO.drafter, 'PATCH', `/dossiers/${d.id}`, edit, { 'If-Match': '*' });
    await renamed();
    await d.submit();
    expect((await office.refused(WHO.drafter, 'PATCH', `/dossiers/${d.id}`, edit, { 'If-Match': '*' })).code).toBe('NO_OPEN_DRAFT');
    await d.does(WHO.drafter, 'recall');
    await d.standsAt('soan-thao');
    await renamed();
  });

  const WAITING = `${draftTo('cho-van-ban')}  cho-van-ban: { kind: wait, for: y-kien-trung-uong, next: { completed: duyet } }
  duyet: { kind: review, who: { headOf: leadUnit }, next: { approved: xong, returned: soan-thao } }
${END}`;

  test('WCP-24 văn bản đến trước khi có bước chờ thì vẫn còn đó khi bước chờ mở · what arrives before anything waits for it is not lost', async () => {
    const d = await office.dossier('soan-thao', WAITING);
    expect((await d.notDoes(WHO.officeHead, 'arrive', { name: 'y-kien-trung-uong' })).code).toBe('DOSSIER_NOT_FOUND');
    await d.does(WHO.leadClerk, 'arrive', { name: 'y-kien-trung-uong' });
    await d.standsAt('soan-thao');
    await d.submit();
    await d.standsAt('duyet');
    expect((await d.activations('cho-van-ban')).map((s) => s.outcome)).toEqual(['completed']);
  });

  test('WCP-24 chưa đến thì hồ sơ chờ, chỉ văn bản được chờ mới cho đi tiếp · until it arrives the dossier waits, and nothing else leads on', async () => {
    const d = await office.dossier('soan-thao', WAITING);
    await d.submit();
    await d.standsAt('cho-van-ban');
    expect((await d.notDoes(WHO.officeHead, 'arrive', { name: 'y-kien-bo' })).code).toBe('STEP_NOT_FOUND');
    await d.standsAt('cho-van-ban');
    await d.does(WHO.officeHead, 'arrive', { name: 'y-kien-trung-uong' });
    await d.standsAt('duyet');
  });
});
