/** What is looked for: trimmed, in NFC; null where there is nothing to look for. */
export function words(search: string | undefined): string | null {
  const text = search?.normalize('NFC').trim() ?? '';
  return text === '' ? null : text;
}
