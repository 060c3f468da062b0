import { figuresSentence } from '@totrinh/domain';
import type { OPERATIONS } from '@totrinh/api-schema';
import type { SeenItem, SeenProgramme } from '@totrinh/persistence';
import type { z } from 'zod';

export type ProgrammeBody = z.infer<(typeof OPERATIONS)['readProgramme']['answers'][200]>;
export type ItemBody = ProgrammeBody['items'][number];

const PERCENT = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false });

/** The figures get their share of completed items: rounded half up to one decimal, and as `70,6%`; and one sentence that says them all. */
export function presentProgramme(p: SeenProgramme): ProgrammeBody {
  const { total, completed } = p.counts;
  const completedPct = total === 0 ? 0 : Math.round((completed / total) * 1000) / 10;
  const { kinds, leadUnits, directing, authorities } = p.facets;
  return {
    ...p, sentence: figuresSentence(p.counts, p.asOf), counts: { ...p.counts, completedPct, completedPctText: `${PERCENT.format(completedPct)}%` },
    facets: { kinds: [...kinds], leadUnits: [...leadUnits], directing: [...directing], authorities: [...authorities] }, items: p.items.map(presentItem),
  };
}

function presentItem({ where, ...i }: SeenItem): ItemBody {
  const steps = where?.steps.map((s) => ({ ...s, since: s.since.toISOString(), people: [...s.people], units: [...s.units] })) ?? [];
  return { ...i, cooperating: [...i.cooperating], responsible: [...i.responsible], where: where && { steps, since: where.since.toISOString(), moving: where.moving } };
}
