import { useMutation, useQueryClient, type MutateOptions, type QueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';

const LOOKS = 5;

/** Reads everything anew that is shown, and ends when it is shown: a reading that the live line's own call cancels meanwhile is waited for in the one that follows it. */
async function readAnew(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries();
  for (let look = 0; look < LOOKS && queries.isFetching({ type: 'active' }) > 0; look += 1) await queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.fetchStatus === 'fetching' }, { cancelRefetch: false });
}

/**
 * A mutation for an act. The key of an act stays the same while the same input is sent again (after a lost answer, or by an impatient second click),
 * so that no act is done twice; another input is another act. Everything that was read is read anew afterwards, also after a refusal; what `mutate` was told to do
 * then is done also where the part of the screen that asked has gone meanwhile, as a task's does that was acted on.
 */
export function useAct<Input, Answer>(act: (input: Input, key: string) => Promise<Answer>): UseMutationResult<Answer, Error, Input> {
  const queries = useQueryClient();
  const last = useRef<{ readonly input: string; readonly key: string } | null>(null);
  const mutation = useMutation<Answer, Error, Input>({
    mutationFn: (input) => {
      const asked = JSON.stringify(input) ?? '';
      if (last.current?.input !== asked) last.current = { input: asked, key: crypto.randomUUID() };
      return act(input, last.current.key);
    },
    onSuccess: () => {
      last.current = null;
    },
    onSettled: () => readAnew(queries),
  });
  // The library's types leave it open whether there is an input; here there always is.
  const mutateAsync = mutation.mutateAsync as (input: Input) => Promise<Answer>;
  const mutate = (input: Input, told?: MutateOptions<Answer, Error, Input>): void => {
    const context = { client: queries, meta: undefined };
    void mutateAsync(input).then(
      (answer) => {
        told?.onSuccess?.(answer, input, undefined, context);
        told?.onSettled?.(answer, null, input, undefined, context);
      },
      (fault: Error) => {
        told?.onError?.(fault, input, undefined, context);
        told?.onSettled?.(undefined, fault, input, undefined, context);
      },
    );
  };
  return { ...mutation, mutate: mutate as typeof mutation.mutate };
}
