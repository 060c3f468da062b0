import {
  agendaOf, attendanceOf, DossierReadModel, findNumber, finishAssignment, insertAbsence, insertAuthority, insertAssignment, insertMeeting, insertPaper, lockAssignment, lockMeeting, lockRegisterSeries, markAgendaItem, MeetingsReadModel, placeOnAgenda,
  RegistersReadModel, sortAgenda, updateMeeting, voidNumber, writeAttendance,
} from '@totrinh/persistence';
import { v7 } from 'uuid';
import { created, everyFact, names } from './every-fact.ts';
import { StoreHouse } from './store-house.ts';

const page = { limit: 50, after: null };
const viewer = { person: 'vptu-th', day: '2022-07-13' };
const n = names();
let house: StoreHouse;
let act: string;
let meetings: MeetingsReadModel;
beforeAll(async () => {
  house = await StoreHouse.open();
  act = await house.act();
  meetings = new MeetingsReadModel(house.source);
  for (const d of ['a', 'b']) await house.tell(n(d), [created(null), { type: 'step.opened', data: { step: n(`step-${d}`), path: 'bieu-quyet', kind: 'vote', round: 1, cause: 1 } }]);
  await house.tx((tx) => insertMeeting(tx, { id: n('meeting'), body: 'btv', on: '2022-07-20', title: 'MẪU hội nghị', place: 'MẪU', createdBy: 'vptu-th', act }));
});
afterAll(async () => house.close());

const id = n('meeting');
const agenda = async (): Promise<string[]> => (await house.tx((tx) => agendaOf(tx, id))).map((i) => `${i.step === n('step-a') ? 'a' : 'b'} ${i.state}`);

describe('a meeting', () => {
  test('counts its version on with each change, and changes only what is named', async () => {
    await house.tx((tx) => { updateMeeting(tx, id, { place: 'MẪU phòng 1', papersSentAt: house.at }); });
    await house.tx((tx) => { updateMeeting(tx, id, {}); });
    expect(await house.tx((tx) => lockMeeting(tx, id))).toMatchObject({ body: 'btv', on: '2022-07-20', title: 'MẪU hội nghị', place: 'MẪU phòng 1', state: 'planned', papersSentAt: house.at, conclusion: null, seq: 3 });
    expect(await house.tx((tx) => lockMeeting(tx, v7()))).toBeNull();
  });

  test('has dossiers on its agenda in an order that can be changed; what was put off may come back at the end', async () => {
    for (const d of ['a', 'b']) await house.tx((tx) => { placeOnAgenda(tx, id, n(d), n(`step-${d}`)); });
    expect(await agenda()).toEqual(['a onAgenda', 'b onAgenda']);
    await house.tx((tx) => { sortAgenda(tx, id, [n('step-b'), n('step-a')]); });
    expect(await agenda()).toEqual(['b onAgenda', 'a onAgenda']);
    await house.tx((tx) => { markAgendaItem(tx, id, n('step-b'), 'putOff'); });
    expect(await agenda()).toEqual(['b putOff', 'a onAgenda']);
    await house.tx((tx) => { placeOnAgenda(tx, id, n('b'), n('step-b')); });
    expect(await agenda()).toEqual(['a onAgenda', 'b onAgenda']);
  });

  test('is shown with names, papers and new tasks; a dossier only to whom may see it', async () => {
    const assignment = v7();
    await house.tx((tx) => {
      writeAttendance(tx, id, [{ person: 'btv-1', present: true, note: null }, { person: 'btv-2', present: true, note: null }]);
      insertPaper(tx, id, { sha256: 'p1', name: 'MẪU.pdf', mediaType: 'application/pdf', size: 5_000_000_000, kind: 'minutes', act });
      insertAssignment(tx, { id: assignment, meeting: id, dossier: n('a'), unit: 'stc', text: 'MẪU nhiệm vụ', dueOn: '2022-08-01' });
    });
    await house.tx((tx) => {
      writeAttendance(tx, id, [{ person: 'btv-2', present: false, note: 'MẪU đi công tác' }]);
      insertPaper(tx, id, { sha256: 'p1', name: 'MẪU khác.pdf', mediaType: 'application/pdf', size: 1, kind: 'minutes', act });
      updateMeeting(tx, id, { state: 'held', conclusion: 'MẪU kết luận' });
    });
    expect(await house.tx((tx) => attendanceOf(tx, id))).toHaveLength(2);
    expect(await house.tx((tx) => lockAssignment(tx, assignment))).toMatchObject({ unit: 'stc', dueOn: '2022-08-01', doneOn: null });
    await house.tx((tx) => { finishAssignment(tx, assignment, '2022-07-30', 'stc-truong'); });
    const seen = await meetings.find(viewer, id);
    expect(seen).toMatchObject({
      title: 'MẪU hội nghị', state: 'held', conclusion: 'MẪU kết luận', version: 4, items: 2, body: { id: 'btv' }, createdBy: { person: 'vptu-th', name: 'MẪU vptu-th' },
      attendance: [{ person: 'btv-1', name: 'MẪU btv-1', present: true, note: null }, { person: 'btv-2', present: false, note: 'MẪU đi công tác' }],
      papers: [{ sha256: 'p1', name: 'MẪU.pdf', size: 5_000_000_000, kind: 'minutes' }], assignments: [{ dossier: null, unit: { id: 'stc' }, doneOn: '2022-07-30', doneBy: { person: 'stc-truong' } }],
    });
    expect(seen?.agenda.map((i) => i.dossier)).toEqual([null, null]);
    expect((await meetings.find({ ...viewer, person: 'btctu-truong' }, id))?.agenda.map((i) => i.dossier?.id)).toEqual([n('a'), n('b')]);
    expect(await meetings.find({ ...viewer, day: '2019-01-01' }, id)).toBeNull();
  });

  test('is listed by body and day, the latest first, page by page', async () => {
    for (const on of ['2022-07-18', '2022-07-22']) await house.tx((tx) => insertMeeting(tx, { id: n(on), body: on === '2022-07-22' ? 'bo-trong' : 'btv', on, title: 'MẪU', place: '', createdBy: 'vptu-th', act }));
    const listed = async (wish: object, after: { on: string; id: string } | null = null, limit = 50): Promise<string[]> => (await meetings.page(viewer, { body: null, from: null, to: null, ...wish }, { limit, after })).items.map((m) => m.on);
    expect(await listed({})).toEqual(['2022-07-22', '2022-07-20', '2022-07-18']);
    expect(await listed({ body: 'btv' })).toEqual(['2022-07-20', '2022-07-18']);
    expect(await listed({ from: '2022-07-20', to: '2022-07-20' })).toEqual(['2022-07-20']);
    const first = await meetings.page(viewer, { body: null, from: null, to: null }, { limit: 2, after: null });
    expect(await listed({}, first.next)).toEqual(['2022-07-18']);
  });
});

describe('a dossier’s page', () => {
  test('shows demands, answers to opinions, proposals, rosters, arithmetic and who stood in', async () => {
    const absence = v7();
    await house.tx((tx) => insertAbsence(tx, { id: absence, person: 'stc-truong', substitute: 'stc-pho', from: '2022-07-01', to: '2022-07-31', routes: null, act, at: house.at }));
    const authority = v7();
    await house.tx((tx) => insertAuthority(tx, { id: authority, grantor: 'stc-truong', grantee: 'stc-pho', number: '1/UQ', document: null, routes: null, verbs: ['sign'], from: '2022-07-01', to: '2022-07-31', act, at: house.at }));
    for (const [, facts] of everyFact(n, { item: await house.item(), absence, authority })) await house.tell(n('dossier'), facts);
    await house.tx((tx) => { placeOnAgenda(tx, id, n('dossier'), n('vote')); });
    const seen = await new DossierReadModel(house.source).find({ person: 'btctu-cv', day: '2022-07-13' }, n('dossier'));
    expect(seen?.demands).toEqual([{ answer: null, id: n('demand'), step: n('vote'), text: 'MẪU yêu cầu', madeAt: house.at, answeredAt: house.at, document: n('doc-2') }]);
    expect(seen?.responses).toMatchObject([{ decision: n('d-btgtu'), verdict: 'partly', reason: 'MẪU giải trình', by: { person: 'btctu-cv' } }]);
    expect(seen?.proposals).toMatchObject([
      { id: n('proposal-1'), verb: 'skip', state: 'declined', reason: 'MẪU', by: { name: 'MẪU vptu-th' }, decidedBy: { person: 'vptu-truong' } }, { id: n('proposal-2'), state: 'confirmed', reason: null },
      { id: n('proposal-3'), state: 'open', params: { at: [1, 'a', null] }, decidedBy: null },
    ]);
    expect(seen?.agenda).toMatchObject([{ step: n('vote'), state: 'onAgenda', meeting: { id, on: '2022-07-20', body: { id: 'btv' } } }]);
    const step = (name: string) => seen?.steps.find((s) => s.id === n(name));
    expect(step('vote')?.roster).toMatchObject([{ person: 'btv-1', name: 'MẪU btv-1', capacity: 'bi-thu', post: 'MẪU bi-thu' }, { person: 'btv-3', capacity: 'uy-vien' }]);
    expect([step('draft')?.roster, step('draft')?.arithmetic, step('consult')?.arithmetic?.data]).toEqual([null, null, expect.objectContaining({ kind: 'consult', asked: 2 })]);
    expect(seen?.decisions.find((d) => d.id === n('d-stc'))).toMatchObject({ actor: { person: 'stc-pho' }, principal: { person: 'stc-truong' }, inStead: absence, recorded: { by: { name: 'MẪU vptu-th' }, confirmedBy: null, document: n('doc'), on: '2022-07-14' } });
    expect(seen?.decisions.find((d) => d.id === n('d-btgtu'))).toMatchObject({ inStead: null, recorded: null });
    expect(seen?.tasks.find((t) => t.id === n('t-stc'))).toMatchObject({ candidates: [{ person: 'sxd-truong' }], helpers: [{ person: 'stc-pho', capacity: 'deputy' }] });
  });
});

describe('a register', () => {
  const numbers = async (register: string): Promise<unknown[]> => ((await new RegistersReadModel(house.source).numbers(viewer, register, { series: null, from: null, to: null, state: null }, page))?.items ?? []).map((x) => [x.number, x.text, x.state, x.reason]);
  const makeVoid = (register: string, series: string, number: number, on: string): Promise<void> => house.tx((tx) => { voidNumber(tx, register, series, number, 'MẪU ghi nhầm', act, on); });

  test('shows the state of each number and why one is void; a void number keeps its dossier', async () => {
    await makeVoid('so-da', 'XVII', 15, '2022-08-23');
    expect(await numbers('so-da')).toEqual([...[12, 13, 14].map((x) => [x, `${x}-ĐA/TU`, 'elsewhere', null]), [15, '15-ĐA/TU', 'void', 'MẪU ghi nhầm']]);
    expect(await house.tx((tx) => findNumber(tx, 'so-da', 'XVII', 15))).toMatchObject({ state: 'void', dossier: n('dossier'), on: '2022-08-22' });
    expect(await house.tx((tx) => lockRegisterSeries(tx, 'so-da', 'XVII'))).toMatchObject({ next: 16, lastOn: '2022-08-22', gives: true });
  });

  test('refuses to make a number void twice', async () => {
    await expect(makeVoid('so-da', 'XVII', 15, '2022-08-24')).rejects.toMatchObject({ code: '23000' });
  });

  test('gives a number that was spoiled before it was used its row, and goes on behind it', async () => {
    await makeVoid('so-kh', '2022', 181, '2022-07-13');
    expect(await numbers('so-kh')).toEqual([[181, '181/KH-STC', 'void', 'MẪU ghi nhầm']]);
    expect(await house.tx((tx) => lockRegisterSeries(tx, 'so-kh', '2022'))).toMatchObject({ next: 182, lastOn: '2022-07-13' });
  });

  const record = (number: number, on: string, text = `${number}-ĐA/TU`): Promise<unknown> => house.tell(n('dossier'), [{ type: 'number.given', data: { register: 'so-da', series: 'XVII', number, text, on, recorded: true } }]);

  test('records a number that was passed over, with its own day, and leaves the next one alone', async () => {
    await record(13, '2022-08-20');
    expect(await house.tx((tx) => findNumber(tx, 'so-da', 'XVII', 13))).toMatchObject({ state: 'recorded', dossier: n('dossier'), on: '2022-08-20' });
    expect(await house.tx((tx) => lockRegisterSeries(tx, 'so-da', 'XVII'))).toMatchObject({ next: 16, lastOn: '2022-08-22' });
  });

  test.each([13, 15])('never records number %i, which a dossier has or had', async (number) => {
    await expect(record(number, '2022-08-25')).rejects.toMatchObject({ code: '23000' });
  });

  test('misses no number', async () => {
    expect((await new RegistersReadModel(house.source).page(viewer, page)).items.map((r) => [r.id, r.series.map((s) => [s.next, s.given, s.missing])])).toEqual([['so-da', [[16, 1, []]]], ['so-kh', [[182, 0, []]]]]);
  });
});
