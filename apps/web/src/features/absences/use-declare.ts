import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

type Declared = components['schemas']['AbsenceRequest'];

/** Declares an absence and who stands in. */
export const useDeclare = (): UseMutationResult<unknown, Error, Declared> => useAct((body: Declared, key) => must(api.POST('/api/v1/absences', { params: { header: { 'Idempotency-Key': key } }, body })));
