import { useDraft } from '../../kit/ui/drafts.ts';

/** A form that survives a reload: kept as JSON under its name. What cannot be read counts as nothing. */
export function useFormDraft<T extends object>(name: string, empty: T): { readonly form: T; readonly write: (change: Partial<T>) => void; readonly clear: () => void; readonly kept: boolean } {
  const { text, write, clear } = useDraft(name);
  const form = { ...empty, ...read<T>(text) };
  return { form, write: (change) => write(JSON.stringify({ ...form, ...change })), clear, kept: text !== '' };
}

function read<T>(text: string): Partial<T> {
  try {
    const kept: unknown = JSON.parse(text === '' ? '{}' : text);
    return typeof kept === 'object' && kept !== null ? (kept as Partial<T>) : {};
  } catch {
    return {};
  }
}
