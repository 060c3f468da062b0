import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { PointAnswer } from './use-record-result.ts';

export interface ProposalAnswer { readonly dossier: string; readonly proposal: string; readonly etag: string; readonly confirms: boolean; readonly reason: string | null }

/** Confirms or declines what another person entered. */
export const useAnswerProposal = (): UseMutationResult<PointAnswer, Error, ProposalAnswer> => useAct(({ dossier, proposal, etag, confirms, reason }: ProposalAnswer, key) => {
  const init = { params: { path: { id: dossier, proposal }, header: { 'Idempotency-Key': key, 'If-Match': etag, Prefer: 'wait=3' } }, body: { reason } };
  return must(confirms ? api.POST('/api/v1/dossiers/{id}/proposals/{proposal}/confirm', init) : api.POST('/api/v1/dossiers/{id}/proposals/{proposal}/decline', init));
});
