import type { Fault } from '@totrinh/api-schema';
import { Refused } from './refused.ts';

interface Issue { readonly message: string; readonly path?: readonly unknown[] | undefined }

/** REQUEST_INVALID with one fault for each issue that a schema found. */
export function requestInvalid(issues: readonly Issue[]): Refused {
  const faults = issues.slice(0, 100).map((issue): Fault => {
    const path = (issue.path ?? []).map((p) => (typeof p === 'number' ? p : String(typeof p === 'object' && p !== null && 'key' in p ? p.key : p)));
    const at = path.join('.') || 'body';
    return { path, vi: `Ô “${at}” chưa đúng: ${issue.message}`, en: `“${at}” is wrong: ${issue.message}` };
  });
  return new Refused('REQUEST_INVALID', { faults });
}
