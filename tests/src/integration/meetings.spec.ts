import { attachPaper, attend, conclude, confirmProposal, createMeeting, finishAssignment, meetingTag, placeOnAgenda, putOff, recordResult, reserve, sendPapers, type MeetingAnswer } from '@totrinh/casework';
import { faultsOf } from '../house/ledger-checks.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';
import { enterCouncil, member, VoteHall, voteRoute } from './vote-hall.ts';

const MEMBERS = 5;
const NOBODY = '00000000-0000-4000-8000-999999999999';
const PAPER = { kind: 'paper', name: 'tai-lieu.pdf', sha256: 'c'.repeat(64), size: 7, mediaType: 'application/pdf' } as const;

let house: LedgerHouse;
beforeAll(async () => {
  house = await LedgerHouse.open();
  await enterCouncil(house, MEMBERS);
  await house.publish(voteRoute('hoi-nghi', 'meeting', '{ base: members, approve: "> 1/2" }'));
  await house.publish(voteRoute('phieu', 'written', '{ base: members, approve: "> 1/2" }'));
});
afterAll(() => house.close());

const by = (person = 'vptu-truong'): ReturnType<LedgerHouse['request']> => house.request(person);
const meet = async (on = '2022-07-20'): Promise<string> => must(await createMeeting(house.desk, { body: 'hoi-dong', on, title: 'MẪU hội nghị', place: null }, by())).meeting;
const itemsOf = (meeting: string): Promise<{ state: string; dossier: string }[]> => house.look('select state, dossier_id as dossier from totrinh.meeting_item where meeting_id = $1 order by sort', [meeting]);
const typesOf = async (hall: VoteHall): Promise<string[]> => (await house.look<{ type: string }>('select type from totrinh.event where dossier_id = $1 order by seq', [hall.dossier.id])).map((e) => e.type);
const placed = async (meeting: string): Promise<{ hall: VoteHall; step: string }> => {
  const hall = await VoteHall.open(house, 'hoi-nghi');
  const step = (await hall.step()).id;
  must(await placeOnAgenda(house.desk, hall.dossier.id, { meeting, step }, by('vptu-th')));
  return { hall, step };
};
const entered = async (hall: VoteHall, yes: number, no: number, more: { demands?: string[]; meeting?: string } = {}): Promise<string> => {
  const task = (await hall.load()).tasks.find((t) => t.purpose === 'record' && t.state === 'open')!.id;
  const counts = { present: yes + no, yes, no, other: 0, abstain: 0 };
  return must(await recordResult(house.desk, { task, counts, chair: null, document: null, meeting: null, ...more }, by('vptu-truong'))).ids['proposal']!;
};
const confirmed = (hall: VoteHall, proposal: string, person = 'vptu-pho'): ReturnType<typeof confirmProposal> => confirmProposal(house.desk, { dossier: hall.dossier.id, proposal, reason: null }, by(person));

describe('một hội nghị từ khi mở đến khi có kết luận · a meeting of the body', () => {
  test('papers go to each dossier on its agenda, two people enter each result, the conclusion gives new tasks', async () => {
    const meeting = await meet();
    const [one, two] = [await placed(meeting), await placed(meeting)];
    must(await attachPaper(house.desk, meeting, PAPER, by()));
    must(await sendPapers(house.desk, meeting, by()));
    must(await attend(house.desk, meeting, [1, 2, 3, 4].map((n) => ({ person: member(n), present: n < 4, note: n === 4 ? 'MẪU báo vắng' : null })), by()));
    const [yes, no] = [await entered(one.hall, 3, 0, { meeting, demands: ['MẪU yêu cầu 1', 'MẪU yêu cầu 2'] }), await entered(two.hall, 2, 1)];
    expect(codeOf(await confirmed(one.hall, yes, 'vptu-truong'))).toBe('SAME_PERSON');
    must(await confirmed(one.hall, yes));
    must(await confirmed(two.hall, no));
    expect(await itemsOf(meeting)).toEqual([{ state: 'decided', dossier: one.hall.dossier.id }, { state: 'decided', dossier: two.hall.dossier.id }]);
    const { ids } = must(await conclude(house.desk, meeting, { text: 'MẪU kết luận', assignments: [{ unit: 'stc', text: 'MẪU việc mới', dueOn: '2022-08-01', dossier: one.hall.dossier.id }] }, by()));
    must(await attachPaper(house.desk, meeting, { ...PAPER, kind: 'minutes', sha256: 'd'.repeat(64) }, by()));

    expect([(await one.hall.step()).outcome, (await two.hall.step()).outcome]).toEqual(['approvedSubjectTo', 'rejected']);
    expect((await house.look<{ vi: string }>(`select arithmetic ->> 'vi' as vi from totrinh.step where id = $1`, [two.step]))[0]?.vi).toMatch(/^2\/5 Ủy viên tán thành; cần quá nửa tổng số \(3\): chưa thông qua\./);
    expect((await house.look(`select value from totrinh.event_private w join totrinh.event e using (dossier_id, seq) where dossier_id = $1 and e.type = 'demand.made' order by seq`, [one.hall.dossier.id])).map((r) => r.value)).toEqual(['MẪU yêu cầu 1', 'MẪU yêu cầu 2']);
    expect(await typesOf(one.hall)).toEqual(expect.arrayContaining(['agenda.placed', 'agenda.papersSent', 'proposal.made', 'proposal.confirmed', 'result.recorded', 'conclusion.made']));
    for (const { hall } of [one, two]) expect(await faultsOf(house, hall.dossier.id)).toEqual([]);

    expect(codeOf(await finishAssignment(house.desk, ids['assignment1']!, by('btgtu-truong')))).toBe('NOT_ALLOWED');
    must(await finishAssignment(house.desk, ids['assignment1']!, by('stc-pho')));
    expect(codeOf(await finishAssignment(house.desk, ids['assignment1']!, by('stc-pho')))).toBe('TASK_CLOSED');
    expect(await house.look('select done_on::text as "on", done_by as by from totrinh.assignment where meeting_id = $1', [meeting])).toEqual([{ on: '2022-07-13', by: 'stc-pho' }]);
  });

  test('a dossier that is put off stands on the next agenda and is decided there', async () => {
    const [first, next] = [await meet(), await meet('2022-08-20')];
    const { hall, step } = await placed(first);
    const off = (to: string | null, reason: string | null = 'MẪU'): ReturnType<typeof putOff> => putOff(house.desk, hall.dossier.id, { meeting: first, step, reason, to }, by());
    expect([codeOf(await off(next, null)), codeOf(await off(NOBODY)), codeOf(await off(next)), codeOf(await off(next))]).toEqual(['REASON_REQUIRED', 'MEETING_NOT_FOUND', null, 'NOT_ON_AGENDA']);
    expect([await itemsOf(first), await itemsOf(next)]).toMatchObject([[{ state: 'putOff' }], [{ state: 'onAgenda' }]]);
    must(await confirmed(hall, await entered(hall, 4, 1, { meeting: next })));
    expect([await itemsOf(first), await itemsOf(next)]).toMatchObject([[{ state: 'putOff' }], [{ state: 'decided' }]]);
    expect(await faultsOf(house, hall.dossier.id)).toEqual([]);
  });

  test('two offices put dossiers on an agenda, move them and send papers at once: none waits for the other for ever', async () => {
    const [a, b] = [await meet(), await meet()];
    const halls = await Promise.all(Array.from({ length: 6 }, () => placed(a)));
    const moved = halls.map(({ hall, step }, i) => putOff(house.desk, hall.dossier.id, { meeting: a, step, reason: 'MẪU', to: i % 2 === 0 ? b : null }, by()));
    const sent = [a, b, a, b].map((m) => sendPapers(house.desk, m, by('vptu-pho')));
    const answers = [...(await Promise.all(moved)).map(codeOf), ...(await Promise.all(sent)).map(codeOf)];
    expect(answers.filter((code) => ![null, 'NOT_ON_AGENDA'].includes(code))).toEqual([]);
    for (const { hall } of halls) expect(await faultsOf(house, hall.dossier.id)).toEqual([]);
    expect(await itemsOf(b)).toHaveLength(3);
  });

  test('asked again with the same key, nothing is done twice; another version is refused', async () => {
    const meeting = await meet();
    await placed(meeting);
    const request = by();
    const first: MeetingAnswer = must(await sendPapers(house.desk, meeting, request));
    expect(must(await sendPapers(house.desk, meeting, request))).toEqual({ ...first, replayed: true });
    expect(codeOf(await sendPapers(house.desk, meeting, { ...by(), ifMatch: meetingTag(first.version - 1) }))).toBe('VERSION_MISMATCH');
    expect(codeOf(await sendPapers(house.desk, meeting, { ...by(), ifMatch: meetingTag(first.version) }))).toBeNull();
  });

  test('what cannot be is refused, and nothing is half done', async () => {
    const [meeting, closed] = [await meet(), await meet()];
    must(await conclude(house.desk, closed, { text: 'MẪU', assignments: [] }, by()));
    const { hall, step } = await placed(meeting);
    const written = await VoteHall.open(house, 'phieu');
    const before = await house.look('select count(*)::int as n from totrinh.act');
    const refused = [
      await createMeeting(house.desk, { body: 'hoi-dong', on: '2022-07-20', title: 'MẪU', place: null }, by(member(2))),
      await createMeeting(house.desk, { body: 'khong-co', on: '2022-07-20', title: 'MẪU', place: null }, by()),
      await sendPapers(house.desk, 'khong-phai-ma', by()),
      await sendPapers(house.desk, closed, by()),
      await attend(house.desk, meeting, [{ person: 'stc-truong', present: true }], by()),
      await attend(house.desk, meeting, [{ person: member(1), present: true }, { person: member(1), present: false }], by()),
      await conclude(house.desk, meeting, { text: 'MẪU', assignments: [{ unit: 'khong-co', text: 'MẪU' }] }, by()),
      await conclude(house.desk, meeting, { text: 'MẪU', assignments: [{ unit: 'stc', text: 'MẪU', dossier: written.dossier.id }] }, by()),
      await placeOnAgenda(house.desk, hall.dossier.id, { meeting, step }, by()),
      await placeOnAgenda(house.desk, written.dossier.id, { meeting, step: (await written.step()).id }, by()),
      await placeOnAgenda(house.desk, hall.dossier.id, { meeting: closed, step }, by()),
      await putOff(house.desk, hall.dossier.id, { meeting, step, reason: 'MẪU', to: closed }, by()),
    ].map(codeOf);
    expect(refused).toEqual(['NOT_ALLOWED', 'REQUEST_INVALID', 'MEETING_NOT_FOUND', 'MEETING_CLOSED', 'NOT_INCUMBENT', 'PARTICIPANT_TWICE', 'REQUEST_INVALID', 'NOT_ON_AGENDA', 'NOT_ALLOWED', 'OUTCOME_NOT_POSSIBLE', 'MEETING_CLOSED', 'MEETING_CLOSED']);
    expect(await house.look('select count(*)::int as n from totrinh.act')).toEqual(before);
    expect(await itemsOf(meeting)).toHaveLength(1);
  });

  test('a member keeps an opinion of their own, once, with words that may be erased', async () => {
    const { hall } = await placed(await meet());
    const task = (await hall.load()).tasks.find((t) => t.purpose === 'record')!.id;
    must(await reserve(house.desk, { task, text: 'MẪU ý kiến' }, by(member(3))));
    expect(codeOf(await reserve(house.desk, { task, text: 'MẪU lần nữa' }, by(member(3))))).toBe('NOT_ALLOWED');
    must(await confirmed(hall, await entered(hall, 4, 1)));
    must(await reserve(house.desk, { task, text: 'MẪU' }, by(member(4))));
    expect(await faultsOf(house, hall.dossier.id)).toEqual([]);
  });
});
