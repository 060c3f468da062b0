import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { api, must } from '../../kit/api/client.ts';
import type { MeetingAnswer } from './use-attend.ts';

export interface Paper { readonly kind: 'paper' | 'minutes'; readonly file: File; readonly key: string }

/** The fields come before the file, so that the server may refuse before it takes a byte. */
function formOf({ kind, file }: Paper): FormData {
  const form = new FormData();
  form.append('kind', kind);
  form.append('name', file.name);
  form.append('file', file, 'file');
  return form;
}

/** Attaches a paper or the minutes; `key` stays the same when a file is sent again. */
export function useAttachPaper(meeting: string): UseMutationResult<MeetingAnswer, Error, Paper> {
  const queries = useQueryClient();
  return useMutation<MeetingAnswer, Error, Paper>({
    mutationFn: (paper) => must(api.POST('/api/v1/meetings/{id}/papers', { params: { path: { id: meeting }, header: { 'Idempotency-Key': paper.key } }, body: { kind: paper.kind, name: paper.file.name, file: '' }, bodySerializer: () => formOf(paper) })),
    onSettled: () => queries.invalidateQueries(),
  });
}
