import { ApiProblem, codeOf } from '../../../kit/api/client.ts';
import { problemText } from '../../../kit/ui/state-page.tsx';
import type { Field } from './verbs.ts';

/** The refusal of the server; null for anything else. */
export const problemOf = (fault: unknown): (ApiProblem & { readonly problem: NonNullable<ApiProblem['problem']> }) | null =>
  (fault instanceof ApiProblem && fault.problem !== null ? (fault as ApiProblem & { readonly problem: NonNullable<ApiProblem['problem']> }) : null);

/** At which field a code belongs, the first one that the dialog has. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  REASON_REQUIRED: ['reason', 'text'], DEMANDS_REQUIRED: ['demands'], DATE_INVALID: ['until', 'on', 'dueOn'], DUE_IN_PAST: ['dueOn'], DOCUMENT_NOT_FOUND: ['document'], COUNTS_INVALID: ['counts'], RETURN_TARGET_NOT_LEGAL: ['to'],
  MEETING_NOT_FOUND: ['meeting', 'to'], MEETING_CLOSED: ['meeting', 'to'], NOT_INCUMBENT: ['person', 'unit', 'principal'], PARTICIPANT_TWICE: ['person', 'unit'], PERSON_UNKNOWN: ['person', 'mentions'], FILE_TYPE_REFUSED: ['file'], FILE_TOO_LARGE: ['file'], SECRET_REFUSED: ['file'],
  MIGRATION_IMPOSSIBLE: ['version'], REGISTER_RECORDS: ['number'], REGISTER_GIVES: ['number'], NUMBER_NOT_FREE: ['number'], TEXT_TOO_LONG: ['reason', 'text', 'title'], TEXT_EMPTY: ['reason', 'text', 'title'], TEXT_CONTROL_CHARACTER: ['reason', 'text', 'title'],
};

/** The field at which a refusal is shown, with its sentence; null where it is about the act as a whole. */
export function wrongField(fault: unknown, fields: readonly Field[]): { readonly field: string; readonly text: string } | null {
  const found = problemOf(fault);
  const field = found === null ? undefined : (FIELDS[codeOf(fault) ?? ''] ?? []).find((name) => fields.some((f) => f.name === name));
  return found === null || field === undefined ? null : { field, text: problemText(found.problem) };
}
