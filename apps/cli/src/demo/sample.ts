import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The sample programme as its file tells it: facts of the press report, and what was invented around them. */
const text = z.string().min(1);
const unit = z.object({ id: text, name: text, short: text, regime: z.enum(['party', 'state', 'union']), group: text, posts: z.record(z.enum(['head', 'deputy', 'drafter', 'clerk']), text), untilYear: z.number().int().optional() });
const body = z.object({ id: text, name: text, seats: z.array(text).optional(), untilYear: z.number().int().optional() });
const register = z.object({ issuer: text, type: text, series: text, first: z.number().int().positive() });
const item = z.object({
  code: text, no: z.number().int(), kind: text, title: text, leadUnit: text, cooperatingUnits: z.array(text), authority: text, appraisingUnit: text, financeUnit: text, route: text, budget: z.number().positive().optional(),
  issueAs: z.object({ regime: z.enum(['party', 'state']), type: text, notation: text }),
  responsible: z.object({ directing: text }),
  deadline: z.object({ text, precision: text, lastDay: text }),
  status: z.enum(['issued', 'submitted', 'drafting']), stage: z.enum(['soan-thao', 'lay-y-kien']).optional(), issuedOn: text.optional(),
});

export const sampleSchema = z.object({
  notice: z.object({ vi: text, en: text }),
  source: text,
  programme: z.object({ code: text, title: text, issuer: text, issuedOn: text, term: text, period: z.object({ from: z.number().int(), to: z.number().int() }) }),
  asOf: text,
  expected: z.object({
    total: z.number(), completed: z.number(), completedPct: text, completedInPeriod: z.number(), agenciesCompletingInPeriod: z.number(),
    submittedPendingApproval: z.number(), submittedPct: text, remaining: z.number(), notYetSubmitted: z.number(),
  }),
  org: z.object({
    units: z.array(unit), bodies: z.array(body), singleAuthorities: z.array(z.object({ id: text, name: text })),
    signers: z.record(text, z.array(text)), registers: z.array(register),
  }),
  items: z.array(item),
});

export type Sample = z.infer<typeof sampleSchema>;
export type SampleItem = Sample['items'][number];
export type SampleUnit = Sample['org']['units'][number];

/** Where the programme's figures of the press report are counted: the first half of 2022 (both days included). */
export const REPORT_PERIOD = { from: '2022-01-01', to: '2022-06-30' } as const;
/** The programme's id in paths of the API. */
export const PROGRAMME_ID = '01-ctr-tu';

const DATA = new URL('../../data/', import.meta.url);

/** Reads the sample's file; a file of another shape is a broken installation and throws. */
export function readSample(): Sample {
  return sampleSchema.parse(JSON.parse(readFileSync(new URL('program-01.json', DATA), 'utf8')));
}

/** The office that receives, checks, numbers and issues: the Party's or the People's Committee's. */
export function issuingUnit(regime: 'party' | 'state'): string {
  return regime === 'party' ? 'VPTU' : 'VPUB';
}

/** Whose registers number it. */
export function registerIssuer(regime: 'party' | 'state'): string {
  return regime === 'party' ? 'TU' : 'UBND';
}
