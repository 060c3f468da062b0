import { StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Asking } from './asking.ts';

/** Sends bytes to be saved under this name: no browser opens them as a page of this site. `length` where they come as a stream. */
export function sendFile(asking: Asking, bytes: Buffer | Readable, type: string, name: string, length?: number): StreamableFile {
  void asking.reply.header('x-content-type-options', 'nosniff').header('content-security-policy', "default-src 'none'; sandbox");
  const options = { type, length: Buffer.isBuffer(bytes) ? bytes.length : (length ?? 0), disposition: `attachment; filename*=UTF-8''${encodeName(name)}` };
  return Buffer.isBuffer(bytes) ? new StreamableFile(bytes, options) : new StreamableFile(bytes, options);
}

/** RFC 8187. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
