import type { components } from '@totrinh/api-client';
import type { SpecialDay } from '@totrinh/domain';

type Version = components['schemas']['CalendarVersion'];

/** Versions as lines, the latest first: number, when, who, why, and below it what it changed; the first one only how many days it began with. */
export function historyLines(versions: readonly Version[]): string[] {
  return versions.flatMap(({ version, at, by, reason, diff }) => {
    const head = `v${version}  ${at.slice(0, 16).replace('T', ' ')}Z  ${by === null ? 'hệ thống / the system' : `${by.name} (${by.person})`}  ${reason}`;
    if (version === 1 && diff.days.length > 20) return [head, `  ${diff.days.length} ngày / days`];
    const frame = [diff.week ? 'tuần làm việc / week' : '', diff.hours ? 'giờ làm việc / working hours' : '', diff.until ? 'ngày cuối của lịch / last known day' : ''].filter((part) => part !== '');
    return [head, ...diff.days.map((d) => `  ${d.day}  ${saysOf(d.before)} → ${saysOf(d.after)}`), ...frame.map((part) => `  ${part}`)];
  });
}

function saysOf(day: SpecialDay | null): string {
  if (day === null) return 'theo tuần / by the week';
  return [day.kind === 'off' ? 'nghỉ / off' : 'làm việc / worked', day.reason, day.status === 'planned' ? 'dự kiến / planned' : (day.source ?? '')].join(', ');
}
