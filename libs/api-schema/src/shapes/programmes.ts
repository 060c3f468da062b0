import { z } from 'zod';
import { bilingual, day, instant, pageOf, personRef, unitRef, uuid } from './basics.ts';
import { programmeState } from './dossiers.ts';

const head = { id: z.string(), code: z.string(), title: z.string(), issuer: z.string(), issuedOn: day, term: z.string(), yearFrom: z.int(), yearTo: z.int() };

/** The figures of a programme; percentages with one decimal, as text in Vietnamese writing. The period is null unless it was asked for. */
const countsShape = z.object({
  total: z.int(), completed: z.int(), completedPct: z.number(), completedPctText: z.string(), completedInPeriod: z.int().nullable(), agenciesCompletedInPeriod: z.int().nullable(),
  submitted: z.int(), remaining: z.int(), notYetSubmitted: z.int(),
}).meta({ id: 'ProgrammeCounts' });

/** Where the item's dossier lies today: its steps, since when, with whom; null where there is none, where it is issued, where the asker may not see it, and in a look at an earlier day. */
const whereShape = z.object({
  steps: z.array(z.object({ path: z.string(), kind: z.string(), title: bilingual.nullable(), since: instant, people: z.array(personRef), units: z.array(unitRef), body: unitRef.nullable() })),
  since: instant, moving: z.boolean().meta({ description: 'The move to the next step is still to come' }),
}).meta({ id: 'ItemWhere' });
/** What was issued: its number (null: imported without one) and its day. */
const productShape = z.object({ number: z.string().nullable(), on: day.nullable() }).meta({ id: 'ItemProduct' });

/** An item; `dossier` is null also where the asker may not see it, `hasDossier` tells. */
const itemShape = z.object({
  id: uuid, no: z.int(), code: z.string(), kind: z.string(), title: z.string(), leadUnit: unitRef, cooperating: z.array(unitRef), authority: unitRef, directing: z.string(),
  responsible: z.array(personRef), deadline: z.object({ text: z.string(), precision: z.string(), on: day }), state: programmeState, stateOn: day.nullable(),
  hasDossier: z.boolean(), dossier: uuid.nullable(), number: z.string().nullable(),
  where: whereShape.nullable(), product: productShape.nullable(),
}).meta({ id: 'ProgrammeItem' });

const facetsShape = z.object({ kinds: z.array(z.string()), leadUnits: z.array(unitRef), directing: z.array(z.string()), authorities: z.array(unitRef) }).meta({ id: 'ProgrammeFacets', description: 'What the items may be filtered by; of all items, whatever the filter' });

/** The figures are of the whole programme; `items` are those that the filter leaves. */
export const programmeShape = z.object({
  ...head, asOf: day, period: z.object({ from: day, to: day }).nullable(), sentence: bilingual.meta({ description: 'The figures in one sentence' }), demo: z.boolean().meta({ description: 'Sample data is in: what is printed carries “MẪU”' }),
  counts: countsShape, facets: facetsShape, items: z.array(itemShape),
}).meta({ id: 'Programme' });
export const programmesShape = pageOf(z.object(head).meta({ id: 'ProgrammeRow' }), 'ProgrammePage');
/** `asOf`: the day of the report, today where it is left out; a period runs from `from` to `to`, or to `asOf` where that was asked for. */
const reportOf = {
  asOf: day.optional(), from: day.optional(), to: day.optional(), state: programmeState.optional(), kind: z.string().max(64).optional(), leadUnit: z.string().max(100).optional(), directing: z.string().max(500).optional(),
  authority: z.string().max(100).optional(), dueBefore: day.optional().meta({ description: 'Due before or on this day' }), search: z.string().max(200).optional().meta({ description: 'Words of code, content, units, whoever directs; accents do not matter' }),
};
export const programmeQuery = z.strictObject(reportOf);
export const reportQuery = z.strictObject({ ...reportOf, lang: z.enum(['vi', 'en']).default('vi') });

const text = (max: number): z.ZodString => z.string().min(1).max(max);
const importItem = z.strictObject({
  code: text(100), no: z.int().min(1), kind: text(64), title: z.string().max(2_000), leadUnit: text(100), authority: text(100), cooperating: z.array(text(100)).max(100), appraisingUnit: text(100),
  issuingUnit: text(100), registerIssuer: text(100), registerType: text(100), directing: z.string().max(500), deadlineText: z.string().max(200), deadlinePrecision: text(32), deadlineOn: z.string().max(32),
  history: z.strictObject({ issuedOn: z.string().max(32), source: text(500) }).nullable(),
}).meta({ id: 'ImportItem' });

export const importBody = z.strictObject({ programme: z.strictObject({ ...head, id: text(100), code: text(100), title: text(2_000), issuer: text(500), term: text(32) }), items: z.array(importItem).max(5_000) }).meta({ id: 'ImportRequest' });
export const importAnswerShape = z.object({ act: uuid.nullable(), programme: z.string(), added: z.int(), history: z.int() }).meta({ id: 'ImportAnswer' });
