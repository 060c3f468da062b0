import { newUnit } from './pattern-directory.ts';
import { draftTo, END, PatternOffice, REFUSED_END, WHO, type PatternDossier } from './pattern-office.ts';

const HEAD = 'mttq-head';
const TEAM = ['mttq-clerk', 'mttq-deputy', 'mttq-drafter'] as const;
const [FIRST, SECOND] = TEAM;
const OUTSIDER = 'stc-clerk';
const APPROVED = { outcome: 'approved' };

const teamReview = (more = ''): string => `${draftTo('ra-soat')}  ra-soat: { kind: review, who: { post: tham-tra, of: appraising }${more}, next: { approved: xong, returned: soan-thao } }\n${END}`;

describe('Mẫu mời nhận, giao và nhận việc · patterns of offering, allocating and taking work', () => {
  let office: PatternOffice;
  let unit: string;
  let single: string;
  beforeAll(async () => {
    office = await PatternOffice.open('nhan-viec');
    unit = await newUnit({ head: [HEAD], 'tham-tra': TEAM });
    single = await newUnit({ head: [HEAD], 'tham-tra': [FIRST] });
  }, 60_000);

  const opened = async (route: string, appraisingUnit = unit): Promise<PatternDossier> => {
    const d = await office.open(route, { item: { appraisingUnit } });
    await d.submit();
    return d;
  };
  const offered = async (): Promise<PatternDossier> => opened(await office.publish('soan-thao', teamReview()));

  test('WRP-12 chỉ một người xử lý được thì giao thẳng, không phải nhận và không trả về nơi chờ nhận · the only candidate is given the task at once: nothing to claim, nothing to put back', async () => {
    const route = await office.publish('soan-thao', teamReview());
    const d = await opened(route, single);
    expect((await d.waitingFor(FIRST)).map((t) => t.offered)).toEqual([false]);
    expect((await d.notAct('ra-soat', FIRST, 'claim')).code).toBe('TASK_NOT_OFFERED');
    expect((await d.notAct('ra-soat', FIRST, 'release')).code).toBe('TASK_NOT_HELD');
    // The same route with several who could: it waits for one of them to come forward.
    expect((await (await opened(route)).waitingFor(FIRST)).map((t) => t.offered)).toEqual([true]);
  });

  test('WRP-13 mời cả nhóm: ai cũng thấy, một người nhận thì người khác thôi thấy trong việc của mình · offered to a whole pool: everybody sees it until one has taken it', async () => {
    const d = await offered();
    for (const person of TEAM) expect((await d.waitingFor(person)).map((t) => t.offered)).toEqual([true]);
    expect(await d.waitingFor(HEAD)).toEqual([]);
    await d.act('ra-soat', SECOND, 'claim');
    expect((await d.waitingFor(SECOND)).map((t) => t.offered)).toEqual([false]);
    for (const person of TEAM.filter((p) => p !== SECOND)) expect(await d.waitingFor(person)).toEqual([]);
  });

  test('WRP-14 giao cho đúng một người trong nhóm: chỉ người ấy xử lý được · allocated to one of several: only that person may work on it', async () => {
    const d = await opened(await office.publish('soan-thao', teamReview(', pick: shortestQueue')));
    const holder = (await d.holderAt('ra-soat'))!;
    expect(TEAM).toContain(holder);
    for (const person of TEAM.filter((p) => p !== holder)) {
      expect(await d.waitingFor(person)).toEqual([]);
      expect((await d.notAct('ra-soat', person, 'decision', APPROVED)).code).toBe('TASK_HELD_BY_OTHER');
    }
    await d.decide('ra-soat', holder, 'approved');
    expect(await d.ended()).toBe('done');
  });

  test('WRP-16 lần lượt từng người, hết một vòng thì trở lại người đầu · in turn, and then the first one again', async () => {
    const ring = await newUnit({ head: [HEAD], 'tham-tra': TEAM });
    const route = await office.publish('soan-thao', teamReview(', pick: roundRobin'));
    const turns: (string | null)[] = [];
    for (let i = 0; i < 2 * TEAM.length; i++) turns.push(await (await opened(route, ring)).holderAt('ra-soat'));
    expect([...turns.slice(0, TEAM.length)].sort()).toEqual([...TEAM]);
    expect(turns.slice(TEAM.length)).toEqual(turns.slice(0, TEAM.length));
  });

  test('WRP-17 giao người đang ít việc nhất; ai vừa xong việc thì được giao tiếp · given to whoever has the fewest open tasks, which is not whose turn it would be', async () => {
    const route = await office.publish('soan-thao', teamReview(', pick: shortestQueue'));
    const load = async (): Promise<Map<string, number>> => new Map(await Promise.all(TEAM.map(async (p) => [p, (await office.queue(p)).filter((t) => !t.offered).length] as const)));
    const given = async (): Promise<{ d: PatternDossier; holder: string; was: Map<string, number> }> => {
      const was = await load();
      const d = await opened(route);
      return { d, holder: (await d.holderAt('ra-soat'))!, was };
    };
    const seen = [await given(), await given(), await given(), await given()];
    for (const { holder, was } of seen) expect(was.get(holder)).toBe(Math.min(...was.values()));
    // Somebody catches up, twice in a row: the next one is theirs each time.
    const { holder: busy } = seen.at(-1)!;
    for (let i = 0; i < 2; i++) {
      const least = Math.min(...(await load()).values());
      for (const task of (await office.queue(busy)).filter((t) => !t.offered)) {
        if ((await load()).get(busy)! < least) break;
        await office.must(busy, 'POST', `/tasks/${task.id}/decision`, APPROVED, { 'If-Match': task.etag });
      }
      expect((await given()).holder).toBe(busy);
    }
  });

  test('WRP-18 biết trước bước sắp tới và ai sẽ xử lý khi chưa ai có việc; chỉ là ước tính · what is coming, and for whom, is known before anybody has a task', async () => {
    const d = await office.dossier('soan-thao', `${draftTo('ra-soat')}  ra-soat: { kind: review, who: { headOf: leadUnit }, next: { approved: tham-dinh, returned: soan-thao } }
  tham-dinh: { kind: review, who: { post: tham-tra, of: appraising }, next: { approved: xong, returned: soan-thao } }
${END}`, { item: { appraisingUnit: unit } });
    const coming = async (): Promise<[string, string[]][]> => {
      const { steps } = (await office.must(WHO.drafter, 'GET', `/dossiers/${d.id}/forecast`)) as { steps: { path: string; people: { person: string }[] }[] };
      return steps.map((s) => [s.path, s.people.map((p) => p.person)]);
    };
    expect(await coming()).toEqual([['soan-thao', [WHO.drafter]], ['ra-soat', [WHO.head]], ['tham-dinh', [...TEAM]]]);
    for (const person of [WHO.head, ...TEAM]) expect(await d.waitingFor(person)).toEqual([]);
    await d.submit();
    expect((await coming()).map(([path]) => path)).toEqual(['ra-soat', 'tham-dinh']);
    expect(await d.waitingFor(FIRST)).toEqual([]);
  });

  test('WRP-19 việc có khi bước của nó mở, không sớm hơn; bước hết thì việc hết · a task is there when its step opens and not before', async () => {
    const d = await office.dossier('soan-thao', `${draftTo('ra-soat')}  ra-soat: { kind: review, who: { headOf: leadUnit }, next: { approved: tham-dinh, returned: soan-thao } }
  tham-dinh: { kind: review, who: { headOf: appraising }, next: { approved: xong, returned: soan-thao } }
${END}`, { item: { appraisingUnit: unit } });
    const waiting = async (): Promise<string[]> => (await Promise.all([WHO.head, HEAD].map(async (p) => (await d.waitingFor(p)).map((t) => `${p} ${t.step.path}`)))).flat();
    expect(await waiting()).toEqual([]);
    await d.submit();
    expect(await waiting()).toEqual([`${WHO.head} ra-soat`]);
    await d.decide('ra-soat', WHO.head, 'approved');
    expect(await waiting()).toEqual([`${HEAD} tham-dinh`]);
    await d.decide('tham-dinh', HEAD, 'approved');
    expect(await waiting()).toEqual([]);
  });

  test('WRP-21 tự nhận việc: không ai được giao tới khi có người nhận; hai người nhận cùng lúc thì đúng một người được · nobody has it until somebody takes it, and of two at the same moment exactly one does', async () => {
    const d = await offered();
    expect(await d.holderAt('ra-soat')).toBeNull();
    const answers = await d.together({ path: 'ra-soat', person: FIRST, verb: 'claim' }, { person: SECOND, path: 'ra-soat', verb: 'claim' });
    expect(answers.filter((a) => a === null)).toHaveLength(1);
    const [winner, loser] = answers[0] === null ? [FIRST, SECOND] : [SECOND, FIRST];
    expect(await d.holderAt('ra-soat')).toBe(winner);
    expect((await d.notAct('ra-soat', loser, 'decision', APPROVED)).code).toBe('TASK_HELD_BY_OTHER');
    expect((await d.notAct('ra-soat', winner, 'claim')).code).toBe('TASK_NOT_OFFERED');
  });

  test('WRP-22 việc đã giao thì người được giao bắt đầu khi nào tùy mình; người khác cùng nhóm không bắt đầu thay · an allocated task is begun by its holder, when they choose', async () => {
    const d = await opened(await office.publish('soan-thao', teamReview()), single);
    const task = await d.task('ra-soat');
    expect(task).toMatchObject({ seen: false, holder: { person: FIRST } });
    expect((await office.refused(SECOND, 'POST', `/tasks/${task.id}/seen`, {})).code).toBe('TASK_NOT_FOUND');
    await office.must(FIRST, 'POST', `/tasks/${task.id}/seen`, {});
    expect((await d.task('ra-soat')).seen).toBe(true);
    await d.standsAt('ra-soat');
    await d.decide('ra-soat', FIRST, 'approved');
    expect(await d.ended()).toBe('done');
  });

  test('WRP-23 việc đang mời xử lý được ngay, không phải nhận trước; người không được mời thì không · an offered task can be done without claiming it', async () => {
    const d = await offered();
    const task = await d.task('ra-soat');
    expect((await d.notIn(task, HEAD, 'decision', APPROVED)).code).toBe('TASK_NOT_FOUND');
    await d.decide('ra-soat', SECOND, 'approved');
    expect(await d.ended()).toBe('done');
    expect((await d.events())).not.toContain('task.claimed');
    expect((await d.notIn(task, FIRST, 'decision', APPROVED)).code).toBe('TASK_CLOSED');
  });

  test('WRP-40 việc đang mời: mọi người được mời mở xem được, người ngoài không biết là có · an offered task is open to all of its candidates and to nobody outside', async () => {
    const d = await offered();
    const { id } = await d.task('ra-soat');
    const told = async (person: string): Promise<unknown> => ((await office.must(person, 'GET', `/tasks/${id}`))['allowedActions'] as { verb: string; allowed: boolean }[]).filter((a) => a.allowed && ['claim', 'decide'].includes(a.verb)).map((a) => a.verb).sort();
    for (const person of TEAM) expect(await told(person)).toEqual(['claim', 'decide']);
    expect(await office.refused(OUTSIDER, 'GET', `/tasks/${id}`)).toMatchObject({ status: 404, code: 'TASK_NOT_FOUND' });
    // Once it is taken the others may still read it, and are told who has it.
    await d.act('ra-soat', FIRST, 'claim');
    expect(await told(SECOND)).toEqual([]);
    expect((await office.must(SECOND, 'GET', `/tasks/${id}`))['holder']).toMatchObject({ person: FIRST });
  });

  test('WRP-41 hồ sơ, việc và văn bản của người khác: người ngoài được trả lời như thể không có · what is allocated elsewhere does not exist for a stranger', async () => {
    const d = await opened(await office.publish('soan-thao', teamReview()), single);
    const { id } = await d.task('ra-soat');
    const document = (await d.read()).documents[0]!.id;
    const ways = [`/dossiers/${d.id}`, `/dossiers/${d.id}/events`, `/tasks/${id}`] as const;
    for (const path of ways) {
      expect((await office.refused(OUTSIDER, 'GET', path)).status).toBe(404);
      await office.must(FIRST, 'GET', path);
    }
    const read = async (person: string): Promise<number> => {
      const answer = await fetch(`${office.api.baseUrl}/api/v1/documents/${document}/content`, { headers: { authorization: `Bearer ${await office.api.token(person)}` } });
      await answer.arrayBuffer();
      return answer.status;
    };
    expect(await read(OUTSIDER)).toBe(404);
    expect(await read(FIRST)).toBe(200);
    expect((await office.refused(OUTSIDER, 'POST', `/dossiers/${d.id}/comments`, { text: 'Cho hỏi' })).status).toBe(404);
    const list = (await office.must(OUTSIDER, 'GET', '/dossiers?limit=200')) as { items: { id: string }[] };
    expect(list.items.map((i) => i.id)).not.toContain(d.id);
  });

  test('WRP-41 bản thảo chưa trình chỉ cơ quan chủ trì thấy, trình rồi văn phòng mới thấy · an unsubmitted draft is the lead unit’s own', async () => {
    const d = await office.dossier('soan-thao', `${draftTo('duyet')}  duyet: { kind: approve, who: { headOf: leadUnit }, rule: any, next: { approved: xong, rejected: khong, returned: soan-thao } }\n${END}${REFUSED_END}`);
    expect((await office.refused(WHO.clerk, 'GET', `/dossiers/${d.id}`)).code).toBe('DOSSIER_NOT_FOUND');
    expect((await d.read(WHO.deputy)).id).toBe(d.id);
    await d.submit();
    expect((await d.read(WHO.clerk)).id).toBe(d.id);
  });
});
