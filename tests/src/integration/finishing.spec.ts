import {
  addParticipant, advance, answer, answerDemand, arrive, ask, assign, attach, closeConsult, confirm, decide, finish, initial, issue, prepare, reach, register, removeParticipant, respond, settleAutomatic, sign, submit, transfer,
  type ActAnswer, type ActRequest,
} from '@totrinh/casework';
import type { Result } from '@totrinh/domain';
import { faultsOf } from '../house/ledger-checks.ts';
import { LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';

const ROUTE = `
route: ket-luan
title: { vi: Đề án MẪU, en: Sample scheme }
units: { appraising: from item, issuing: from item }
groups: { cooperating: from item }
bodies: { authority: from item }
start: soan-thao
steps:
  soan-thao: { kind: draft, who: { person: drafter }, needs: { documents: [du-thao] }, next: { completed: duyet } }
  duyet: { kind: review, who: { headOf: leadUnit }, initials: content, next: { approved: lay-y-kien, returned: soan-thao } }
  lay-y-kien: { kind: consult, each: { units: cooperating }, next: { completed: tiep-thu } }
  tiep-thu: { kind: draft, who: { person: drafter }, needs: { responses: all }, next: { completed: thong-qua } }
  thong-qua: { kind: approve, who: { body: authority }, rule: any, next: { approved: ky, approvedSubjectTo: hoan-thien, rejected: dung-lai, returned: tiep-thu } }
  hoan-thien: { kind: finish, who: { headOf: leadUnit }, confirm: { signers: authority }, next: { confirmed: ky, returned: hoan-thien } }
  ky: { kind: sign, who: { signers: authority }, next: { signed: ban-hanh, returned: tiep-thu } }
  ban-hanh: { kind: issue, register: from item, who: { post: van-thu }, completes: item, next: { issued: theo-doi } }
  theo-doi: { kind: track, milestones: { from: item }, next: { completed: bao-tin } }
  bao-tin: { kind: notify, to: [{ headOf: leadUnit }, { unit: appraising }], message: { vi: MẪU, en: Sample }, next: { completed: cho } }
  cho: { kind: wait, for: cong-van, next: { completed: xong } }
  xong: { kind: end, status: done }
  dung-lai: { kind: end, status: rejected }
`;

let house: LedgerHouse;
let d: LedgerDossier;
beforeAll(async () => {
  house = await LedgerHouse.open();
  await house.publish(ROUTE);
  d = await LedgerDossier.open(house, { route: 'ket-luan' });
});
afterAll(async () => house.close());

const as = (person: string): ActRequest => house.request(person);
const went = async (act: Promise<Result<ActAnswer>>): Promise<ActAnswer> => { const done = must(await act); must(await advance(house.desk, d.id)); return done; };
const task = async (path: string, of?: string): Promise<string> => (await d.task(path, of)).id;
const step = async (path: string): Promise<string> => (await d.load()).case.steps.findLast((s) => s.path === path)?.id ?? '';

/** One dossier, from its first draft to the letter that it waits for; each test goes on where the one before it stopped. */
describe('Một hồ sơ được thông qua có yêu cầu hoàn thiện · a dossier that is approved subject to demands', () => {
  test('ký nháy nội dung, lấy ý kiến: vào sổ, giao, chuẩn bị, trả lời', async () => {
    must(await d.attach('du-thao', 'a1'));
    await went(submit(house.desk, d.id, as('btctu-cv')));
    expect(codeOf(await sign(house.desk, { task: await task('duyet') }, as('btctu-truong')))).toBe('OUTCOME_NOT_POSSIBLE');
    await went(initial(house.desk, { task: await task('duyet') }, as('btctu-truong')));
    const stc = await task('lay-y-kien', 'stc');
    await went(register(house.desk, { task: stc, number: '312' }, as('stc-truong')));
    expect(codeOf(await assign(house.desk, { task: stc, person: 'sxd-truong' }, as('stc-truong')))).toBe('NOT_OF_UNIT');
    await went(assign(house.desk, { task: stc, person: 'stc-pho' }, as('stc-truong')));
    await went(prepare(house.desk, { task: stc, outcome: 'object', text: 'MẪU chưa rõ nguồn vốn' }, as('stc-pho')));
    await went(answer(house.desk, { task: stc, outcome: 'object', reason: 'MẪU chưa rõ nguồn vốn' }, as('stc-truong')));
    expect(await house.look(`select value from totrinh.event_private where dossier_id = $1 and field = 'text'`, [d.id])).toEqual([{ value: 'MẪU chưa rõ nguồn vốn' }]);
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('thêm, bớt nơi lấy ý kiến, xin thêm ý kiến; kết thúc sớm', async () => {
    await went(addParticipant(house.desk, d.id, { step: await step('lay-y-kien'), unit: 'sxd', reason: 'MẪU' }, as('btctu-cv')));
    expect(codeOf(await addParticipant(house.desk, d.id, { step: await step('lay-y-kien'), unit: 'khong-co' }, as('btctu-cv')))).toBe('NOT_INCUMBENT');
    await went(removeParticipant(house.desk, d.id, { task: await task('lay-y-kien', 'btgtu'), reason: 'MẪU' }, as('btctu-truong')));
    await went(ask(house.desk, d.id, { person: 'vptu-pho', text: 'MẪU câu hỏi' }, as('btctu-cv')));
    await went(decide(house.desk, { task: await task('lay-y-kien', 'vptu-pho'), outcome: 'other', reason: 'MẪU' }, as('vptu-pho')));
    expect(await d.at()).toEqual(['lay-y-kien']);
    await went(closeConsult(house.desk, d.id, { step: await step('lay-y-kien'), reason: 'MẪU gấp' }, as('vptu-th')));
    expect(await d.at()).toEqual(['tiep-thu']);
    expect(await house.look<{ arithmetic: { data: object } }>(`select arithmetic from totrinh.step where dossier_id = $1 and path = 'lay-y-kien'`, [d.id])).toMatchObject([{ arithmetic: { data: { closed: 'early', asked: 2, object: 1, unanswered: 1 } } }]);
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('giải trình rồi trình; thông qua, giao hoàn thiện; trả lời từng yêu cầu', async () => {
    expect(codeOf(await submit(house.desk, d.id, as('btctu-cv')))).toBe('RESPONSES_MISSING');
    for (const { id, outcome } of (await d.load()).case.decisions) if (outcome === 'object' || outcome === 'other') await went(respond(house.desk, d.id, { decision: id, verdict: 'partly', reason: 'MẪU' }, as('btctu-cv')));
    await went(submit(house.desk, d.id, as('btctu-cv')));
    await went(decide(house.desk, { task: await task('thong-qua'), outcome: 'approvedSubjectTo', reason: null, demands: ['MẪU bổ sung phụ lục', 'MẪU sửa số liệu'] }, as('btv-3')));
    await went(transfer(house.desk, { task: await task('hoan-thien'), person: 'btctu-cv' }, as('btctu-truong')));
    const [first, second] = (await d.load()).case.demands.map((x) => x.id);
    await went(answerDemand(house.desk, d.id, { demand: first ?? '', text: 'MẪU' }, as('btctu-cv')));
    expect(codeOf(await finish(house.desk, { task: await task('hoan-thien') }, as('btctu-cv')))).toBe('DEMANDS_UNANSWERED');
    const { ids } = must(await attach(house.desk, d.id, { role: 'du-thao', name: 'du-thao.docx', sha256: 'a2', size: 1, mediaType: 'application/pdf' }, as('btctu-cv')));
    await went(answerDemand(house.desk, d.id, { demand: second ?? '', text: 'MẪU', document: ids['document'] ?? null }, as('btctu-cv')));
    await went(finish(house.desk, { task: await task('hoan-thien') }, as('btctu-cv')));
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('người ký xác nhận; phê duyệt theo sang bản hoàn thiện, ký và ban hành được', async () => {
    await went(confirm(house.desk, { task: await task('hoan-thien'), outcome: 'returned', reason: 'MẪU còn thiếu' }, as('btv-1')));
    await went(finish(house.desk, { task: await task('hoan-thien') }, as('btctu-truong')));
    await went(confirm(house.desk, { task: await task('hoan-thien'), outcome: 'confirmed', reason: null }, as('btv-2')));
    await went(sign(house.desk, { task: await task('ky') }, as('btv-1')));
    await went(issue(house.desk, { task: await task('ban-hanh') }, as('vptu-vt')));
    expect((await d.load()).case.number).toBe('12-ĐA/TU');
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('đủ mốc thì báo tin, mỗi người một lần dù báo hai lần; công văn tới thì hồ sơ kết thúc', async () => {
    await went(reach(house.desk, { task: await task('theo-doi'), milestone: 'van-ban-trien-khai' }, as('btctu-truong')));
    const at = await step('bao-tin');
    const both = await Promise.all([settleAutomatic(house.desk, d.id, at, 'completed'), settleAutomatic(house.desk, d.id, at, 'completed')]);
    expect(both.map((r) => must(r).settled).sort()).toEqual([false, true]);
    expect(await house.look('select person_id as person, kind from totrinh.notice where dossier_id = $1 order by 1', [d.id])).toEqual(['btctu-truong', 'vptu-pho', 'vptu-truong'].map((person) => ({ person, kind: 'notify' })));
    must(await advance(house.desk, d.id));
    expect(codeOf(await arrive(house.desk, d.id, { name: 'khac' }, as('btctu-cv')))).toBe('STEP_NOT_FOUND');
    await went(arrive(house.desk, d.id, { name: 'cong-van' }, as('btctu-cv')));
    expect((await d.load()).case.status).toBe('done');
    expect(await faultsOf(house, d.id)).toEqual([]);
  });
});
