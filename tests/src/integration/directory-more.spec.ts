import { absencesOf, AbsencesReadModel, askDirectory, endAbsence, findAbsence, insertAbsence, insertNotices, loadActor, lockAbsences, maySee, NoticesReadModel, QueueReadModel, readNotices, substitutionsBy, type Viewer } from '@totrinh/persistence';
import type { Fact, WhoQuery } from '@totrinh/domain';
import { v7 } from 'uuid';
import { assignee, created, names } from './every-fact.ts';
import { StoreHouse } from './store-house.ts';

const DAY = '2022-07-13';
let house: StoreHouse;
beforeAll(async () => {
  house = await StoreHouse.open();
  await house.look(`update totrinh.person set skills = '{tai-chinh,phap-che}' where id in ('btctu-cv2', 'stc-pho')`);
});
afterAll(async () => house.close());

const ask = async (query: WhoQuery): Promise<string[]> => (await house.tx((tx) => askDirectory(tx, query, DAY))).map((a) => a.person);
const page = { limit: 50, after: null };
const viewer = (person: string, day = DAY): Viewer => ({ person, day });

/** A dossier at a step with these tasks; answers the id of a task by its name. */
async function dossierWith(tasks: readonly object[], kind: 'review' | 'vote' = 'review'): Promise<{ id: string; n: (name: string) => string }> {
  const [n, id] = [names(), v7()];
  const opened = tasks.map((t, i): Fact => ({ type: 'task.opened', data: { task: n(String(i)), step: n('step'), unit: null, assignees: [], holder: null, barred: [], ...t } }));
  await house.tell(id, [created(null), { type: 'step.opened', data: { step: n('step'), path: 'duyet', kind, round: 1, cause: 1 } }, ...opened]);
  return { id, n };
}
const close = async ({ id, n }: { id: string; n: (name: string) => string }): Promise<unknown> => house.tell(id, [{ type: 'task.closed', data: { task: n('0'), as: 'done' } }, { type: 'step.cancelled', data: { step: n('step') } }]);

describe('the directory is asked', () => {
  test.each<[string, WhoQuery, string[]]>([
    ['whoever holds one of these posts, in the order of roles', { kind: 'post', unit: 'btctu', roles: ['deputy', 'head'] }, ['btctu-pho', 'btctu-truong']],
    ['only whoever has the skill', { kind: 'post', unit: 'btctu', roles: ['drafter'], skill: 'phap-che' }, ['btctu-cv2']],
    ['a skill that nobody there has', { kind: 'post', unit: 'vptu', roles: ['head'], skill: 'phap-che' }, []],
    ['whatever post a person holds', { kind: 'holder', person: 'stc-pho' }, ['stc-pho']],
    ['nobody of that name', { kind: 'holder', person: '' }, []],
    ['the head of a person’s unit', { kind: 'superior', person: 'btctu-cv' }, ['btctu-truong']],
    ['the head of a head’s own unit: nobody', { kind: 'superior', person: 'btctu-truong' }, []],
    ['the head of who sits in a body only: nobody', { kind: 'superior', person: 'btv-1' }, []],
    ['signers in their order', { kind: 'signers', body: 'btv' }, ['btv-1', 'btv-2']],
    ['a body’s incumbents, offered to all', { kind: 'body', body: 'btv', pick: 'offer' }, ['btv-1', 'btv-2', 'btv-3']],
  ])('for %s', async (_what, query, people) => {
    expect(await ask(query)).toEqual(people);
  });

  test('in turn: whoever never had a task, then whoever had one longest ago; helping is no task', async () => {
    const query: WhoQuery = { kind: 'post', unit: 'btctu', roles: ['head', 'deputy', 'drafter'], pick: 'roundRobin' };
    expect(await ask(query)).toEqual(['btctu-truong', 'btctu-pho', 'btctu-cv', 'btctu-cv2']);
    for (const person of ['btctu-cv', 'btctu-truong']) await close(await dossierWith([{ assignees: [assignee(person)], holder: person, helpers: [assignee('btctu-pho')] }]));
    expect(await ask(query)).toEqual(['btctu-pho', 'btctu-cv2', 'btctu-cv', 'btctu-truong']);
    await close(await dossierWith([{ assignees: [assignee('btctu-cv')], holder: 'btctu-cv' }]));
    expect(await ask(query)).toEqual(['btctu-pho', 'btctu-cv2', 'btctu-truong', 'btctu-cv']);
    // Whoever could have had a task that another one was given has had none.
    await close(await dossierWith([{ assignees: [assignee('btctu-cv2'), assignee('btctu-pho')], holder: 'btctu-cv2' }]));
    expect(await ask(query)).toEqual(['btctu-pho', 'btctu-truong', 'btctu-cv', 'btctu-cv2']);
  });

  test('for the shortest queue: only open tasks that are held count, equal ones in the order of posts', async () => {
    const query: WhoQuery = { kind: 'signers', body: 'btv', pick: 'shortestQueue' };
    const held = await dossierWith([{ assignees: [assignee('btv-1')], holder: 'btv-1' }, { assignees: [assignee('btv-1'), assignee('btv-2')] }]);
    expect(await ask(query)).toEqual(['btv-2', 'btv-1']);
    await close(held);
    expect(await ask(query)).toEqual(['btv-1', 'btv-2']);
  });
});

describe('an absence', () => {
  const id = v7();
  beforeAll(async () => {
    const act = await house.act();
    await house.tx((tx) => insertAbsence(tx, { id, person: 'btctu-truong', substitute: 'btctu-pho', from: '2022-07-10', to: '2022-07-20', routes: ['mau'], act, at: house.at }));
  });
  const standsIn = async (day: string): Promise<readonly object[]> => (await house.tx((tx) => loadActor(tx, 'btctu-pho', day))).substitutes;

  test.each([['2022-07-09', false], ['2022-07-10', true], ['2022-07-20', true], ['2022-07-21', false]])('on %s lets the substitute act: %s', async (day, holds) => {
    const posts = [{ appointment: assignee('btctu-truong').appointment, role: 'head', unit: 'btctu', body: null }];
    expect(await standsIn(day)).toEqual(holds ? [{ principal: 'btctu-truong', absence: id, posts, routes: ['mau'] }] : []);
  });

  test('is not handed on to whoever substitutes the substitute, and lends no post of its own', async () => {
    const actor = await house.tx((tx) => loadActor(tx, 'btctu-pho', DAY));
    expect(actor.posts.map((p) => p.role)).toEqual(['deputy']);
    expect((await house.tx((tx) => loadActor(tx, 'btctu-truong', DAY))).substitutes).toEqual([]);
  });

  test('cannot be ended by somebody else while an act relies on it', async () => {
    const told = await house.tx(async (tx) => {
      await loadActor(tx, 'btctu-pho', DAY);
      return house.look(`select 1 from totrinh.absence where id = $1 for update nowait`, [id]).then(() => 'free', (fault: { code?: string }) => fault.code);
    });
    expect(told).toBe('55P03');
  });

  test.each([['2022-07-01', '2022-07-09', 0], ['2022-07-01', '2022-07-10', 1], ['2022-07-20', '2022-08-01', 1], ['2022-07-21', '2022-08-01', 0]])('touches %s to %s: %i', async (from, to, n) => {
    await house.tx(async (tx) => {
      await lockAbsences(tx);
      expect(await absencesOf(tx, 'btctu-truong', from, to)).toHaveLength(n);
      expect(await substitutionsBy(tx, 'btctu-pho', from, to)).toHaveLength(n);
      expect(await absencesOf(tx, 'btctu-pho')).toEqual([]);
    });
  });

  test('brings the absent person’s tasks into the substitute’s queue, each once, except votes and other routes', async () => {
    const queue = new QueueReadModel(house.source);
    const waiting = async (person: string, day = DAY): Promise<unknown[]> => (await queue.page(viewer(person, day), page)).items.map((t) => [t.dossier.id, t.asHelper, t.inSteadOf?.person ?? null]);
    const theirs = await dossierWith([{ assignees: [assignee('btctu-truong')], holder: 'btctu-truong' }]);
    const both = await dossierWith([{ assignees: [assignee('btctu-truong'), assignee('btctu-pho')] }]);
    await dossierWith([{ assignees: [assignee('btctu-truong')], holder: 'btctu-truong' }], 'vote');
    expect(await waiting('btctu-pho')).toEqual([[theirs.id, false, 'btctu-truong'], [both.id, false, null]]);
    expect(await waiting('btctu-pho', '2022-07-21')).toEqual([[both.id, false, null]]);
    await house.look(`update totrinh.absence set routes = '{khac}' where id = $1`, [id]);
    expect(await waiting('btctu-pho')).toEqual([[both.id, false, null]]);
    await house.look(`update totrinh.absence set routes = '{mau}' where id = $1`, [id]);
  });

  test('lets the substitute see the dossiers of that route in which the absent person takes part', async () => {
    const stc = await house.act();
    const away = v7();
    await house.tx((tx) => insertAbsence(tx, { id: away, person: 'stc-truong', substitute: 'sxd-truong', from: DAY, to: DAY, routes: ['mau'], act: stc, at: house.at }));
    const d = await dossierWith([{ assignees: [assignee('stc-truong')], holder: 'stc-truong' }]);
    const sees = (day: string): Promise<boolean> => house.tx((tx) => maySee(tx, viewer('sxd-truong', day), d.id));
    expect([await sees(DAY), await sees('2022-07-14')]).toEqual([true, false]);
    await house.look(`update totrinh.absence set routes = '{khac}' where id = $1`, [away]);
    expect(await sees(DAY)).toBe(false);
  });

  test('is shown to both and to the administrator, and holds no more from the day on which it was ended', async () => {
    const shown = async (person: string): Promise<unknown[]> => (await new AbsencesReadModel(house.source).page(viewer(person), page)).items.map((b) => [b.person.person, b.substitute.name, b.holds]);
    expect(await shown('btctu-pho')).toEqual([['btctu-truong', 'MẪU btctu-pho', true]]);
    expect(await shown('btctu-cv')).toEqual([]);
    expect(await shown('quan-tri')).toHaveLength(2);
    await house.tx((tx) => endAbsence(tx, id, DAY));
    await house.tx((tx) => endAbsence(tx, id, '2022-07-18'));
    expect(await house.tx((tx) => findAbsence(tx, id))).toMatchObject({ from: '2022-07-10', to: '2022-07-20', endedOn: DAY });
    expect([await standsIn('2022-07-12'), await standsIn(DAY)]).toEqual([[expect.anything()], []]);
    expect(await shown('btctu-truong')).toEqual([['btctu-truong', 'MẪU btctu-pho', false]]);
  });
});

test('a clerk finds a task until it is registered, its officer while holding it', async () => {
  const queue = async (person: string): Promise<boolean[]> => (await new QueueReadModel(house.source).page(viewer(person), page)).items.map((t) => t.asHelper);
  const d = await dossierWith([{ unit: 'vptu', assignees: [assignee('vptu-truong')], holder: 'vptu-truong', helpers: [assignee('vptu-vt', 'clerk')] }]);
  expect([await queue('vptu-vt'), await queue('vptu-truong'), await queue('vptu-th')]).toEqual([[true], [false], []]);
  await house.tell(d.id, [{ type: 'task.registered', data: { task: d.n('0'), by: 'vptu-vt', number: '1' } }, { type: 'task.given', data: { task: d.n('0'), by: 'vptu-truong', officer: assignee('vptu-th', 'officer'), mayAnswer: false } }]);
  expect([await queue('vptu-vt'), await queue('vptu-truong'), await queue('vptu-th')]).toEqual([[], [], [true]]);
  await house.tell(d.id, [{ type: 'task.prepared', data: { task: d.n('0'), by: 'vptu-th', outcome: 'consent' } }]);
  expect([await queue('vptu-vt'), await queue('vptu-truong'), await queue('vptu-th')]).toEqual([[], [false], []]);
});

test('an officer from whom the task was taken again finds it no more', async () => {
  const queue = async (person: string): Promise<number> => (await new QueueReadModel(house.source).page(viewer(person), page)).items.length;
  const d = await dossierWith([{ unit: 'sxd', assignees: [assignee('sxd-truong')], holder: 'sxd-truong' }]);
  const before = await queue('btctu-cv2');
  await house.tell(d.id, [{ type: 'task.given', data: { task: d.n('0'), by: 'sxd-truong', officer: assignee('btctu-cv2', 'drafter'), mayAnswer: false } }]);
  expect(await queue('btctu-cv2')).toBe(before + 1);
  await house.tell(d.id, [{ type: 'task.transferred', data: { task: d.n('0'), by: 'sxd-truong', to: assignee('btv-3') } }]);
  expect(await queue('btctu-cv2')).toBe(before);
});

test('a person is told the same thing once, reads it, and never another’s', async () => {
  const d = await dossierWith([{ assignees: [assignee('vptu-pho')], holder: 'vptu-pho' }]);
  const tell = (person: string, effectKey: string): Promise<void> => house.tx((tx) => insertNotices(tx, [{ id: v7(), person, dossier: d.id, kind: 'notify', effectKey, at: house.at }]));
  for (const key of ['a', 'a', 'b']) await tell('vptu-pho', key);
  await tell('sxd-truong', 'c');
  const notices = new NoticesReadModel(house.source);
  const { items } = await notices.page(viewer('vptu-pho'), page);
  expect([items.map((i) => i.dossier?.id), await notices.unread(viewer('vptu-pho'))]).toEqual([[d.id, d.id], 2]);
  expect((await notices.page(viewer('sxd-truong'), page)).items).toMatchObject([{ kind: 'notify', dossier: null, readAt: null }]);
  await house.tx((tx) => readNotices(tx, 'vptu-pho', [items[0]!.id], house.at));
  await house.tx((tx) => readNotices(tx, 'sxd-truong', items.map((i) => i.id), house.at));
  expect([await notices.unread(viewer('vptu-pho')), await notices.unread(viewer('sxd-truong'))]).toEqual([1, 1]);
  await house.tx((tx) => readNotices(tx, 'vptu-pho', null, house.at));
  expect(await notices.unread(viewer('vptu-pho'))).toBe(0);
});
