import { z } from 'zod';
import { isDayInReach, isDayText } from '../calendar/days.ts';

const count = z.number().int().min(1).max(3650);
const from = z.enum(['opening', 'submission']).optional();

/**
 * When a step is due. `from` counts from the step's opening (default) or the latest submission; `by: item` is the item's
 * own last day, less `minus`. Hours run by the wall clock and are for urgent routes only (product: hỏa tốc); working hours in working time.
 */
export const dueSchema = z.union([
  z.strictObject({ days: count, from }),
  z.strictObject({ workingDays: count, from }),
  z.strictObject({ hours: count, from }),
  z.strictObject({ workingHours: count, from }),
  z.strictObject({ date: z.iso.date().refine((day) => !isDayText(day) || isDayInReach(day), 'một ngày từ 1990 đến 2150 · a day from 1990 to 2150') }),
  z.strictObject({ by: z.literal('item'), minus: z.union([z.strictObject({ days: count }), z.strictObject({ workingDays: count })]).optional() }),
]);

export type Due = z.infer<typeof dueSchema>;
