import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

export type MeetingAnswer = components['schemas']['MeetingAnswer'];
export interface Presence { readonly person: string; readonly present: boolean; readonly note: string | null }

/** Điểm danh. */
export const useAttend = (meeting: string): UseMutationResult<MeetingAnswer, Error, readonly Presence[]> => useAct((members: readonly Presence[], key) =>
  must(api.POST('/api/v1/meetings/{id}/attendance', { params: { path: { id: meeting }, header: { 'Idempotency-Key': key } }, body: { members: [...members] } })));
