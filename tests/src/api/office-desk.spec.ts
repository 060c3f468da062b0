import { END, REFUSED_END, WHO, draftTo, PatternOffice, type PatternDossier } from '../patterns/pattern-office.ts';
import type { components } from '@totrinh/api-client';

const MINUTE = 60_000;
const SIGNER = 'ban-thuong-vu-01';
type Desk = components['schemas']['OfficeDesk'];
type Meeting = components['schemas']['Meeting'];
let office: PatternOffice;
let d: PatternDossier;
let meeting: string;
let vote: string;

const ROUTE = `${draftTo('y-kien')}  y-kien: { kind: consult, each: { units: cooperating }, next: { completed: tiep-thu } }
  tiep-thu: { kind: draft, who: { person: drafter }, needs: { documents: [du-thao, to-trinh], responses: all }, next: { completed: kiem-tra } }
  kiem-tra: { kind: review, who: { post: form-checker, of: issuing }, reaches: submitted, next: { approved: tham-dinh, returned: tiep-thu } }
  tham-dinh: { kind: appraise, who: { unit: appraising }, next: { approved: bieu-quyet, conditional: tiep-thu, returned: tiep-thu } }
  bieu-quyet: { kind: vote, mode: meeting, title: { vi: Biểu quyết, en: Vote }, roster: { body: authority }, rule: { base: members, approve: "> 1/2" }, record: { post: form-checker, of: issuing }, next: { approved: ky, approvedSubjectTo: hoan-thien, rejected: khong, lapsed: tiep-thu } }
  hoan-thien: { kind: finish, who: { headOf: leadUnit }, confirm: { signers: authority }, next: { confirmed: ky, returned: bieu-quyet } }
  ky: { kind: sign, who: { signers: authority }, next: { signed: ban-hanh, returned: tiep-thu } }
  ban-hanh: { kind: issue, register: from item, who: { post: clerk, of: issuing }, completes: item, next: { issued: xong } }
${END}${REFUSED_END}`;

const desk = async (query = '', person: string = WHO.checker): Promise<Desk> => (await office.must(person, 'GET', `/office-desk?limit=200${query}`)) as unknown as Desk;
const mine = async (person: string = WHO.checker): Promise<Desk['items'][number] | undefined> => (await desk('', person)).items.find((r) => r.dossier.id === d.id);
const stateOf = async (): Promise<[string | undefined, Record<string, string>]> => { const row = await mine(); return [row?.stage, Object.fromEntries((row?.components ?? []).map((k) => [k.name, `${k.state}${k.by === null ? '' : ` by ${k.by}`}`]))]; };
const read = async (person: string = WHO.checker): Promise<Meeting> => (await office.must(person, 'GET', `/meetings/${meeting}`)) as unknown as Meeting;

beforeAll(async () => {
  office = await PatternOffice.open('office-desk');
  d = await office.dossier('soan-thao', ROUTE);
}, MINUTE);

/** One dossier through every stage; each test goes on where the one before it ended. */
describe('bàn làm việc của văn phòng / the office’s desk', () => {
  test('what the lead unit has to itself is no concern of the office, submitted for opinions or not', async () => {
    expect(await mine()).toBeUndefined();
    await d.submit();
    expect(await mine()).toBeUndefined();
  }, MINUTE);

  test('once it is before the office it waits to be complete, and each component says what is there and who asks for it', async () => {
    await d.act('y-kien', WHO.askedHead, 'answer', { outcome: 'object', reason: 'Làm rõ (MẪU)' });
    await d.act('y-kien', WHO.otherHead, 'answer', { outcome: 'consent' });
    await d.standsAt('tiep-thu');
    const needs = await office.must(WHO.drafter, 'GET', `/dossiers/${d.id}/submission-needs`);
    expect(needs).toMatchObject({ missing: ['to-trinh'], responses: { asked: true, opinions: 1 }, maySubmit: false, because: { code: 'DOCUMENT_MISSING' } });
    await d.attach('to-trinh', `Tờ trình MẪU ${d.id}`);
    const [opinion] = (needs['responses'] as { unanswered: string[] }).unanswered;
    await d.does(WHO.drafter, 'respond', { decision: opinion, verdict: 'accepted', reason: 'Tiếp thu (MẪU)' });
    expect(await office.must(WHO.drafter, 'GET', `/dossiers/${d.id}/submission-needs`)).toMatchObject({ missing: [], responses: { unanswered: [] }, maySubmit: true, because: null });
    await d.does(WHO.drafter, 'submit');
    await d.standsAt('kiem-tra');
    expect(await stateOf()).toEqual(['gathering', { submission: 'present by document', draft: 'present by document', opinions: 'present by record', appraisal: 'missing', conclusion: 'missing' }]);
    const row = (await mine())!;
    expect(row.missing).toEqual(['appraisal', 'conclusion']);
    expect(row.components.map((k) => k.askedBy.map((s) => s.path).toSorted())).toEqual([['tiep-thu'], ['soan-thao', 'tiep-thu'], ['tiep-thu', 'y-kien'], ['tham-dinh'], ['bieu-quyet']]);
    expect(row.components[0]!.document).toMatchObject({ role: 'to-trinh', no: 1, name: 'to-trinh MẪU.txt', on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string });
  }, 2 * MINUTE);

  test('appraised it waits for a meeting, though the conclusion is not drafted; the office adds the draft', async () => {
    await d.decide('kiem-tra', WHO.checker, 'approved');
    await d.decide('tham-dinh', WHO.officeDeputy, 'approved');
    await d.standsAt('bieu-quyet');
    expect(await stateOf()).toEqual(['unscheduled', expect.objectContaining({ appraisal: 'present by record', conclusion: 'missing' })]);
    await d.attach('du-thao-ket-luan', `Dự thảo kết luận MẪU ${d.id}`, WHO.checker);
    expect((await mine())!).toMatchObject({ stage: 'unscheduled', complete: true, missing: [], body: { id: 'ban-thuong-vu' }, step: { path: 'bieu-quyet', title: { vi: 'Biểu quyết' } } });
  }, MINUTE);

  test('on an agenda it is scheduled; the page of the meeting names members, points and what may be done', async () => {
    meeting = String((await office.must(WHO.checker, 'POST', '/meetings', { body: 'ban-thuong-vu', on: '2022-07-13', title: 'Phiên họp MẪU', place: 'Phòng họp MẪU' }))['meeting']);
    expect((await read()).allowedActions).toContainEqual({ verb: 'sendPapers', allowed: false, because: 'NOT_ON_AGENDA', why: expect.any(Object) as object });
    vote = (await mine())!.step!.id;
    await d.does(WHO.checker, 'place-on-agenda', { meeting, step: vote });
    expect((await mine())!).toMatchObject({ stage: 'scheduled', meeting: { id: meeting, title: 'Phiên họp MẪU', state: 'planned', body: { id: 'ban-thuong-vu' } } });
    const page = await read();
    expect(page.members).toHaveLength(17);
    expect(page.members[0]).toMatchObject({ person: SIGNER, present: null });
    expect(page.agenda[0]).toMatchObject({ step: vote, stepState: 'open', title: { vi: 'Biểu quyết' }, leadUnit: { id: 'BTCTU' }, directing: 'Phó Bí thư Thường trực', proposal: null, recordTask: expect.any(String) as string });
    expect(page.agenda[0]!.allowedActions.filter((a) => a.allowed).map((a) => a.verb)).toEqual(expect.arrayContaining(['recordResult', 'putOff']));
  }, MINUTE);

  test('the agenda is put in order by the office alone, and only with points that stand on it', async () => {
    const other = await office.open((await d.read()).route!.id);
    await other.submit();
    for (const person of [WHO.askedHead, WHO.otherHead]) await other.act('y-kien', person, 'answer', { outcome: 'consent' });
    await other.standsAt('tiep-thu');
    await other.attach('to-trinh', `Tờ trình MẪU ${other.id}`);
    await other.does(WHO.drafter, 'submit');
    await other.decide('kiem-tra', WHO.checker, 'approved');
    await other.decide('tham-dinh', WHO.officeDeputy, 'approved');
    await other.standsAt('bieu-quyet');
    const second = (await other.settled()).steps.find((s) => s.path === 'bieu-quyet')!.id;
    await other.does(WHO.checker, 'place-on-agenda', { meeting, step: second });
    const order = async (): Promise<string[]> => (await read()).agenda.map((p) => p.step);
    expect(await order()).toEqual([vote, second]);
    await office.must(WHO.checker, 'POST', `/meetings/${meeting}/agenda-order`, { steps: [second] });
    expect(await order()).toEqual([second, vote]);
    expect(await office.refused(WHO.drafter, 'POST', `/meetings/${meeting}/agenda-order`, { steps: [vote] })).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    expect(await office.refused(WHO.checker, 'POST', `/meetings/${meeting}/agenda-order`, { steps: [meeting] })).toMatchObject({ code: 'NOT_ON_AGENDA' });
    await other.does(WHO.checker, 'put-off', { meeting, step: second, to: null, reason: 'Hoãn (MẪU)' });
    expect((await read()).agenda.find((p) => p.step === second)).toMatchObject({ state: 'putOff' });
  }, 2 * MINUTE);

  test('a result that one has entered waits for another; the point says who entered it and what it counted once it holds', async () => {
    const members = (await read()).members.map((m, i) => ({ person: m.person, present: i < 10 }));
    await office.must(WHO.checker, 'POST', `/meetings/${meeting}/attendance`, { members });
    expect((await mine())!.stage).toBe('concluding');
    expect((await read()).members.filter((m) => m.present === true)).toHaveLength(10);
    await d.act('bieu-quyet', WHO.checker, 'record-result', { present: 10, yes: 10, no: 0, other: 0, abstain: 0, meeting, demands: ['Bổ sung (MẪU)'] });
    const [point] = (await read(WHO.officeHead)).agenda.filter((p) => p.step === vote);
    expect(point!.proposal).toMatchObject({ by: { person: WHO.checker } });
    expect(point!.allowedActions).toContainEqual(expect.objectContaining({ verb: 'confirmProposal', allowed: true }));
    expect((await read()).agenda.find((p) => p.step === vote)!.allowedActions).toContainEqual(expect.objectContaining({ verb: 'confirmProposal', allowed: false, because: 'SAME_PERSON' }));
    const proposed = async (as: string): Promise<unknown> => (await d.read(as)).proposals.map(({ params, demands }) => ({ counts: params['counts'] !== undefined, demands }));
    expect([await proposed(WHO.officeHead), await proposed(WHO.drafter)]).toEqual([[{ counts: true, demands: ['Bổ sung (MẪU)'] }], [{ counts: false, demands: [] }]]);
    await d.does(WHO.officeHead, `proposals/${point!.proposal!.id}/confirm`, {});
    await d.standsAt('hoan-thien');
    const decided = (await read()).agenda.find((p) => p.step === vote)!;
    expect([decided.stepState, decided.outcome, decided.arithmetic?.vi]).toEqual(['settled', 'approvedSubjectTo', expect.stringContaining('10')]);
    expect((await mine())!).toMatchObject({ stage: 'concluding', meeting: { id: meeting } });
  }, MINUTE);

  test('concluded it is finished, signed, numbered and issued, and the book of the register tells whoever may see it', async () => {
    await office.must(WHO.checker, 'POST', `/meetings/${meeting}/conclusion`, { text: 'Kết luận MẪU' });
    expect((await read()).allowedActions.filter((a) => a.allowed).map((a) => a.verb)).toEqual(['attachPaper']);
    expect((await mine())!.stage).toBe('finishing');
    const { demands } = await d.read(WHO.head);
    for (const { id } of demands) await d.does(WHO.head, 'answer-demand', { demand: id, text: 'Đã bổ sung (MẪU)' });
    await d.attach('du-thao', `Dự thảo MẪU hoàn thiện ${d.id}`, WHO.head);
    await d.act('hoan-thien', WHO.head, 'finish');
    await d.act('hoan-thien', SIGNER, 'confirm', { outcome: 'confirmed' });
    await d.standsAt('ky');
    expect((await mine())!.stage).toBe('signing');
    await d.act('ky', SIGNER, 'sign');
    await d.standsAt('ban-hanh');
    expect((await mine())!.stage).toBe('numbering');
    await d.act('ban-hanh', WHO.clerk, 'issue');
    await d.ended();
    const row = (await mine())!;
    expect(row).toMatchObject({ stage: 'issued', issuedOn: '2022-07-13', number: expect.any(String) as string });
    const book = async (person: string): Promise<components['schemas']['RegisterNumber'] | undefined> => ((await office.must(person, 'GET', '/registers/TU-de-an/numbers?limit=200&from=2022-07-13&to=2022-07-13')) as unknown as components['schemas']['RegisterNumberPage']).items.find((n) => n.text === row.number);
    expect((await book(WHO.clerk))?.document).toMatchObject({ leadUnit: { id: 'BTCTU' }, signers: [{ person: SIGNER }], recipients: [{ id: 'BTCTU' }, { id: 'STC' }, { id: 'BTGTU' }] });
    expect(await book('vpub-clerk')).toMatchObject({ dossier: null, document: null });
    const registers = async (person: string): Promise<unknown> => ((await office.must(person, 'GET', '/registers')) as unknown as components['schemas']['RegisterPage']).items.find((r) => r.id === 'TU-de-an')?.keeps;
    expect([await registers(WHO.clerk), await registers(WHO.drafter)]).toEqual([true, false]);
  }, 2 * MINUTE);

  test('stages are counted whatever the filter; filters and pages leave what they say', async () => {
    const all = await desk();
    expect(all.stages.map((s) => s.stage)).toEqual(['gathering', 'opinion', 'unscheduled', 'scheduled', 'concluding', 'finishing', 'signing', 'numbering', 'issued']);
    expect(all.stages.find((s) => s.stage === 'issued')).toMatchObject({ count: all.items.filter((r) => r.stage === 'issued').length });
    expect((await desk('&stage=issued&search=khong%20co')).items).toEqual([]);
    expect((await desk(`&stage=issued&leadUnit=BTCTU&body=ban-thuong-vu&search=${encodeURIComponent((await d.read()).code)}`)).items.map((r) => r.dossier.id)).toEqual([d.id]);
    expect((await desk('&lacking=true')).items.every((r) => r.missing.length > 0)).toBe(true);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page = (await office.must(WHO.checker, 'GET', `/office-desk?limit=1${cursor === null ? '' : `&cursor=${cursor}`}`)) as unknown as Desk;
      paged.push(...page.items.map((r) => r.dossier.id));
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(all.items.map((r) => r.dossier.id));
  }, MINUTE);

  test('whoever is of no office is refused, and another office sees nothing of it', async () => {
    expect(await office.refused(WHO.drafter, 'GET', '/office-desk')).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    const theirs = await desk('', 'vpub-form-checker');
    expect([theirs.items.map((r) => r.dossier.id).includes(d.id), (await desk(`&search=${encodeURIComponent((await d.read()).code)}`, 'vpub-form-checker')).items]).toEqual([false, []]);
    const page = await read('stc-drafter');
    expect(page.agenda.map((p) => [p.dossier, p.title, p.leadUnit, p.arithmetic, p.allowedActions])).toEqual(page.agenda.map(() => [null, null, null, null, []]));
    expect(page.allowedActions.some((a) => a.allowed)).toBe(false);
  });
});
