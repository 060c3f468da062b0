import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { api, must } from '../kit/api/client.ts';
import { forgetDrafts } from '../kit/ui/drafts.ts';

/** Signs out here, or on every device; then leaves the page, so that nothing that was read stays. */
export const useSignOut = (): UseMutationResult<string, Error, 'here' | 'everywhere'> => useMutation({
  mutationFn: async (where) => {
    const { next } = where === 'here' ? await must(api.POST('/api/v1/session/end', { body: {} })) : await must(api.POST('/api/v1/session/end-everywhere', { body: {} }));
    return next ?? '/signed-out';
  },
  onSuccess: (to) => {
    forgetDrafts();
    location.assign(to);
  },
});
