/** Độ khẩn, from the ordinary to the most urgent: thường, khẩn, thượng khẩn, hỏa tốc (NĐ 30/2020, phụ lục I). */
export const URGENCIES = ['normal', 'urgent', 'veryUrgent', 'flash'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** The field by which a route lets a dossier say how urgent it is; its value is one of URGENCIES. */
export const URGENCY_FIELD = 'urgency';

/** How urgent a step of a dossier is: hỏa tốc where its ladder counts in hours, else what the dossier's field says, else thường. */
export function urgencyOf(said: unknown, hoursLadder: boolean): Urgency {
  if (hoursLadder) return 'flash';
  return URGENCIES.find((u) => u === said) ?? 'normal';
}
