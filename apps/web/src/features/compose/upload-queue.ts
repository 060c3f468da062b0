import { useEffect, useReducer, useRef } from 'react';
import { ApiProblem } from '../../kit/api/client.ts';
import { problemText } from '../../kit/ui/state-page.tsx';
import type { ActLane } from './act-lane.ts';
import { useUpload } from './use-upload.ts';

/** A file on its way: waiting for the one before, being sent, there, refused or stopped. `why`: the server's sentence, or null where it was not reached. */
export interface Entry {
  readonly key: string;
  readonly role: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed' | 'unfit' | 'stopped';
  readonly share: number;
  readonly why: string | null;
  readonly document: string | null;
}
export interface NewFile { readonly role: string; readonly file: File; readonly unfit: string | null }

type Change = { readonly add: readonly Entry[] } | { readonly key: string; readonly part: Partial<Entry> } | { readonly forget: string };

function changed(entries: readonly Entry[], change: Change): readonly Entry[] {
  if ('add' in change) return [...entries, ...change.add];
  if ('forget' in change) return entries.filter((e) => e.key !== change.forget);
  return entries.map((e) => (e.key === change.key ? { ...e, ...change.part } : e));
}

export interface UploadQueue {
  readonly entries: readonly Entry[];
  readonly add: (files: readonly NewFile[]) => void;
  readonly retry: (entry: Entry) => void;
  /** Stops one that has not arrived, or takes a line away that has ended. */
  readonly drop: (entry: Entry) => void;
}

/** Several files, sent one after the other; each can be stopped and sent again under the same key. */
export function useUploadQueue(dossier: string, lane: ActLane): UploadQueue {
  const upload = useUpload();
  const [entries, change] = useReducer(changed, []);
  const stops = useRef(new Map<string, AbortController>());
  const going = entries.some((e) => e.state === 'waiting' || e.state === 'sending');
  useEffect(() => {
    if (!going) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [going]);

  const send = async ({ key, role, file }: Entry): Promise<void> => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    const { signal } = stop;
    try {
      const answer = await lane.run((etag) => {
        signal.throwIfAborted();
        change({ key, part: { state: 'sending', share: 0 } });
        return upload.mutateAsync({ dossier, role, file, key, etag, signal, onProgress: (share) => change({ key, part: { share } }) });
      }, true);
      change({ key, part: { state: 'done', share: 1, document: answer.ids['document'] ?? null } });
    } catch (fault) {
      if (signal.aborted) change({ key, part: { state: 'stopped' } });
      // What the file itself is refused for, sending it again does not mend.
      else change({ key, part: { state: fault instanceof ApiProblem && [413, 415, 422].includes(fault.status) ? 'unfit' : 'failed', why: fault instanceof ApiProblem && fault.problem !== null ? problemText(fault.problem) : null } });
    }
  };
  return {
    entries,
    add: (files) => {
      const added = files.map(({ role, file, unfit }): Entry => ({ key: crypto.randomUUID(), role, file, state: unfit === null ? 'waiting' : 'unfit', share: 0, why: unfit, document: null }));
      change({ add: added });
      for (const entry of added.filter((e) => e.state === 'waiting')) void send(entry);
    },
    retry: (entry) => {
      change({ key: entry.key, part: { state: 'waiting', share: 0, why: null } });
      void send(entry);
    },
    drop: (entry) => {
      if (entry.state === 'waiting' || entry.state === 'sending') stops.current.get(entry.key)?.abort();
      else change({ forget: entry.key });
    },
  };
}
