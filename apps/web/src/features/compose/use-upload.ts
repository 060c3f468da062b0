import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { sendFile, type Sending } from './send-file.ts';
import type { ActAnswer } from './use-open-dossier.ts';

/** Attaches a file. */
export function useUpload(): UseMutationResult<ActAnswer, Error, Sending> {
  const queries = useQueryClient();
  return useMutation<ActAnswer, Error, Sending>({ mutationFn: sendFile, onSettled: () => queries.invalidateQueries() });
}
