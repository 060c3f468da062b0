import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './client.ts';

/** Server state lives here and nowhere else. A refusal is an answer and is not asked again; a server that is away is. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000, refetchOnWindowFocus: true, networkMode: 'always',
      retry: (count, fault) => !(fault instanceof ApiProblem && fault.status < 500) && count < 3,
      retryDelay: (count) => Math.min(8_000, 500 * 2 ** count),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
