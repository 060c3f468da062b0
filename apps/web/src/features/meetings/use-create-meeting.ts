import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { MeetingAnswer } from './use-attend.ts';

export interface NewMeeting { readonly body: string; readonly on: string; readonly title: string; readonly place: string | null }

/** Lập hội nghị. */
export const useCreateMeeting = (): UseMutationResult<MeetingAnswer, Error, NewMeeting> => useAct((body: NewMeeting, key) => must(api.POST('/api/v1/meetings', { params: { header: { 'Idempotency-Key': key } }, body })));
