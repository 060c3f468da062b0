const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A text as one line of a letter's head: line breaks and other control characters become a space, so that nothing can begin a head of its own; at most `most` characters. */
export function headerText(text: string, most = 200): string {
  const line = text.normalize('NFC').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`;
}

const ADDRESS = /^[^\s\p{Cc}\p{Cf}<>(),;:"@[\]\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/iu;

/** Whether a text is one plain e-mail address and nothing else: no names, no lists, no control characters. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text) && !text.includes('..');
}
