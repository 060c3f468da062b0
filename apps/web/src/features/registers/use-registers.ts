import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Register = components['schemas']['Register'];

/** Every register with its series and the numbers that are missing in them. */
export const useRegisters = (): UseQueryResult<Register[]> => useQuery({ queryKey: ['registers', 'dossiers'], queryFn: async ({ signal }) => (await must(api.GET('/api/v1/registers', { params: { query: { limit: 200 } }, signal }))).items });
