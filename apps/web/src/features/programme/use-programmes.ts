import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type ProgrammePage = components['schemas']['ProgrammePage'];

/** The programmes that there are; an office has a handful. */
export const useProgrammes = (): UseQueryResult<ProgrammePage> => useQuery({ queryKey: ['programmes'], queryFn: ({ signal }) => must(api.GET('/api/v1/programmes', { params: { query: { limit: 50 } }, signal })), staleTime: 300_000 });
