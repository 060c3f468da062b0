import { isAppointed, learns, leavesUnit, newUnit } from './pattern-directory.ts';
import { draftTo, END, PatternOffice, WHO, type Opening, type PatternDossier } from './pattern-office.ts';

/** People who take posts in units of a test's own. */
const HEAD = 'tdoan-head';
const FIRST = 'tdoan-clerk';
const SECOND = 'tdoan-deputy';

const reviewBy = (who: string, more = ''): string => `${draftTo('ra-soat')}  ra-soat: { kind: review, who: ${who}${more}, next: { approved: xong, returned: soan-thao } }\n${END}`;
const appraised = (next: string): string => `${draftTo('tham-dinh')}  tham-dinh: { kind: appraise, who: { unit: appraising }, next: { approved: ${next}, conditional: ${next}, returned: soan-thao } }\n`;

describe('Mẫu giao việc cho ai · patterns of whom work goes to', () => {
  let office: PatternOffice;
  beforeAll(async () => { office = await PatternOffice.open('giao-viec'); }, 60_000);

  const submitted = async (route: string, given: Opening = {}): Promise<PatternDossier> => {
    const d = await office.open(route, given);
    await d.submit('Dự thảo MẪU', given.drafter);
    return d;
  };

  test('WRP-01 việc soạn thảo giao đích danh người mở hồ sơ, không phải ai khác cùng cơ quan soạn được · drafting goes to the very person who opened the dossier', async () => {
    const route = await office.publish('soan-thao', reviewBy('{ headOf: issuing }'));
    for (const [drafter, other] of [[WHO.drafter, WHO.deputy], [WHO.deputy, WHO.drafter]] as const) {
      const d = await office.open(route, { drafter });
      expect(await d.askedAt('soan-thao')).toEqual([drafter]);
      expect(await d.holderAt('soan-thao')).toBe(drafter);
      expect(await d.waitingFor(other)).toEqual([]);
      expect((await d.notDoes(other, 'submit')).code).toBe('NOT_ALLOWED');
    }
  });

  test('WRP-02 quy trình ghi chức vụ, ai giữ chức vụ thì nhận; đổi người không phải sửa quy trình · the route names a post and whoever holds it gets the work', async () => {
    const unit = await newUnit({ 'giam-sat': [FIRST], head: [HEAD] });
    const route = await office.publish('soan-thao', reviewBy('{ post: giam-sat, of: appraising }'));
    const before = await submitted(route, { item: { appraisingUnit: unit } });
    expect(await before.askedAt('ra-soat')).toEqual([FIRST]);
    await leavesUnit(unit, FIRST);
    await isAppointed(unit, 'giam-sat', SECOND);
    const after = await submitted(route, { item: { appraisingUnit: unit } });
    expect(await after.askedAt('ra-soat')).toEqual([SECOND]);
    expect((await after.notAct('ra-soat', FIRST, 'decision', { outcome: 'approved' })).code).toBe('TASK_NOT_FOUND');
  });

  test('WRP-03 cơ quan xử lý lấy từ nhiệm vụ và từ lúc mở hồ sơ; ai là người thì tới khi bước mở mới định · the unit comes from the item or is named at the opening, the person only when the step opens', async () => {
    const route = await office.publish('soan-thao', `${draftTo('tham-dinh')}  tham-dinh: { kind: review, who: { headOf: appraising }, next: { approved: chuyen-mon, returned: soan-thao } }
  chuyen-mon: { kind: review, who: { headOf: chuyen-mon }, next: { approved: xong, returned: soan-thao } }
${END}`, 'units: { appraising: from item, issuing: from item, chuyen-mon: from item }\n');
    const unit = await newUnit({ head: [FIRST] });
    const ways = [{ appraisingUnit: 'STC', chuyenMon: unit, heads: ['stc-head', SECOND] }, { appraisingUnit: unit, chuyenMon: 'STP', heads: [SECOND, 'stp-head'] }] as const;
    const opened = await Promise.all(ways.map(({ appraisingUnit, chuyenMon }) => office.open(route, { item: { appraisingUnit }, roles: { units: { 'chuyen-mon': chuyenMon } } })));
    // Between the opening of the dossier and that of the step.
    await leavesUnit(unit, FIRST);
    await isAppointed(unit, 'head', SECOND);
    for (const [i, d] of opened.entries()) {
      const [first, second] = ways[i]!.heads;
      await d.submit();
      expect(await d.askedAt('tham-dinh')).toEqual([first]);
      await d.decide('tham-dinh', first, 'approved');
      expect(await d.askedAt('chuyen-mon')).toEqual([second]);
    }
    await expect(office.open(route)).rejects.toThrow('rolesUnbound');
  });

  test('WRP-04 thẩm quyền được kiểm tra lại khi xử lý: thôi chức thì không xử lý được việc đã nhận · authority is asked again at the act: who has left the post cannot decide what they had taken', async () => {
    const unit = await newUnit({ head: [HEAD], deputy: [SECOND] });
    const d = await submitted(await office.publish('soan-thao', reviewBy('{ unit: appraising }')), { item: { appraisingUnit: unit } });
    expect(await d.askedAt('ra-soat')).toEqual([HEAD, SECOND]);
    await d.act('ra-soat', SECOND, 'claim');
    await leavesUnit(unit, SECOND);
    expect(await d.notAct('ra-soat', SECOND, 'decision', { outcome: 'approved' })).toMatchObject({ status: 403, code: 'NOT_ALLOWED', details: { because: 'appointmentEnded' } });
    expect((await d.notAct('ra-soat', FIRST, 'decision', { outcome: 'approved' })).code).toBe('TASK_NOT_FOUND');
    await d.standsAt('ra-soat');
    // What nobody can work on is given by the administrator to somebody who may.
    await d.act('ra-soat', WHO.admin, 'transfer', { person: HEAD });
    await d.decide('ra-soat', HEAD, 'approved');
    expect(await d.ended()).toBe('done');
  });

  test('WRP-05 người soạn không tự duyệt: việc lên cấp trên, hoặc tới người quy trình nêu thay · a drafter never approves: the superior gets it, or whom the route names instead', async () => {
    const byDeputy = await office.publish('soan-thao', reviewBy('{ post: deputy, of: leadUnit }'));
    const usual = await submitted(byDeputy);
    expect(await usual.askedAt('ra-soat')).toEqual([WHO.deputy]);
    const own = await submitted(byDeputy, { drafter: WHO.deputy });
    expect(await own.askedAt('ra-soat')).toEqual([WHO.head]);
    expect((await own.notAct('ra-soat', WHO.deputy, 'decision', { outcome: 'approved' })).code).toBe('TASK_NOT_FOUND');
    const named = await submitted(await office.publish('soan-thao', reviewBy('{ headOf: leadUnit }', ', orElse: { headOf: issuing }')), { drafter: WHO.head });
    expect(await named.askedAt('ra-soat')).toEqual([WHO.officeHead]);
    await named.decide('ra-soat', WHO.officeHead, 'approved');
    expect(await named.ended()).toBe('done');
  });

  test('WRP-05 ký nháy nội dung và ký nháy thể thức là hai người · the initials for content and for form are of two people', async () => {
    const unit = await newUnit({ head: [HEAD], deputy: [SECOND] });
    const branches = (of: string, others: string): string => `${draftTo('song-song')}  song-song: { kind: parallel, branches: { a: { steps: [noi-dung] }, b: { steps: [the-thuc] } }, join: all, next: { completed: xong } }
  noi-dung: { kind: review, who: { unit: appraising }${of}, next: { approved: join, returned: soan-thao } }
  the-thuc: { kind: review, who: { unit: appraising }${others}, next: { approved: join, returned: soan-thao } }
${END}`;
    const d = await submitted(await office.publish('soan-thao', branches(', initials: content', ', initials: form')), { item: { appraisingUnit: unit } });
    await d.act('noi-dung', SECOND, 'initial');
    expect((await d.notAct('the-thuc', SECOND, 'initial')).code).toBe('BOTH_INITIALS');
    await d.act('the-thuc', HEAD, 'initial');
    expect(await d.ended()).toBe('done');
    // Two plain reviews may be of one person.
    const plain = await submitted(await office.publish('soan-thao', branches('', '')), { item: { appraisingUnit: unit } });
    await plain.decide('noi-dung', SECOND, 'approved');
    await plain.decide('the-thuc', SECOND, 'approved');
    expect(await plain.ended()).toBe('done');
  });

  test('WRP-06 một người theo hồ sơ: bước sau về đúng người đã làm bước trước · the later step goes to whoever did the earlier one', async () => {
    const unit = await newUnit({ head: [HEAD], deputy: [SECOND] });
    const route = await office.publish('soan-thao', `${appraised('hoan-chinh')}  hoan-chinh: { kind: review, who: { doneBy: tham-dinh }, next: { approved: xong, returned: soan-thao } }\n${END}`);
    for (const [person, other] of [[HEAD, SECOND], [SECOND, HEAD]] as const) {
      const d = await submitted(route, { item: { appraisingUnit: unit } });
      expect(await d.askedAt('tham-dinh')).toEqual([HEAD, SECOND]);
      await d.decide('tham-dinh', person, 'approved');
      expect(await d.askedAt('hoan-chinh')).toEqual([person]);
      expect((await d.notAct('hoan-chinh', other, 'decision', { outcome: 'approved' })).code).toBe('TASK_NOT_FOUND');
    }
  });

  test('WRP-07 vòng hai về đúng người thẩm định vòng một và đúng người soạn · in the second round the same appraiser and the same drafter get it again', async () => {
    const unit = await newUnit({ head: [HEAD], deputy: [SECOND] });
    const route = await office.publish('soan-thao', `${appraised('xong')}${END}`);
    for (const [person, other] of [[HEAD, SECOND], [SECOND, HEAD]] as const) {
      const d = await submitted(route, { item: { appraisingUnit: unit } });
      expect(await d.holderAt('tham-dinh')).toBeNull();
      await d.decide('tham-dinh', person, 'returned', { reason: 'Bổ sung số liệu' });
      await d.act('soan-thao', WHO.head, 'transfer', { person: WHO.drafter });
      await d.submit('Dự thảo lần hai');
      expect(await d.holderAt('tham-dinh')).toBe(person);
      expect((await d.notAct('tham-dinh', other, 'decision', { outcome: 'approved' })).code).toBe('TASK_HELD_BY_OTHER');
    }
    // The head's own return goes to the drafter at once.
    const own = await submitted(await office.publish('soan-thao', reviewBy('{ headOf: leadUnit }')));
    await own.decide('ra-soat', WHO.head, 'returned', { reason: 'Viết gọn lại' });
    expect(await own.holderAt('soan-thao')).toBe(WHO.drafter);
  });

  test('WRP-08 việc cần chuyên môn chỉ giao người có chuyên môn; không ai có thì lên cấp trên · work that asks for a skill goes only to those who have it', async () => {
    const unit = await newUnit({ head: [HEAD], 'tham-tra': [FIRST, SECOND] });
    const known = await learns(SECOND);
    const skilled = async (skill: string): Promise<string[]> => {
      const d = await submitted(await office.publish('soan-thao', reviewBy(`{ post: tham-tra, of: appraising${skill} }`)), { item: { appraisingUnit: unit } });
      return d.askedAt('ra-soat');
    };
    expect(await skilled('')).toEqual([FIRST, SECOND]);
    expect(await skilled(`, skill: ${known}`)).toEqual([SECOND]);
    expect(await skilled(', skill: khong-ai-biet')).toEqual([HEAD]);
  });

  test('WRP-10 theo tổ chức: thủ trưởng của cơ quan, và cấp trên của người đã làm · by the organisation: the head of the unit, and the superior of whoever did a step', async () => {
    const unit = await newUnit({ head: [HEAD], deputy: [SECOND] });
    const d = await submitted(await office.publish('soan-thao', `${appraised('cap-tren')}  cap-tren: { kind: review, who: { superiorOf: tham-dinh }, next: { approved: chu-tri, returned: soan-thao } }
  chu-tri: { kind: review, who: { headOf: leadUnit }, next: { approved: xong, returned: soan-thao } }
${END}`), { item: { appraisingUnit: unit } });
    await d.decide('tham-dinh', SECOND, 'approved');
    // Of the unit of the test; the deputy's own unit has the same head, who is asked once.
    expect(await d.askedAt('cap-tren')).toEqual([HEAD]);
    expect((await d.notAct('cap-tren', SECOND, 'decision', { outcome: 'approved' })).code).toBe('TASK_NOT_FOUND');
    await d.decide('cap-tren', HEAD, 'approved');
    expect(await d.askedAt('chu-tri')).toEqual([WHO.head]);
  });
});
