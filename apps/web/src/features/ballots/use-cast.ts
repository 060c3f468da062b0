import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

type Cast = components['schemas']['BallotRequest'] & { readonly etag: string };

/** Casts a ballot, which is final. */
export const useCast = (task: string): UseMutationResult<components['schemas']['ActAnswer'], Error, Cast> =>
  useAct(({ etag, ...body }, key) => must(api.POST('/api/v1/tasks/{id}/cast', { params: { path: { id: task }, header: { 'Idempotency-Key': key, 'If-Match': etag, Prefer: 'wait=3' } }, body })));
