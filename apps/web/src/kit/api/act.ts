import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';

/**
 * A mutation for an act. The key of an act stays the same while the same input is sent again (after a lost answer, or by an impatient second click),
 * so that no act is done twice; another input is another act. Everything that was read is read anew afterwards, also after a refusal.
 */
export function useAct<Input, Answer>(act: (input: Input, key: string) => Promise<Answer>): UseMutationResult<Answer, Error, Input> {
  const queries = useQueryClient();
  const last = useRef<{ readonly input: string; readonly key: string } | null>(null);
  return useMutation<Answer, Error, Input>({
    mutationFn: (input) => {
      const asked = JSON.stringify(input) ?? '';
      if (last.current?.input !== asked) last.current = { input: asked, key: crypto.randomUUID() };
      return act(input, last.current.key);
    },
    onSuccess: () => {
      last.current = null;
    },
    onSettled: () => queries.invalidateQueries(),
  });
}
