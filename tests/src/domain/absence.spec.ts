import { declareAbsence, endAbsence, type Absence, type AbsenceCommand, type Actor, type ErrorCode } from '@totrinh/domain';
import fc from 'fast-check';
import { refusal, TODAY } from './dossier-driver.ts';
import { Directory } from './sample-office.ts';

const directory = new Directory();
const as = (person: string): Actor => (person === 'quan-tri' ? { person, posts: [{ appointment: 'qt', role: 'admin', unit: 'tt-ud', body: null }] } : directory.actor(person));
const AWAY: AbsenceCommand = { person: 'stc-truong', substitute: 'stc-pho', from: '2022-07-18', to: '2022-07-22', routes: null };
const absence = (given: Partial<Absence>): Absence => ({ id: 'vang-1', ...AWAY, endedOn: null, ...given });
const declared = (given: Partial<AbsenceCommand> = {}, existing: readonly Absence[] = [], by = 'stc-truong'): ErrorCode | null => {
  const command = { ...AWAY, ...given };
  return refusal(declareAbsence(command, existing, as(by), TODAY, as(command.person).posts));
};

describe('Vắng mặt, xử lý thay · absences', () => {
  const TABLE: readonly (readonly [string, Partial<AbsenceCommand>, readonly Absence[], string, ErrorCode | null])[] = [
    ['tự khai', {}, [], 'stc-truong', null],
    ['thủ trưởng khai cho chuyên viên', { person: 'btctu-cv', substitute: 'btctu-cv2' }, [], 'btctu-truong', null],
    ['quản trị khai', {}, [], 'quan-tri', null],
    ['thủ trưởng cơ quan khác khai', {}, [], 'vptu-truong', 'NOT_ALLOWED'],
    ['người xử lý thay tự khai cho người vắng', { person: 'btctu-cv', substitute: 'btctu-cv2' }, [], 'btctu-cv2', 'NOT_ALLOWED'],
    ['bắt đầu hôm nay, một ngày', { from: TODAY, to: TODAY }, [], 'stc-truong', null],
    ['ngày cuối trước ngày đầu', { from: '2022-07-22', to: '2022-07-18' }, [], 'stc-truong', 'DATE_INVALID'],
    ['bắt đầu từ hôm qua', { from: '2022-07-12' }, [], 'stc-truong', 'DATE_INVALID'],
    ['ngày không có trong lịch', { to: '2022-02-30' }, [], 'stc-truong', 'DATE_INVALID'],
    ['tự thay mình', { substitute: 'stc-truong' }, [], 'stc-truong', 'ABSENCE_CHAIN'],
    ['đã khai một ngày trong đó', {}, [absence({ from: '2022-07-22', to: '2022-07-29', substitute: 'stc-cv' })], 'stc-truong', 'ABSENCE_OVERLAP'],
    ['nối liền lần trước', {}, [absence({ from: '2022-07-14', to: '2022-07-17' })], 'stc-truong', null],
    ['lần trước đã kết thúc sớm', {}, [absence({ endedOn: '2022-07-18' })], 'stc-truong', null],
    ['lần trước kết thúc sớm nhưng còn trùng một ngày', {}, [absence({ endedOn: '2022-07-19' })], 'stc-truong', 'ABSENCE_OVERLAP'],
    ['người xử lý thay cũng vắng', {}, [absence({ person: 'stc-pho', substitute: 'stc-cv' })], 'stc-truong', 'SUBSTITUTE_AWAY'],
    ['người vắng đang xử lý thay người khác', {}, [absence({ person: 'btgtu-truong', substitute: 'stc-truong' })], 'stc-truong', 'ABSENCE_CHAIN'],
    ['hai người thay nhau', {}, [absence({ person: 'stc-pho', substitute: 'stc-truong' })], 'stc-truong', 'ABSENCE_CHAIN'],
    ['người xử lý thay vắng vào lúc khác', {}, [absence({ person: 'stc-pho', substitute: 'stc-cv', from: '2022-07-25', to: '2022-07-29' })], 'stc-truong', null],
  ];
  test.each(TABLE)('%s', (_name, given, existing, by, code) => {
    expect(declared(given, existing, by)).toBe(code);
  });

  test('khai bao nhiêu lần, không ngày nào có người thay người đang vắng hay một người có hai người thay', () => {
    const people = ['stc-truong', 'stc-pho', 'btctu-cv'];
    const command = fc.record({ person: fc.constantFrom(...people), substitute: fc.constantFrom(...people), first: fc.integer({ min: 14, max: 31 }), days: fc.integer({ min: 0, max: 5 }) });
    fc.assert(fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      const accepted: Absence[] = [];
      for (const [i, { person, substitute, first, days }] of commands.entries()) {
        const wish = { person, substitute, from: `2022-07-${first}`, to: `2022-07-${Math.min(31, first + days)}`, routes: null };
        if (declared(wish, accepted, person) === null) accepted.push({ ...wish, id: `${i}`, endedOn: null });
      }
      for (let day = 14; day <= 31; day++) {
        const away = accepted.filter((a) => a.from <= `2022-07-${day}` && a.to >= `2022-07-${day}`);
        expect(new Set(away.map((a) => a.person)).size).toBe(away.length);
        expect(away.filter((a) => away.some((b) => b.person === a.substitute))).toEqual([]);
      }
    }));
  });

  test.each([
    ['tự kết thúc', absence({}), 'stc-truong', null],
    ['phó thủ trưởng kết thúc', absence({}), 'stc-pho', null],
    ['người ngoài kết thúc', absence({}), 'vptu-truong', 'NOT_ALLOWED'],
    ['không có', null, 'stc-truong', 'ABSENCE_NOT_FOUND'],
    ['đã kết thúc', absence({ endedOn: '2022-07-12' }), 'stc-truong', 'ABSENCE_NOT_FOUND'],
    ['đã qua', absence({ from: '2022-07-01', to: '2022-07-12' }), 'stc-truong', 'ABSENCE_NOT_FOUND'],
  ] as const)('kết thúc xử lý thay: %s', (_name, which, by, code) => {
    expect(refusal(endAbsence(which, as(by), TODAY, directory.actor('stc-truong').posts))).toBe(code);
  });
});
