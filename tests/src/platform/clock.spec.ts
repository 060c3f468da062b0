import fc from 'fast-check';
import { businessClock, formatClockSetting, parseClockSetting } from '@totrinh/platform';

describe('the business clock', () => {
  test('it runs from START at ANCHOR, SPEED times as fast', () => {
    const anchor = new Date(Date.now() - 60_000);
    const clock = businessClock({ start: new Date('2022-07-13T01:00:00Z'), speed: 60, anchor });
    const passed = clock.now().getTime() - Date.parse('2022-07-13T01:00:00Z');
    expect(passed).toBeGreaterThanOrEqual(3_600_000);
    expect(passed).toBeLessThan(3_600_000 + 60 * 5_000);
  });

  test('without a setting it is the machine’s clock', () => {
    expect(Math.abs(businessClock().now().getTime() - Date.now())).toBeLessThan(1_000);
  });

  test('its text form says the same, for every process that reads it', () => {
    const day = fc.date({ min: new Date('1990-01-01Z'), max: new Date('2100-01-01Z'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.double({ min: 0.001, max: 100_000, noNaN: true }), day, (start, speed, anchor) => {
        expect(parseClockSetting(formatClockSetting({ start, speed, anchor }))).toEqual({ start, speed, anchor });
      }),
    );
  });

  test.each(['', 'now', '2022-07-13T08:00:00+07:00', '2022-07-13T08:00:00+07:00,0,2026-11-23T04:00:00Z', '2022-13-13T08:00:00Z,1,2026-11-23T04:00:00Z', ',,', '2022-07-13T08:00:00Z,1,2026-11-23T04:00:00Z,more'])(
    'no clock is read from "%s"',
    (text) => {
      expect(parseClockSetting(text)).toBeUndefined();
    },
  );
});
