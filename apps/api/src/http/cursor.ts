import type { z } from 'zod';
import { Refused } from './refused.ts';

/** A cursor is opaque to whoever pages: the key of the last row, as base64url of its JSON. */
export function cursorOf(key: unknown): string | null {
  return key === null ? null : Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key of a cursor, null without one. Errors: REQUEST_INVALID. */
export function keyOf<T>(cursor: string | undefined, shape: z.ZodType<T>): T | null {
  if (cursor === undefined) return null;
  const read = shape.safeParse(parsed(cursor));
  if (read.success) return read.data;
  throw new Refused('REQUEST_INVALID', { faults: [{ path: ['cursor'], vi: 'Con trỏ trang không hợp lệ; bắt đầu lại từ trang đầu.', en: 'The cursor is not valid; begin with the first page again.' }] });
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (fault) {
    if ((fault as Error).name === 'SyntaxError') return undefined;
    throw fault;
  }
}
