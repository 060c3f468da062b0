import { randomUUID } from 'node:crypto';
import { newUnit } from './pattern-directory.ts';
import { draftTo, END, PatternOffice, REFUSED_END, STANDING, WHO, type Opening, type PatternDossier, type QueuedTask } from './pattern-office.ts';

const HEAD = 'stp-head';
const DEPUTY = 'stp-deputy';
const APPROVED = { outcome: 'approved' };

const headReview = (more = ''): string => `${draftTo('ra-soat')}  ra-soat: { kind: review, who: { headOf: appraising }${more}, next: { approved: xong, returned: soan-thao } }\n${END}`;

interface Bulk { accepted: number; refused: number; lines: { task: string; ok: boolean; code: string | null }[] }

describe('Mẫu hàng việc, làm liền và làm cùng · patterns of queues, of work in a row and of work together', () => {
  let office: PatternOffice;
  let unit: string;
  beforeAll(async () => {
    office = await PatternOffice.open('hang-viec');
    unit = await newUnit({ head: [HEAD], deputy: [DEPUTY] });
  }, 60_000);

  const opened = async (route: string, given: Opening = {}): Promise<PatternDossier> => {
    const d = await office.open(route, { ...given, item: { appraisingUnit: unit, ...given.item } });
    await d.submit();
    return d;
  };
  const inOrder = (queue: readonly QueuedTask[], of: readonly PatternDossier[]): string[] => queue.map((t) => t.dossier.id).filter((id) => of.some((d) => d.id === id));
  const ids = (of: readonly PatternDossier[]): string[] => of.map((d) => d.id);

  test('WRP-11 hệ thống tự làm: cấp số, báo cho mọi nơi, kết thúc hồ sơ, không ai phải làm · numbering, telling and closing are done by the system itself', async () => {
    const route = await office.publish('soan-thao', `${draftTo('duyet')}  duyet: { kind: approve, who: { body: authority }, rule: any, next: { approved: ban-hanh, rejected: khong, returned: soan-thao } }
  ban-hanh: { kind: issue, who: { post: clerk }, register: from item, next: { issued: gui } }
  gui: { kind: notify, to: [{ headOf: leadUnit }, { headOf: appraising }], message: { vi: Đã ban hành MẪU, en: Issued as a sample }, next: { completed: xong } }
${END}${REFUSED_END}`);
    const d = await opened(route);
    await d.decide('duyet', 'ban-thuong-vu-12', 'approved');
    expect((await d.read()).number).toBeNull();
    await d.act('ban-hanh', WHO.clerk, 'issue');
    expect(await d.ended()).toBe('done');
    expect((await d.read()).number).toMatch(/^\d+/);
    expect(await d.tasksAt('gui')).toEqual([]);
    const alone = (await d.history()).filter((e) => ['effect.done', 'dossier.ended'].includes(e.type));
    expect(alone.map((e) => [e.type, e.by])).toEqual([['effect.done', 'system'], ['dossier.ended', 'system']]);
    for (const [person, told] of [[WHO.head, 1], [HEAD, 1], [DEPUTY, 0]] as const) {
      const { items } = (await office.must(person, 'GET', '/notices?limit=200')) as { items: { kind: string; dossier: { id: string } | null }[] };
      expect(items.filter((n) => n.kind === 'notify' && n.dossier?.id === d.id)).toHaveLength(told);
    }
  });

  test('WRP-24 hệ thống xếp hàng việc theo hạn: hạn gần trước, không hạn sau cùng, cùng hạn thì việc tới trước đứng trước · the queue is in the order of deadlines, those without one at the end', async () => {
    const route = await office.publish('soan-thao', headReview(', due: { by: item }'));
    const none = await opened(await office.publish('soan-thao', headReview()));
    const byDay = new Map<string, PatternDossier>();
    for (const day of ['2098-03-31', '2097-03-31', '2099-03-31']) byDay.set(day, await opened(route, { item: { deadlineOn: day } }));
    const twin = await opened(route, { item: { deadlineOn: '2097-03-31' } });
    const [near, middle, far] = ['2097-03-31', '2098-03-31', '2099-03-31'].map((day) => byDay.get(day)!);
    const wanted = [near!, twin, middle!, far!, none];
    for (const limit of [200, 1]) expect(inOrder(await office.queue(HEAD, limit), wanted)).toEqual(ids(wanted));
  });

  test('WRP-25 mỗi người xem hàng việc theo ý mình: lọc theo loại bước, đơn vị, đang giữ hay chờ nhận, hạn; lật trang tùy mình · everybody sees of their queue what they ask for', async () => {
    const route = await office.publish('soan-thao', `${draftTo('ra-soat')}  ra-soat: { kind: review, who: { unit: appraising }, due: { by: item }, next: { approved: xong, returned: soan-thao } }\n${END}`);
    const [free, taken, others] = [await opened(route), await opened(route), await opened(route)];
    await taken.act('ra-soat', DEPUTY, 'claim');
    await others.act('ra-soat', HEAD, 'claim');
    for (const limit of [1, 2, 200]) {
      const mine = (await office.queue(DEPUTY, limit)).filter((t) => [free.id, taken.id, others.id].includes(t.dossier.id));
      expect(ids([free, taken]).map((id) => mine.filter((t) => t.dossier.id === id).length)).toEqual([1, 1]);
      expect(mine).toHaveLength(2);
      expect(mine.filter((t) => !t.offered).map((t) => t.dossier.id)).toEqual([taken.id]);
      expect(mine.filter((t) => !t.seen).map((t) => t.dossier.id)).toEqual([free.id]);
      expect(mine.every((t) => t.dueAt !== null && t.dossier.leadUnit.id === 'BTCTU' && t.step.kind === 'review')).toBe(true);
    }
    const seenBy = async (query: string): Promise<string[]> => {
      const { items } = (await office.must(DEPUTY, 'GET', `/tasks?limit=200&${query}`)) as { items: { dossier: { id: string } }[] };
      return items.map((t) => t.dossier.id).filter((id) => [free.id, taken.id].includes(id)).sort();
    };
    expect(await seenBy('kind=review&leadUnit=BTCTU&dueBy=2022-09-30')).toEqual(ids([free, taken]).sort());
    expect(await seenBy('offered=true')).toEqual([free.id]);
    expect(await seenBy('offered=false')).toEqual([taken.id]);
    expect([...(await seenBy('kind=sign')), ...(await seenBy('leadUnit=STC')), ...(await seenBy('dueBy=2022-09-29')), ...(await seenBy('dossierKind=de-tai'))]).toEqual([]);
  });

  test('WRP-26 muốn làm việc nào trước tùy người xử lý: việc tới sau làm trước được, việc kia vẫn đợi · people choose which of their tasks to do first', async () => {
    const route = await office.publish('soan-thao', headReview());
    const all = [await opened(route), await opened(route), await opened(route)];
    const [first, second, last] = all as [PatternDossier, PatternDossier, PatternDossier];
    expect(inOrder(await office.queue(HEAD), all)).toEqual(ids(all));
    await last.decide('ra-soat', HEAD, 'approved');
    expect(inOrder(await office.queue(HEAD), all)).toEqual(ids([first, second]));
    await second.decide('ra-soat', HEAD, 'approved');
    expect(await second.ended()).toBe('done');
    await first.standsAt('ra-soat');
  });

  test('WRP-37 nhận việc là bắt đầu: từ lúc có người nhận không rút lại được nữa, còn đang mời thì được · work begins with its allocation: a submission can be recalled while the task is on offer, not once it is taken', async () => {
    const route = await office.publish('soan-thao', `${draftTo('ra-soat')}  ra-soat: { kind: review, who: { unit: appraising }, next: { approved: xong, returned: soan-thao } }\n${END}`);
    const d = await opened(route);
    expect(await d.task('ra-soat')).toMatchObject({ seen: false, holder: null });
    await d.does(WHO.drafter, 'recall');
    await d.does(WHO.drafter, 'submit');
    await d.act('ra-soat', DEPUTY, 'claim');
    expect(await d.task('ra-soat')).toMatchObject({ seen: true, holder: { person: DEPUTY } });
    expect((await d.notDoes(WHO.drafter, 'recall')).code).toBe('RECALL_TOO_LATE');
  });

  test('WRP-38 xử lý nhiều việc một lần, mỗi việc một kết quả; phê duyệt thì không · many tasks at once, each with its own result, approvals never', async () => {
    const route = await office.publish('soan-thao', headReview());
    const reviews = [await opened(route), await opened(route), await opened(route)];
    const approval = await opened(await office.publish('soan-thao', `${draftTo('ra-soat')}  ra-soat: { kind: approve, who: { headOf: appraising }, rule: any, next: { approved: xong, rejected: khong, returned: soan-thao } }\n${END}${REFUSED_END}`));
    const foreign = await opened(await office.publish('soan-thao', headReview().replace('appraising', 'leadUnit')));
    const all = [...reviews, approval, foreign];
    const tasks = await Promise.all(all.map((d) => d.task('ra-soat')));
    const acts = tasks.map((t) => ({ verb: 'decide', task: t.id, ifMatch: t.etag, key: randomUUID(), body: APPROVED }));
    const answer = (await office.must(HEAD, 'POST', '/bulk', { acts })) as unknown as Bulk;
    expect(answer).toMatchObject({ accepted: 3, refused: 2 });
    expect(answer.lines.map((l) => [l.task, l.code])).toEqual(tasks.map((t, i) => [t.id, [null, null, null, 'BULK_NOT_ALLOWED', 'TASK_NOT_FOUND'][i]]));
    for (const d of reviews) expect(await d.ended()).toBe('done');
    for (const d of [approval, foreign]) await d.standsAt('ra-soat');
  });

  test('WRP-39 làm xong thì việc kế tiếp của chính người ấy mở ngay trong câu trả lời; việc của người khác thì không · the next task is open in the answer to the act, if it is one’s own', async () => {
    const d = await opened(await office.publish('soan-thao', `${draftTo('mot')}  mot: { kind: review, who: { headOf: appraising }, next: { approved: hai, returned: soan-thao } }
  hai: { kind: review, who: { headOf: appraising }, next: { approved: ba, returned: soan-thao } }
  ba: { kind: review, who: { headOf: leadUnit }, next: { approved: xong, returned: soan-thao } }
${END}`));
    interface Chained { at: string[]; moving: boolean; allowedActions: { verb: string; step: string | null; task: string | null; allowed: boolean }[] }
    const decided = async (path: string): Promise<{ chained: Chained; next: string[] }> => {
      const chained = (await d.decide(path, HEAD, 'approved')) as unknown as Chained;
      return { chained, next: chained.allowedActions.filter((a) => a.verb === 'decide' && a.allowed).map((a) => a.task ?? '') };
    };
    const one = await decided('mot');
    expect(one.chained).toMatchObject({ at: ['hai'], moving: false });
    expect(one.next).toEqual([(await d.task('hai')).id]);
    const two = await decided('hai');
    expect(two.chained).toMatchObject({ at: ['ba'], moving: false });
    expect(two.next).toEqual([]);
  });

  test('WRP-42 một người giữ nhiều việc cùng lúc, kể cả hai việc trong một hồ sơ, và làm xen kẽ · one person holds several tasks at once and works on them in between', async () => {
    const two = await opened(await office.publish('soan-thao', `${draftTo('song-song')}  song-song: { kind: parallel, branches: { a: { steps: [phap-ly] }, b: { steps: [kinh-phi] } }, join: all, next: { completed: xong } }
  phap-ly: { kind: review, who: { unit: appraising }, next: { approved: join, returned: soan-thao } }
  kinh-phi: { kind: review, who: { unit: appraising }, next: { approved: join, returned: soan-thao } }
${END}`));
    const one = await opened(await office.publish('soan-thao', headReview().replace('headOf', 'unit')));
    for (const [d, path] of [[two, 'phap-ly'], [one, 'ra-soat'], [two, 'kinh-phi']] as const) await d.act(path, DEPUTY, 'claim');
    const held = (await office.queue(DEPUTY)).filter((t) => !t.offered && [one.id, two.id].includes(t.dossier.id)).map((t) => t.step.path);
    expect(held.sort()).toEqual(['kinh-phi', 'phap-ly', 'ra-soat']);
    await two.decide('kinh-phi', DEPUTY, 'approved');
    await one.decide('ra-soat', DEPUTY, 'approved');
    expect(await one.ended()).toBe('done');
    await two.standsAt('song-song', 'phap-ly');
    await two.decide('phap-ly', DEPUTY, 'approved');
    expect(await two.ended()).toBe('done');
  });

  test('WRP-43 mời thêm cơ quan phối hợp khi đang làm thì phải đợi; hỏi thêm bên lề thì không · a unit that is added to help is waited for, an opinion on the side is not', async () => {
    const d = await opened(await office.publish('soan-thao', `${draftTo('phoi-hop')}  phoi-hop: { kind: consult, each: { units: cooperating }, next: { completed: tong-hop } }
  tong-hop: { kind: review, who: { headOf: leadUnit }, next: { approved: xong, returned: soan-thao } }
${END}`), { item: { cooperating: ['STC'] } });
    const step = (await d.activations('phoi-hop'))[0]!.id;
    expect((await d.notDoes(WHO.askedHead, 'add-participant', { step, unit })).code).toBe('NOT_ALLOWED');
    await d.does(WHO.drafter, 'add-participant', { step, unit, reason: 'Phối hợp về thể chế' });
    await d.does(WHO.drafter, 'add-participant', { step, person: STANDING[4], reason: 'Phụ trách lĩnh vực' });
    await d.does(WHO.drafter, 'ask', { person: 'snv-head', text: 'Xin ý kiến thêm, MẪU' });
    expect((await d.tasksAt('phoi-hop')).map((t) => `${t.purpose} ${t.unit?.id ?? t.candidates[0]?.person ?? ''}`).sort()).toEqual(['aside snv-head', 'work STC', `work ${STANDING[4]}`, `work ${unit}`].sort());
    await d.decide('phoi-hop', WHO.askedHead, 'consent');
    await d.decide('phoi-hop', HEAD, 'consent');
    await d.standsAt('phoi-hop');
    await d.decide('phoi-hop', STANDING[4], 'consent');
    await d.standsAt('tong-hop');
    expect((await d.tasksAt('phoi-hop')).filter((t) => t.state === 'done')).toHaveLength(3);
  });
});
