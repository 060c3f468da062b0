import { personOf, seatId } from './sample-organisation.ts';
import type { Sample, SampleItem } from './sample.ts';

/** How far an item is driven: a step that is open, with so many of the asked units heard; or issued. */
export interface Goal {
  readonly step: string;
  readonly answered: number;
}

/** Something that happens once on the way, as in any office; told apart by the step, its how-manieth opening, and who. */
export type Incident =
  | { readonly kind: 'recall'; readonly step: string }
  | { readonly kind: 'conditional'; readonly step: string }
  | { readonly kind: 'return'; readonly step: string; readonly person: string };

/** What is to be done with one open item. */
export interface Plan {
  readonly code: string;
  readonly title: string;
  readonly drafter: string;
  readonly goal: Goal;
  readonly incidents: readonly Incident[];
}

/** The step behind which an item is completed; driving to it means: until the dossier has ended. */
export const THE_END = 'hoan-thanh';
/** The step from which items go on one after another, so that numbers follow the order of items. */
export const BEFORE_NUMBERING = 'ban-hanh';

/** On the way to the end: 28 is returned by a member, 31 is redrafted after an appraisal with conditions, 32 is recalled. */
const INCIDENTS: Readonly<Record<number, readonly Incident[]>> = {
  28: [{ kind: 'return', step: 'cap-tham-quyen', person: seatId('ban-thuong-vu', 14) }],
  31: [{ kind: 'conditional', step: 'tham-dinh' }],
  32: [{ kind: 'recall', step: 'soan-thao' }],
};
/** How many units have answered on 13/7/2022 where opinions are being asked. */
const ANSWERED: Readonly<Record<number, number>> = { 30: 2 };

/** The ten open items as they stood on 13/7/2022: five before the authority, two asking for opinions, three being drafted. */
export function plansOfReport(sample: Sample): Plan[] {
  return openItems(sample).map((i) => planOf(i, { step: i.status === 'submitted' ? 'cap-tham-quyen' : (i.stage ?? 'soan-thao'), answered: ANSWERED[i.no] ?? 0 }));
}

/** The same ten, driven until their numbers can be given. */
export function plansToNumbering(sample: Sample): Plan[] {
  return openItems(sample).map((i) => planOf(i, { step: BEFORE_NUMBERING, answered: 0 }));
}

/** The same plan, driven to the end. */
export function toTheEnd(plan: Plan): Plan {
  return { ...plan, goal: { step: THE_END, answered: 0 } };
}

function openItems(sample: Sample): SampleItem[] {
  return sample.items.filter((i) => i.status !== 'issued').sort((a, b) => a.no - b.no);
}

function planOf(i: SampleItem, goal: Goal): Plan {
  return { code: i.code, title: i.title, drafter: personOf(i.leadUnit, 'drafter'), goal, incidents: INCIDENTS[i.no] ?? [] };
}
