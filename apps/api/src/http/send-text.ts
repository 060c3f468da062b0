import type { Asking } from './asking.ts';

/** Sends a text of this type; a drawing that is opened by itself runs no script and loads nothing. */
export function sendText(asking: Asking, type: string, text: string): string {
  void asking.reply.header('content-type', `${type}; charset=utf-8`).header('x-content-type-options', 'nosniff').header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  return text;
}
