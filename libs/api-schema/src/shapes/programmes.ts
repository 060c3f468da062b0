import { z } from 'zod';
import { day, pageOf, personRef, unitRef, uuid } from './basics.ts';
import { programmeState } from './dossiers.ts';

const head = { id: z.string(), code: z.string(), title: z.string(), issuer: z.string(), issuedOn: day, term: z.string(), yearFrom: z.int(), yearTo: z.int() };

/** The figures of a programme; percentages with one decimal, as text in Vietnamese writing. The period is null unless it was asked for. */
const countsShape = z.object({
  total: z.int(), completed: z.int(), completedPct: z.number(), completedPctText: z.string(), completedInPeriod: z.int().nullable(), agenciesCompletedInPeriod: z.int().nullable(),
  submitted: z.int(), remaining: z.int(), notYetSubmitted: z.int(),
}).meta({ id: 'ProgrammeCounts' });

/** An item; `dossier` is null also where the asker may not see it, `hasDossier` tells. */
const itemShape = z.object({
  id: uuid, no: z.int(), code: z.string(), kind: z.string(), title: z.string(), leadUnit: unitRef, cooperating: z.array(unitRef), authority: unitRef, directing: z.string(),
  responsible: z.array(personRef), deadline: z.object({ text: z.string(), precision: z.string(), on: day }), state: programmeState, stateOn: day.nullable(),
  hasDossier: z.boolean(), dossier: uuid.nullable(), number: z.string().nullable(),
}).meta({ id: 'ProgrammeItem' });

export const programmeShape = z.object({ ...head, counts: countsShape, items: z.array(itemShape) }).meta({ id: 'Programme' });
export const programmesShape = pageOf(z.object(head).meta({ id: 'ProgrammeRow' }), 'ProgrammePage');
export const periodQuery = z.strictObject({ from: day.optional(), to: day.optional() });

const text = (max: number): z.ZodString => z.string().min(1).max(max);
const importItem = z.strictObject({
  code: text(100), no: z.int().min(1), kind: text(64), title: z.string().max(2_000), leadUnit: text(100), authority: text(100), cooperating: z.array(text(100)).max(100), appraisingUnit: text(100),
  issuingUnit: text(100), registerIssuer: text(100), registerType: text(100), directing: z.string().max(500), deadlineText: z.string().max(200), deadlinePrecision: text(32), deadlineOn: z.string().max(32),
  history: z.strictObject({ issuedOn: z.string().max(32), source: text(500) }).nullable(),
}).meta({ id: 'ImportItem' });

export const importBody = z.strictObject({ programme: z.strictObject({ ...head, id: text(100), code: text(100), title: text(2_000), issuer: text(500), term: text(32) }), items: z.array(importItem).max(5_000) }).meta({ id: 'ImportRequest' });
export const importAnswerShape = z.object({ act: uuid.nullable(), programme: z.string(), added: z.int(), history: z.int() }).meta({ id: 'ImportAnswer' });
