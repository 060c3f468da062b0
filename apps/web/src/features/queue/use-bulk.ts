import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

export type BulkAct = components['schemas']['BulkAct'];
export type BulkLine = components['schemas']['BulkLine'];
/** Most acts that the server takes at once. */
const MOST = 100;

/** Acts on many tasks, a hundred at a time, each under its own key; answers what became of each. */
export const useBulk = (): UseMutationResult<readonly BulkLine[], Error, readonly BulkAct[]> => useAct(async (acts: readonly BulkAct[], key) => {
  const lines: BulkLine[] = [];
  for (let from = 0; from < acts.length; from += MOST) {
    const answer = await must(api.POST('/api/v1/bulk', { params: { header: { 'Idempotency-Key': `${key}-${from}` } }, body: { acts: acts.slice(from, from + MOST) } }));
    lines.push(...answer.lines);
  }
  return lines;
});
