import { plansOfReport, plansToNumbering, toTheEnd } from '../../../apps/cli/src/demo/plans.ts';
import { readSample } from '../../../apps/cli/src/demo/sample.ts';
import { PaperOffice } from './paper-office.ts';

const sample = readSample();
const ofReport = plansOfReport(sample);
const toEnd = plansToNumbering(sample).map(toTheEnd);
const plan = (plans: typeof ofReport, no: number) => plans.find((p) => p.code.endsWith(`-${no}`))!;

function openStep(office: PaperOffice): string | undefined {
  return office.driver.case.steps.find((s) => s.state === 'open')?.path;
}

describe('the next act is chosen from what the API says', () => {
  test.each(ofReport)('$code goes to where it stood on 13/7/2022 and no further', (one) => {
    const office = new PaperOffice(one);
    office.run();
    expect(openStep(office)).toBe(one.goal.step);
    expect(office.driver.case.programmeState).toBe(one.goal.step === 'cap-tham-quyen' ? 'submitted' : 'notYetSubmitted');
    expect(office.run()).toBe(0);
  });

  test.each(toEnd)('$code is issued by people who may, each act obeyed by the rules', (one) => {
    const office = new PaperOffice(one);
    office.run();
    expect(office.driver.case).toMatchObject({ status: 'done', programmeState: 'completed' });
    expect(office.driver.count('dossier.issued')).toBe(1);
  });

  test('a run that was cut off after any act is gone on with, and does the same in the end', () => {
    const whole = new PaperOffice(plan(toEnd, 32));
    whole.run();
    for (let cut = 1; cut < whole.done.length; cut += 11) {
      const office = new PaperOffice(plan(toEnd, 32));
      office.run(cut);
      office.run();
      expect(office.done).toEqual(whole.done);
    }
  });

  test.each([28, 30, 32])('from the state of the report %i goes on as if it had never stopped', (no) => {
    const office = new PaperOffice(plan(ofReport, no));
    office.run();
    const whole = new PaperOffice(plan(toEnd, no));
    whole.run();
    expect(office.done).toEqual(whole.done.slice(0, office.done.length));
  });

  test('a member returns 28 once; the drafter redrafts it and the members decide anew', () => {
    const office = new PaperOffice(plan(toEnd, 28));
    office.run();
    expect(office.done.filter((act) => act.endsWith(' return'))).toEqual(['cap-tham-quyen#1 ban-thuong-vu-14 return']);
    expect(office.driver.case.documents.filter((d) => d.role === 'to-trinh')).toHaveLength(2);
    expect(office.done.filter((act) => act.startsWith('cap-tham-quyen#2') && act.endsWith('decide'))).toHaveLength(17);
  });

  test('31 is redrafted once, after an appraisal with conditions', () => {
    const office = new PaperOffice(plan(toEnd, 31));
    office.run();
    expect(office.driver.case.steps.filter((s) => s.path === 'tham-dinh').map((s) => s.outcome)).toEqual(['conditional', 'approved']);
  });

  test('32 is recalled once, before its head has seen it', () => {
    const office = new PaperOffice(plan(toEnd, 32));
    office.run();
    expect(office.done.filter((act) => act.endsWith(' recall'))).toEqual(['soan-thao#1 recall']);
    expect(office.driver.case.steps.filter((s) => s.path === 'soan-thao')).toHaveLength(2);
  });

  test('what several are offered is claimed before it is answered', () => {
    const office = new PaperOffice(plan(toEnd, 27));
    office.run();
    const signing = office.done.filter((act) => act.startsWith('ky#1')).map((act) => act.split(' ').at(-1));
    expect(signing).toEqual(['seen', 'claim', 'decide']);
  });

  test('everything that is done has a key of its own', () => {
    for (const one of toEnd) {
      const office = new PaperOffice(one);
      office.run();
      expect(new Set(office.done).size).toBe(office.done.length);
    }
  });
});
