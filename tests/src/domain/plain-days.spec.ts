import fc from 'fast-check';
import { endOfPlainDays, officeDay } from '@totrinh/domain';

describe('Thời hạn tính bằng ngày · terms in plain days (BLDS 2015 Đ.147-148)', () => {
  test.each([
    ['23:59:59.999 giờ Hà Nội vẫn là ngày ấy', '2022-07-13T16:59:59.999Z', '2022-07-13'],
    ['0 giờ Hà Nội là ngày mới, khi ở UTC còn ngày cũ', '2022-07-13T17:00:00.000Z', '2022-07-14'],
    ['cuối tháng', '2022-06-30T17:00:00.000Z', '2022-07-01'],
    ['giao thừa dương lịch', '2022-12-31T16:59:59.999Z', '2022-12-31'],
    ['đầu năm', '2022-12-31T17:00:00.000Z', '2023-01-01'],
    ['ngày nhuận', '2024-02-28T17:00:00.000Z', '2024-02-29'],
  ])('ngày làm việc của cơ quan: %s', (_name, instant, day) => {
    expect(officeDay(new Date(instant))).toBe(day);
  });

  test.each([
    ['ngày đầu không tính, hết ngày cuối cùng', '2022-07-13T01:00:00.000Z', 1, '2022-07-14T17:00:00.000Z'],
    ['bắt đầu lúc 0 giờ Hà Nội', '2022-07-12T17:00:00.000Z', 1, '2022-07-14T17:00:00.000Z'],
    ['bắt đầu một phần nghìn giây trước nửa đêm', '2022-07-13T16:59:59.999Z', 1, '2022-07-14T17:00:00.000Z'],
    ['qua cuối tháng 30 ngày', '2022-06-28T02:00:00.000Z', 3, '2022-07-01T17:00:00.000Z'],
    ['qua tháng hai năm thường', '2022-02-27T02:00:00.000Z', 2, '2022-03-01T17:00:00.000Z'],
    ['qua tháng hai năm nhuận', '2024-02-27T02:00:00.000Z', 2, '2024-02-29T17:00:00.000Z'],
    ['qua năm', '2022-12-30T02:00:00.000Z', 2, '2023-01-01T17:00:00.000Z'],
    ['bảy ngày', '2022-07-13T08:00:00.000Z', 7, '2022-07-20T17:00:00.000Z'],
    ['mười năm', '2022-07-13T08:00:00.000Z', 3650, '2032-07-10T17:00:00.000Z'],
  ])('hết hạn: %s', (_name, from, days, end) => {
    expect(endOfPlainDays(new Date(from), days).toISOString()).toBe(end);
  });

  test('hạn luôn hết vào 24 giờ của đúng ngày thứ n sau ngày bắt đầu, bất kể giờ bắt đầu', () => {
    const instant = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(fc.property(instant, fc.integer({ min: 1, max: 3650 }), (from, days) => {
      const end = endOfPlainDays(from, days);
      const lastDay = new Date(`${officeDay(from)}T00:00:00Z`);
      lastDay.setUTCDate(lastDay.getUTCDate() + days);
      expect(officeDay(new Date(end.getTime() - 1))).toBe(lastDay.toISOString().slice(0, 10));
      expect(officeDay(end)).not.toBe(officeDay(new Date(end.getTime() - 1)));
    }));
  });
});
