import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type JSX } from 'react';
import { openLive } from '../kit/live/live.ts';

/** Keeps what is shown up to date: reads again what the server says has changed. One connection per browser, however many tabs. */
export function LiveLine(): JSX.Element {
  const client = useQueryClient();
  useEffect(() => openLive((changed) => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => changed.all || queryKey.some((part) => typeof part === 'string' && changed.keys.has(part)) });
  }), [client]);
  return <></>;
}
