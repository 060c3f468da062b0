import type { OPERATIONS } from '@totrinh/api-schema';
import type { SeenProgramme } from '@totrinh/persistence';
import type { z } from 'zod';

export type ProgrammeBody = z.infer<(typeof OPERATIONS)['readProgramme']['answers'][200]>;

const PERCENT = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false });

/** The figures get their share of completed items: rounded half up to one decimal, and as `70,6%`. */
export function presentProgramme(p: SeenProgramme): ProgrammeBody {
  const { total, completed } = p.counts;
  const completedPct = total === 0 ? 0 : Math.round((completed / total) * 1000) / 10;
  return {
    ...p, counts: { ...p.counts, completedPct, completedPctText: `${PERCENT.format(completedPct)}%` },
    items: p.items.map((i) => ({ ...i, cooperating: [...i.cooperating], responsible: [...i.responsible] })),
  };
}
