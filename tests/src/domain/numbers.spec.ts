import { nextNumber, numberText, seriesOf } from '@totrinh/domain';
import { detailsOf, refusal, REGISTER } from './dossier-driver.ts';

describe('Số và ký hiệu · numbers of documents (NĐ 30/2020, 36-HD/VPTW)', () => {
  test.each([
    ['party', 1, 'CTr/TU', '01-CTr/TU'], ['party', 9, 'ĐA/TU', '09-ĐA/TU'], ['party', 10, 'NQ/TU', '10-NQ/TU'], ['party', 123, 'KH/TU', '123-KH/TU'],
    ['state', 1, 'KH-UBND', '01/KH-UBND'], ['state', 9, 'QĐ-UBND', '09/QĐ-UBND'], ['state', 10, 'QĐ-UBND', '10/QĐ-UBND'], ['state', 281, 'KH-UBND', '281/KH-UBND'],
  ] as const)('%s, số %i, %s in thành %s', (regime, number, notation, text) => {
    expect(numberText(regime, number, notation)).toBe(text);
  });

  test.each([
    ['party', '2022-12-31', 'XVII'], ['party', '2023-01-01', 'XVII'], ['state', '2022-12-31', '2022'], ['state', '2023-01-01', '2023'],
  ] as const)('sổ của %s ngày %s đếm trong %s', (regime, day, series) => {
    expect(seriesOf(regime, day, 'XVII')).toBe(series);
  });

  test.each([
    ['ngày sau ngày của số trước', '2022-07-13', null], ['cùng ngày với số trước', '2022-07-01', null],
    ['trước ngày của số trước', '2022-06-30', 'NUMBER_DATE_DECREASES'], ['năm trước', '2021-12-31', 'NUMBER_DATE_DECREASES'],
  ])('lấy số: %s', (_name, on, code) => {
    const answer = nextNumber(REGISTER, on);
    expect(refusal(answer)).toBe(code);
    if (answer.ok) expect(answer.value).toEqual({ number: 12, text: '12-ĐA/TU' });
    else expect(detailsOf(answer)).toEqual({ on, lastOn: '2022-07-01' });
  });

  test('số đầu tiên của sổ không bị ràng buộc ngày', () => {
    expect(nextNumber({ ...REGISTER, next: 1, lastOn: null }, '1990-01-01')).toEqual({ ok: true, value: { number: 1, text: '01-ĐA/TU' } });
  });
});
