import { codeOf } from '../../kit/api/client.ts';
import { refusalWords } from '../../kit/ui/refusal-words.ts';

/** Which field a refusal is about, by its code. */
const FIELDS: Readonly<Record<string, 'person' | 'days' | 'routes'>> = {
  ABSENCE_CHAIN: 'person', SUBSTITUTE_AWAY: 'person', NOT_INCUMBENT: 'person', PERSON_UNKNOWN: 'person', AUTHORITY_CHAIN: 'person', DATE_INVALID: 'days', ABSENCE_OVERLAP: 'days', AUTHORITY_OVERLAP: 'days', AUTHORITY_TOO_LONG: 'days', ROUTE_NOT_FOUND: 'routes',
};

export type Faults = Readonly<Record<'person' | 'days' | 'routes' | 'form', string | null>>;

/** What the server said, at the field it is about; at the form where it is about none. */
export function faultsOf(fault: unknown, otherwise: string): Faults {
  const none = { person: null, days: null, routes: null, form: null };
  if (fault === null) return none;
  return { ...none, [FIELDS[codeOf(fault) ?? ''] ?? 'form']: refusalWords(fault, otherwise) };
}
