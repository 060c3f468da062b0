import { ERROR_CODES, type ErrorCode, type Refusal } from '@totrinh/domain';
import { z } from 'zod';
import { ERRORS } from './catalogue.ts';

/** One fault of a request, an import or a route file: where it is and what to do, in both languages. */
export const faultSchema = z.looseObject({
  path: z.array(z.union([z.string(), z.number()])).optional(),
  row: z.int().optional(), code: z.string().optional(), field: z.string().optional(),
  line: z.int().optional(), column: z.int().optional(),
  vi: z.string(), en: z.string(),
}).meta({ id: 'Fault' });

/** RFC 9457. `title` is stable per code, `detail` and `detailEn` carry the facts and what to do. */
export const problemSchema = z.object({
  type: z.string().meta({ description: 'urn:totrinh:error:CODE' }),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  detailEn: z.string(),
  code: z.enum(ERROR_CODES),
  correlationId: z.string(),
  details: z.looseObject({ faults: z.array(faultSchema).optional() }).optional(),
}).meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;
export type Fault = z.infer<typeof faultSchema>;

/** The problem that a refusal is at the HTTP edge. */
export function problemOf(refusal: Refusal, correlationId: string): Problem {
  const { code, details } = refusal;
  const { status, advice, vi, en } = ERRORS[code];
  return {
    type: `urn:totrinh:error:${code}`, title: sentence(vi, {}), status,
    detail: `${sentence(vi, details ?? {})} ${advice.vi}`, detailEn: `${sentence(en, details ?? {})} ${advice.en}`,
    code, correlationId, ...(details === undefined ? {} : { details: details as Problem['details'] }),
  };
}

/** What a code says without any details, in both languages: the reason beside an action that is not allowed. */
export function reasonOfCode(code: ErrorCode): { vi: string; en: string } {
  return REASONS[code];
}

/** Fills `{name}` from details; a part in square brackets is left out where one of its details is missing. */
export function sentence(pattern: string, details: Readonly<Record<string, unknown>>): string {
  return pattern.replace(/\[([^\]]*)\]/g, (_, part: string) => (namesIn(part).every((n) => told(details[n]) !== null) ? fill(part, details) : ''));
}

const namesIn = (part: string): string[] => [...part.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');
const fill = (part: string, details: Readonly<Record<string, unknown>>): string => part.replace(/\{(\w+)\}/g, (_, name: string) => told(details[name]) ?? '');

function told(value: unknown): string | null {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === 'string') ? value.join(', ') : null;
}

const REASONS = Object.fromEntries(ERROR_CODES.map((c) => [c, { vi: sentence(ERRORS[c].vi, {}), en: sentence(ERRORS[c].en, {}) }])) as Record<ErrorCode, { vi: string; en: string }>;
