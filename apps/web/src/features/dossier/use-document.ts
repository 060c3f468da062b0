import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, must } from '../../kit/api/client.ts';

/** Where the bytes of a document are, for saving them. */
export const documentAddress = (id: string): string => `/api/v1/documents/${id}/content`;

/** The bytes of a document, for showing them. A document never changes: another draft is another document. */
export const useDocument = (id: string): UseQueryResult<Blob> =>
  useQuery({ queryKey: ['document', id], queryFn: ({ signal }) => must<Blob>(api.GET('/api/v1/documents/{id}/content', { params: { path: { id } }, parseAs: 'blob', signal }) as never), staleTime: Infinity, gcTime: 60_000 });
