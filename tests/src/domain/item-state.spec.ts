import { figuresSentence, itemStandingOn, type ItemMark } from '@totrinh/domain';
import fc from 'fast-check';

const by = (dossier: string) => (mark: ItemMark['mark'], on: string): ItemMark => ({ dossier, mark, on });
const one = by('một');
const two = by('hai');
const NOT_YET = { state: 'notYetSubmitted', since: null };

describe('một nội dung vào một ngày / an item on a day', () => {
  test.each<[string, ItemMark[], string, object]>([
    ['nothing of it has happened', [], '2022-07-13', NOT_YET],
    ['it was drafted and is with the lead unit', [one('drafted', '2022-01-10')], '2022-07-13', NOT_YET],
    ['it lies before the authority since it reached it', [one('drafted', '2022-01-10'), one('reached', '2022-06-28')], '2022-07-13', { state: 'submitted', since: '2022-06-28' }],
    ['the day before it had not reached it', [one('drafted', '2022-01-10'), one('reached', '2022-06-28')], '2022-06-27', NOT_YET],
    ['returned to be drafted it is not submitted any more, since that day', [one('reached', '2022-06-28'), one('drafted', '2022-07-01')], '2022-07-13', { state: 'notYetSubmitted', since: '2022-07-01' }],
    ['completed stays completed, also when a draft is opened for its follow-up', [one('reached', '2022-06-01'), one('completed', '2022-06-28'), one('drafted', '2022-07-01')], '2022-07-13', { state: 'completed', since: '2022-06-28' }],
    ['cancelled it is free again', [one('reached', '2022-06-01'), one('stopped', '2022-06-28')], '2022-07-13', NOT_YET],
    ['a second dossier carries it on', [one('reached', '2022-06-01'), one('stopped', '2022-06-10'), two('drafted', '2022-06-11'), two('reached', '2022-07-02')], '2022-07-13', { state: 'submitted', since: '2022-07-02' }],
    ['what was revoked completes nothing', [one('completed', '2022-06-01'), one('revoked', '2022-06-10')], '2022-07-13', NOT_YET],
    ['stopped after it was completed and opened again, it takes back what it had', [one('completed', '2022-06-01'), one('stopped', '2022-06-10'), one('reopened', '2022-06-20')], '2022-07-13', { state: 'completed', since: '2022-06-20' }],
  ])('%s', (_, marks, day, standing) => {
    expect(itemStandingOn(marks, day)).toEqual(standing);
  });

  test('what came later changes nothing of an earlier day', () => {
    const mark = fc.record({ dossier: fc.constantFrom('một', 'hai'), mark: fc.constantFrom<ItemMark['mark'][]>('completed', 'reached', 'drafted', 'stopped', 'revoked', 'reopened'), on: fc.integer({ min: 10, max: 28 }).map((d) => `2022-06-${d}`) });
    fc.assert(fc.property(fc.array(mark, { maxLength: 12 }), fc.integer({ min: 9, max: 29 }), (unsorted, d) => {
      const marks = unsorted.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
      const day = `2022-06-${String(d).padStart(2, '0')}`;
      const then = itemStandingOn(marks, day);
      expect(itemStandingOn(marks.filter((m) => m.on <= day), '9999-12-31')).toEqual(then);
      expect(then.since === null || then.since <= day).toBe(true);
    }));
  });
});

describe('câu số liệu / the sentence of the figures', () => {
  const figures = { total: 34, completed: 24, submitted: 5, notYetSubmitted: 5, completedInPeriod: 7, agenciesCompletedInPeriod: 7 };

  test('says the programme of the press report as it was said', () => {
    expect(figuresSentence(figures, '2022-07-13')).toEqual({ vi: 'Đến 13/7/2022: 34 = 24 + 5 + 5; trong kỳ +7 (7 cơ quan)', en: 'As of 13/7/2022: 34 = 24 + 5 + 5; in the period +7 (7 agencies)' });
  });

  test('leaves the period out where none was asked for, and groups thousands by points', () => {
    expect(figuresSentence({ ...figures, total: 5030, completed: 5020, completedInPeriod: null, agenciesCompletedInPeriod: null }, '2022-12-01').vi).toBe('Đến 1/12/2022: 5.030 = 5.020 + 5 + 5');
    expect(figuresSentence({ ...figures, completedInPeriod: 1, agenciesCompletedInPeriod: 1 }, '2022-07-13').en).toContain('+1 (1 agency)');
  });
});
