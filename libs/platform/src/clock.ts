import { StartError } from './start-error.ts';

/** The one business clock: instants of the trade come from here, never from the machine. */
export type Clock = { now(): Date };

/** Business time was `start` at the real instant `anchor`, and runs `speed` times as fast as real time. */
export type ClockSetting = { readonly start: Date; readonly speed: number; readonly anchor: Date };

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

function instant(text: string): Date | undefined {
  const value = INSTANT.test(text) ? new Date(text) : undefined;
  return value && !Number.isNaN(value.getTime()) ? value : undefined;
}

/**
 * Reads `START,SPEED,ANCHOR`; undefined when a part is missing or is not an instant with zone or a positive number. With `begins`
 * given, `START,SPEED` is enough and begins then.
 */
export function parseClockSetting(text: string, begins?: Date): ClockSetting | undefined {
  const [startText = '', speedText = '', anchorText, ...more] = text.split(',').map((part) => part.trim());
  const start = instant(startText);
  const anchor = anchorText === undefined ? begins : instant(anchorText);
  const speed = Number(speedText);
  if (!start || !anchor || more.length > 0 || speedText === '' || !Number.isFinite(speed) || speed <= 0) return undefined;
  return { start, speed, anchor };
}

/** The text form of a setting, as TOTRINH_CLOCK carries it. */
export function formatClockSetting(setting: ClockSetting): string {
  return `${setting.start.toISOString()},${setting.speed},${setting.anchor.toISOString()}`;
}

/**
 * The clock of a setting (its text form too); without a setting the machine's own clock. Every process of a house gets the same
 * setting, so that they agree to the millisecond without talking. Throws StartError when the text is no setting.
 */
export function businessClock(setting?: ClockSetting | string): Clock {
  if (setting === undefined || setting === '') return { now: () => new Date() };
  const read = typeof setting === 'string' ? parseClockSetting(setting) : setting;
  if (!read) {
    throw new StartError({
      vi: `TOTRINH_CLOCK phải có dạng START,SPEED,ANCHOR, nhưng là "${String(setting)}"`,
      en: `TOTRINH_CLOCK must read START,SPEED,ANCHOR but is "${String(setting)}"`,
    });
  }
  const { start, speed, anchor } = read;
  return { now: () => new Date(Math.round(start.getTime() + (Date.now() - anchor.getTime()) * speed)) };
}
