import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, StartError, formatClockSetting, parseClockSetting, type ClockSetting } from '@totrinh/platform';

/** When the business clock of the sample begins: the day of the report that the sample programme is taken from. */
export const SAMPLE_START = '2022-07-13T08:00:00+07:00,1';

/**
 * The business clock of a data folder. On new data it begins now at START and runs SPEED times as fast; the anchor is kept in the
 * folder, so that the next start finds business time where real time has carried it. Another START or SPEED begins anew.
 */
export function houseClock(dataDir: string, wanted: string | undefined, now: Date): ClockSetting {
  const file = join(dataDir, 'clock.json');
  const kept = readKept(file);
  const setting = wanted === undefined ? kept : parseClockSetting(wanted, now);
  if (wanted !== undefined && !setting) {
    throw new StartError({ vi: `TOTRINH_CLOCK phải có dạng START,SPEED, nhưng là "${wanted}"`, en: `TOTRINH_CLOCK must read START,SPEED but is "${wanted}"` });
  }
  const anchored = wanted?.split(',').length === 3;
  if (kept && setting && !anchored && kept.start.getTime() === setting.start.getTime() && kept.speed === setting.speed) return kept;
  const chosen = setting ?? parseClockSetting(SAMPLE_START, now);
  if (!chosen) throw new Error(`not a clock setting: ${SAMPLE_START}`);
  writeFileSync(`${file}.new`, `${JSON.stringify({ setting: formatClockSetting(chosen) })}\n`);
  renameSync(`${file}.new`, file);
  return chosen;
}

function readKept(file: string): ClockSetting | undefined {
  try {
    return parseClockSetting((JSON.parse(readFileSync(file, 'utf8')) as { setting: string }).setting);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
