import { personOf } from './sample-organisation.ts';
import { authorityStep, type SampleRoute } from './sample-routes.ts';
import { DEMANDS } from './sample-words.ts';
import { issuingUnit, type Sample, type SampleItem } from './sample.ts';

/** How far an item is driven: a step that is open, with so many of the asked units heard and, where asked for, on a meeting's agenda; or issued. */
export interface Goal {
  readonly step: string;
  readonly answered: number;
  readonly onAgenda?: true;
}

/** Something that happens once on the way, as in any office: at the first opening of its step. */
export interface Incident {
  readonly kind: 'recall' | 'conditional' | 'return';
  readonly step: string;
}

/** What a meeting counts; whoever is not counted was absent. */
export interface Counted {
  readonly present: number;
  readonly yes: number;
  readonly no: number;
  readonly other: number;
  readonly abstain: number;
}

/** What is to be done with one open item. */
export interface Plan {
  readonly code: string;
  readonly title: string;
  readonly leadUnit: string;
  readonly drafter: string;
  readonly route: string;
  /** Facts that the route's conditions use, and units for the roles that no item binds. */
  readonly fields: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<string, string>>;
  readonly authority: string;
  /** The office that receives, records and numbers. */
  readonly office: string;
  readonly goal: Goal;
  readonly incidents: readonly Incident[];
  /** The authority's decision in a meeting, and what it demands to be finished. */
  readonly counted: Counted;
  readonly demands: readonly string[];
}

export type Routes = ReadonlyMap<string, SampleRoute>;

/** The step behind which an item is completed; driving to it means: until the dossier has ended. */
export const THE_END = 'hoan-thanh';
/** The step from which items go on one after another, so that numbers follow the order of items. */
export const BEFORE_NUMBERING = 'ban-hanh';

/** On the way to the end: the standing members return 28, an appraisal sets 31 conditions, 32 is recalled, its own head returns 33. */
const INCIDENTS: Readonly<Record<number, readonly Incident[]>> = {
  28: [{ kind: 'return', step: 'cho-y-kien' }],
  31: [{ kind: 'conditional', step: 'tham-dinh' }],
  32: [{ kind: 'recall', step: 'soan-thao' }],
  33: [{ kind: 'return', step: 'duyet-noi-dung' }],
};
/** Approved with something to be finished: thông qua, giao hoàn thiện. */
const TO_BE_FINISHED: ReadonlySet<number> = new Set([26]);
/** How many units have answered on 13/7/2022 where opinions are being asked. */
const ANSWERED: Readonly<Record<number, number>> = { 30: 2 };
/** Submitted items that have not come to the authority's own step yet: 28 lies with the standing members. */
const ON_THE_WAY: Readonly<Record<number, string>> = { 28: 'cho-y-kien' };

/** Who came and how they voted, by body; and the items on which they were not of one mind. */
const COUNTED: Readonly<Record<string, Counted>> = {
  'ban-thuong-vu': { present: 16, yes: 16, no: 0, other: 0, abstain: 0 },
  ubnd: { present: 24, yes: 22, no: 1, other: 1, abstain: 0 },
};
const COUNTED_APART: Readonly<Record<number, Counted>> = {
  26: { present: 16, yes: 15, no: 0, other: 1, abstain: 0 },
  28: { present: 16, yes: 13, no: 1, other: 1, abstain: 1 },
};
const NOTHING_COUNTED: Counted = { present: 0, yes: 0, no: 0, other: 0, abstain: 0 };

/** The ten open items as they stood on 13/7/2022: five submitted, two asking for opinions, three being drafted. */
export function plansOfReport(sample: Sample, routes: Routes): Plan[] {
  return openItems(sample).map((i) => {
    const submitted = ON_THE_WAY[i.no] ?? authorityStep(rulesOf(routes, i.route));
    return planOf(i, routes, { step: i.status === 'submitted' ? submitted : (i.stage ?? 'soan-thao'), answered: ANSWERED[i.no] ?? 0 });
  });
}

/** The same ten, driven until their numbers can be given. */
export function plansToNumbering(sample: Sample, routes: Routes): Plan[] {
  return openItems(sample).map((i) => planOf(i, routes, { step: BEFORE_NUMBERING, answered: 0 }));
}

/** The same plan, driven until the authority has it before it; `onAgenda`: also on the agenda of its meeting. */
export function toTheAuthority(plan: Plan, routes: Routes, onAgenda = false): Plan {
  return { ...plan, goal: { step: authorityStep(rulesOf(routes, plan.route)), answered: 0, ...(onAgenda && { onAgenda }) } };
}

/** The same plan, driven to the end. */
export function toTheEnd(plan: Plan): Plan {
  return { ...plan, goal: { step: THE_END, answered: 0 } };
}

/** The rules of a route that ships. */
export function rulesOf(routes: Routes, id: string): SampleRoute['rules'] {
  const route = routes.get(id);
  if (!route) throw new Error(`the sample has no route ${id}`);
  return route.rules;
}

function openItems(sample: Sample): SampleItem[] {
  return sample.items.filter((i) => i.status !== 'issued').sort((a, b) => a.no - b.no);
}

function planOf(i: SampleItem, routes: Routes, goal: Goal): Plan {
  const { fields, units } = rulesOf(routes, i.route);
  return {
    code: i.code, title: i.title, leadUnit: i.leadUnit, drafter: personOf(i.leadUnit, 'drafter'), route: i.route, authority: i.authority, office: issuingUnit(i.issueAs.regime), goal,
    fields: i.budget !== undefined && 'budget' in fields ? { budget: i.budget } : {},
    units: 'finance' in units ? { finance: i.financeUnit } : {},
    incidents: INCIDENTS[i.no] ?? [], counted: COUNTED_APART[i.no] ?? COUNTED[i.authority] ?? NOTHING_COUNTED, demands: TO_BE_FINISHED.has(i.no) ? DEMANDS : [],
  };
}
