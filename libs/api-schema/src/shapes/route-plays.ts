import { z } from 'zod';
import { day, fields, instant, path, unitRef, personRef, uuid } from './basics.ts';
import { faultSchema } from '../errors/problem.ts';

/** Routes that are checked, played, drawn and compared; nothing is changed by it. */
const lang = z.enum(['vi', 'en']).default('vi');
export const checkBody = z.strictObject({ source: z.string().min(1).max(500_000) }).meta({ id: 'CheckRequest' });
export const checkAnswerShape = z.object({ ok: z.boolean(), route: z.string().nullable(), faults: z.array(faultSchema).meta({ description: 'Each with code, line, column, sentences, and `way`: a counter-example path' }) }).meta({ id: 'CheckAnswer' });

const played = z.record(path, z.array(z.string().min(1).max(64)).max(50));
export const simulateBody = z.strictObject({
  source: z.string().min(1).max(500_000).optional(), route: z.string().min(1).max(100).optional(), version: z.int().min(1).optional(),
  kind: z.string().max(64).optional(), fields: fields.optional(), start: instant.optional(), itemDeadline: day.optional(),
  outcomes: played.optional().meta({ description: 'By path: what each visit says, in turn; the forward outcome where nothing is given' }), dates: z.record(path, z.array(day).max(50)).optional().meta({ description: 'By path: the day on which each visit ends; its due day where nothing is given' }),
}).refine(({ source, route }) => (source === undefined) !== (route === undefined), { path: ['source'], message: 'cần đúng một trong hai: source, route · exactly one of source and route is needed' }).meta({ id: 'SimulateRequest' });

const playedStep = z.object({ path: z.string(), kind: z.string(), round: z.int(), earliest: instant, latest: instant, due: instant.nullable(), outcome: z.string() }).meta({ id: 'PlayedStep' });
export const simulateAnswerShape = z.object({ steps: z.array(playedStep), ended: z.enum(['done', 'rejected', 'cancelled', 'unending']), earliest: instant, latest: instant, withoutTerm: z.array(z.string()) }).meta({ id: 'SimulateAnswer' });

export const drawingQuery = z.strictObject({ format: z.enum(['svg', 'mermaid', 'bpmn']).default('svg'), lang });
export const dossierDrawingQuery = z.strictObject({ lang });
export const diffQuery = z.strictObject({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) });
const stepChange = z.object({ path: z.string(), change: z.enum(['added', 'removed', 'changed']), fields: z.array(z.string()) }).meta({ id: 'StepChange' });
export const diffAnswerShape = z.object({
  from: z.int(), to: z.int(), head: z.array(z.string()), steps: z.array(stepChange),
  approvals: z.array(z.object({ issue: z.string(), before: z.array(z.string()), after: z.array(z.string()) })).meta({ description: 'Mandatory approvals of each issue, where they differ' }),
}).meta({ id: 'RouteDiff' });

/** Steps to come if each goes forward: an estimate, never a promise. */
const forecastStep = z.object({ path: z.string(), kind: z.string(), earliest: instant, latest: instant, due: instant.nullable(), people: z.array(personRef), units: z.array(unitRef) }).meta({ id: 'ForecastStep' });
export const forecastShape = z.object({ steps: z.array(forecastStep), earliest: instant.nullable(), latest: instant.nullable(), withoutTerm: z.array(z.string()), note: z.object({ vi: z.string(), en: z.string() }) }).meta({ id: 'Forecast' });

export const compareQuery = z.strictObject({ from: z.coerce.number().int().min(1).optional(), to: z.coerce.number().int().min(1).optional() });
const mark = z.object({ id: uuid, no: z.int(), sha256: z.string() });
export const compareShape = z.object({
  states: z.array(z.object({ version: z.int(), manifest: z.string(), by: z.enum(['submission', 'finishing']) })), from: z.int(), to: z.int(),
  added: z.array(z.object({ role: z.string(), to: mark })), removed: z.array(z.object({ role: z.string(), from: mark })), changed: z.array(z.object({ role: z.string(), from: mark, to: mark })),
}).meta({ id: 'Comparison' });

export const migrationQuery = z.strictObject({ version: z.coerce.number().int().min(1) });
export const migrationShape = z.object({
  from: z.int().nullable(), to: z.int(), possible: z.boolean(), faults: z.array(z.object({ code: z.string(), subject: z.string() })),
  moved: z.array(z.object({ step: uuid, from: z.string(), path: z.string() })), defaults: fields, added: z.array(z.string()), removed: z.array(z.string()),
}).meta({ id: 'Migration' });
