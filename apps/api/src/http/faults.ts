import type { Fault } from '@totrinh/api-schema';
import { shapeWords, type ShapeIssue } from '@totrinh/domain';
import { Refused } from './refused.ts';

/** The parts of a request that a schema reads, as they are called to whoever sent it. */
const PLACES = {
  body: { vi: 'thân yêu cầu (body)', en: 'the body' },
  query: { vi: 'tham số truy vấn (query)', en: 'the query' },
  param: { vi: 'đường dẫn (path)', en: 'the path' },
  form: { vi: 'biểu mẫu gửi tệp (form)', en: 'the form' },
} as const;
export type Place = keyof typeof PLACES;

/** REQUEST_INVALID with one fault for each issue that a schema found in this part of the request. */
export function requestInvalid(issues: readonly ShapeIssue[], place: Place): Refused {
  const { vi, en } = PLACES[place];
  const faults = issues.slice(0, 100).map((issue): Fault => {
    const path = (issue.path ?? []).map((p) => (typeof p === 'number' ? p : String(typeof p === 'object' && p !== null && 'key' in p ? p.key : p)));
    const words = shapeWords(issue);
    const at = path.join('.');
    if (at === '') return { path, vi: `Trong ${vi}: ${words.vi}.`, en: `In ${en}: ${words.en}.` };
    return { path, vi: `Trong ${vi}, ô “${at}”: ${words.vi}.`, en: `In ${en}, “${at}”: ${words.en}.` };
  });
  return new Refused('REQUEST_INVALID', { faults });
}
