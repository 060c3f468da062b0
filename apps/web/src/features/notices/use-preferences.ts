import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type MailPreferences = components['schemas']['Preferences'];

/** How I want to be told outside of the application. */
export const usePreferences = (): UseQueryResult<MailPreferences> => useQuery({ queryKey: ['preferences'], queryFn: ({ signal }) => must(api.GET('/api/v1/preferences', { signal })) });
