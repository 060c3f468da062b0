import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type JSX } from 'react';
import { useSession } from '../kit/api/session.ts';
import { openLive } from '../kit/live/live.ts';

/** Keeps what is shown up to date: reads again what the server says has changed, as long as somebody is signed in. One connection per browser, however many tabs. */
export function LiveLine(): JSX.Element {
  const client = useQueryClient();
  const signedIn = useSession().state === 'in';
  useEffect(() => (signedIn ? openLive((changed) => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => changed.all || queryKey.some((part) => typeof part === 'string' && changed.keys.has(part)) });
  }) : undefined), [client, signedIn]);
  return <></>;
}
