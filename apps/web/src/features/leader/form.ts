import { useDraft } from '../../kit/ui/drafts.ts';

/** What is typed into a dialog, by field; a reload or a session that ends loses none of it. */
export interface Form {
  readonly of: (field: string) => string;
  readonly fill: (field: string, text: string) => void;
  readonly clear: () => void;
}

/** The form kept under this name. */
export function useForm(name: string): Form {
  const draft = useDraft(name);
  const values = read(draft.text);
  return { of: (field) => values[field] ?? '', fill: (field, text) => draft.write(JSON.stringify({ ...values, [field]: text })), clear: draft.clear };
}

function read(kept: string): Readonly<Record<string, string>> {
  try {
    const found: unknown = JSON.parse(kept);
    return typeof found === 'object' && found !== null ? (found as Record<string, string>) : {};
  } catch {
    return {};
  }
}

/** One demand a line. */
export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
