import { plansOfReport, plansToNumbering, rulesOf, toTheAuthority, toTheEnd } from '../../../apps/cli/src/demo/plans.ts';
import { authorityStep } from '../../../apps/cli/src/demo/sample-routes.ts';
import { readSample } from '../../../apps/cli/src/demo/sample.ts';
import { PaperOffice, ROUTES } from './paper-office.ts';

const sample = readSample();
const ofReport = plansOfReport(sample, ROUTES);
const toEnd = plansToNumbering(sample, ROUTES).map(toTheEnd);
const plan = (plans: typeof ofReport, no: number) => plans.find((p) => p.code.endsWith(`-${no}`))!;
const isSubmitted = (code: string): boolean => sample.items.find((i) => i.code === code)?.status === 'submitted';

function openSteps(office: PaperOffice): string[] {
  return office.driver.case.steps.filter((s) => s.state === 'open').map((s) => s.path);
}

function driven(of: typeof ofReport, no: number): PaperOffice {
  const office = new PaperOffice(plan(of, no));
  office.run();
  return office;
}

describe('the next act is chosen from what the API says', () => {
  test.each(ofReport)('$code goes to where it stood on 13/7/2022 and no further', (one) => {
    const office = new PaperOffice(one);
    office.run();
    expect(openSteps(office)).toContain(one.goal.step);
    expect(office.driver.case.programmeState).toBe(isSubmitted(one.code) ? 'submitted' : 'notYetSubmitted');
    expect(office.run()).toBe(0);
  });

  test.each(toEnd)('$code is issued on the route $route by people who may, each act obeyed by the rules', (one) => {
    const office = new PaperOffice(one);
    office.run();
    expect(office.driver.case).toMatchObject({ status: 'done', programmeState: 'completed', route: { id: sample.items.find((i) => i.code === one.code)?.route } });
    expect(office.driver.count('dossier.issued')).toBe(1);
  });

  test.each([26, 28, 29, 32])('%i: a run that was cut off after any act is gone on with, and does the same in the end', (no) => {
    const whole = driven(toEnd, no);
    for (let cut = 1; cut < whole.done.length; cut += 7) {
      const office = new PaperOffice(plan(toEnd, no));
      office.run(cut);
      office.run();
      expect(office.done).toEqual(whole.done);
    }
  });

  test.each([28, 30, 32])('from the state of the report %i goes on as if it had never stopped', (no) => {
    const office = driven(ofReport, no);
    const whole = driven(toEnd, no);
    expect(office.done).toEqual(whole.done.slice(0, office.done.length));
  });

  test('while opinions are asked the cost is reviewed beside them, and the draft waits for both', () => {
    const office = new PaperOffice({ ...plan(toEnd, 29), goal: { step: 'lay-y-kien', answered: 0 } });
    office.run();
    expect(openSteps(office)).toEqual(['y-kien-va-kinh-phi', 'lay-y-kien', 'tham-tra-kinh-phi']);
    const { done } = driven(toEnd, 29);
    const last = (path: string): number => done.findLastIndex((act) => act.startsWith(`${path}#1`));
    expect(Math.max(last('lay-y-kien'), last('tham-tra-kinh-phi'))).toBeLessThan(done.findIndex((act) => act.startsWith('tiep-thu')));
    expect(done).toContain('tham-tra-kinh-phi#1 stc-head decide');
  });

  test('the standing members return 28 once; its head passes the draft on, and the drafter redrafts it', () => {
    const { done } = driven(toEnd, 28);
    expect(done.filter((act) => act.endsWith(' return'))).toEqual(['cho-y-kien#1 ban-thuong-vu-01 return']);
    expect(done.filter((act) => act.startsWith('soan-thao#2'))).toEqual(['soan-thao#2 mttq-head seen', 'soan-thao#2 mttq-head transfer', 'soan-thao#2 mttq-drafter attach:du-thao-3', 'soan-thao#2 mttq-drafter submit']);
  });

  test('what the head of the unit itself returns goes straight back to the drafter', () => {
    const { done } = driven(toEnd, 33);
    expect(done.filter((act) => act.endsWith(' return'))).toEqual(['duyet-noi-dung#1 stttt-head return']);
    expect(done.some((act) => act.endsWith(' transfer'))).toBe(false);
  });

  test('31 is redrafted once, after an appraisal with conditions, which the drafter answers', () => {
    const office = driven(toEnd, 31);
    expect(office.driver.case.steps.filter((s) => s.path === 'tham-dinh').map((s) => s.outcome)).toEqual(['conditional', 'approved']);
    expect(office.done).toContain('tiep-thu#2 btctu-drafter respond:tham-dinh:VPTU');
  });

  test('32 is recalled once, before its head has seen it', () => {
    const office = driven(toEnd, 32);
    expect(office.done.filter((act) => act.endsWith(' recall'))).toEqual(['soan-thao#1 btgtu-drafter recall']);
    expect(office.driver.case.steps.filter((s) => s.path === 'soan-thao')).toHaveLength(2);
  });

  test('each opinion other than consent has its line before the submission is written', () => {
    const { done } = driven(toEnd, 26);
    const tasks = done.filter((act) => act.startsWith('tiep-thu#1')).map((act) => act.split(' ').at(-1));
    expect(tasks).toEqual(['attach:du-thao-2', 'attach:to-trinh-1', 'respond:lay-y-kien:STC', 'submit']);
  });

  test('a meeting votes once it is on its agenda: one of the office enters the result, another confirms it', () => {
    const before = new PaperOffice(toTheAuthority(plan(toEnd, 25), ROUTES));
    before.run();
    expect(before.driver.case.agenda).toEqual([]);
    const onAgenda = new PaperOffice(toTheAuthority(plan(toEnd, 25), ROUTES, true));
    onAgenda.run();
    expect(onAgenda.driver.case.agenda).toHaveLength(1);
    const { done } = driven(toEnd, 25);
    expect(done.filter((act) => act.startsWith('bieu-quyet'))).toEqual(['bieu-quyet#1 vptu-form-checker placeOnAgenda', 'bieu-quyet#1 vptu-form-checker seen', 'bieu-quyet#1 vptu-form-checker recordResult', 'bieu-quyet#1 vptu-deputy confirmProposal']);
  });

  test('26 is approved with two demands: its head meets them, the signer confirms, and the approval holds for what was finished', () => {
    const office = driven(toEnd, 26);
    expect(office.done.filter((act) => act.startsWith('hoan-thien')).map((act) => act.slice('hoan-thien#1 '.length))).toEqual([
      'vptu-head attach:du-thao-3', 'vptu-head answerDemand:1', 'vptu-head answerDemand:2', 'vptu-head finish', 'ban-thuong-vu-01 seen', 'ban-thuong-vu-01 claim', 'ban-thuong-vu-01 confirm',
    ]);
    expect(office.driver.case).toMatchObject({ revisions: [expect.objectContaining({ to: office.driver.case.manifest })] });
  });

  test('content and form are initialled by two people', () => {
    for (const one of toEnd) {
      const { done } = driven(toEnd, Number(one.code.slice(-2)));
      const initialled = done.filter((act) => act.endsWith(' initial')).map((act) => act.split(' ') as [string, string, string]);
      const by = Map.groupBy(initialled, ([step]) => step.split('#')[0]);
      expect([...by.keys()].sort()).toEqual(['duyet-noi-dung', 'kiem-tra-the-thuc']);
      expect(new Set([...by.values()].map((acts) => acts[0]?.[1])).size).toBe(2);
    }
  });

  test('what several are offered is claimed before it is answered', () => {
    const signing = driven(toEnd, 27).done.filter((act) => act.startsWith('ky#1')).map((act) => act.split(' ').at(-1));
    expect(signing).toEqual(['seen', 'claim', 'sign']);
  });

  test('what was issued is followed to its last milestone', () => {
    expect(driven(toEnd, 27).done.slice(-2)).toEqual(['giao-chu-dau-tu#1 vptu-head seen', 'giao-chu-dau-tu#1 vptu-head reach']);
  });

  test('everything that is done has a key of its own', () => {
    for (const one of toEnd) {
      const office = new PaperOffice(one);
      office.run();
      expect(new Set(office.done).size).toBe(office.done.length);
    }
  });

  test('of each route the authority’s own step is known', () => {
    expect([...ROUTES.keys()].map((id) => [id, authorityStep(rulesOf(ROUTES, id))])).toEqual([
      ['chuyen-de-trinh-ban-thuong-vu', 'phieu-lay-y-kien'], ['de-an-mau', 'cap-tham-quyen'], ['de-an-trinh-ban-thuong-vu', 'bieu-quyet'], ['de-tai-nghiem-thu', 'hoi-dong'], ['du-an-dau-tu', 'phe-duyet'],
      ['hoa-toc', 'phe-duyet'], ['ke-hoach-ubnd', 'phien-hop'], ['lay-y-kien-rong', 'phe-duyet'], ['mot-nguoi-duyet', 'duyet'],
    ]);
  });
});
