import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem, codeOf } from '../../kit/api/client.ts';
import { useReach } from '../../kit/api/reach.ts';
import { useSession } from '../../kit/api/session.ts';
import { useDraft } from '../../kit/ui/drafts.ts';
import { problemText } from '../../kit/ui/state-page.tsx';
import type { ActLane } from './act-lane.ts';
import { clashOf, partOf, pruned, readTyped, typedOver, valueIn, type Facts, type Part, type Typed } from './typed-facts.ts';
import type { Dossier } from './use-draft-dossier.ts';
import { useEdit } from './use-edit.ts';

const PAUSE_MS = 800;

export type Saving = { readonly state: 'rest' } | { readonly state: 'typing' } | { readonly state: 'saving' } | { readonly state: 'saved'; readonly at: Date } | { readonly state: 'failed'; readonly why: string | null } | { readonly state: 'clash'; readonly parts: readonly Part[] };

export interface Autosave {
  /** What the fields show: what was typed, or else what the server has. */
  readonly facts: Facts;
  readonly saving: Saving;
  /** Something typed is not on the server yet. */
  readonly pending: boolean;
  readonly write: (part: Part, value: Facts['title'] | number | boolean) => void;
  readonly save: () => void;
  /** After a clash: writes what was typed over what somebody else wrote, or lets it go. */
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** Keeps title, day and facts: each stroke in the browser at once, and on the server after a short rest. Never over what another wrote meanwhile. */
export function useAutosave(dossier: Dossier, lane: ActLane): Autosave {
  const edit = useEdit(dossier.id);
  const { text, write: keep, clear } = useDraft(`compose:${dossier.id}`);
  const typed = useMemo(() => readTyped(text), [text]);
  const [saving, setSaving] = useState<Saving>({ state: 'rest' });
  const now = useRef({ typed, dossier });
  useEffect(() => {
    now.current = { typed, dossier };
  });
  const hold = useCallback((next: Typed) => {
    now.current = { ...now.current, typed: next };
    if (Object.keys(next).length === 0) clear();
    else keep(JSON.stringify(next));
  }, [clear, keep]);

  const send = async (over: boolean): Promise<void> => {
    const sent = now.current.typed;
    if (Object.keys(sent).length === 0) return;
    const clash = over ? [] : clashOf(sent, now.current.dossier);
    if (clash.length > 0) return setSaving({ state: 'clash', parts: clash });
    setSaving({ state: 'saving' });
    await lane.run((etag) => edit.mutateAsync({ etag, body: partOf(sent, now.current.dossier) }));
    hold(pruned(now.current.typed, sent));
    setSaving({ state: 'saved', at: new Date() });
  };
  const save = async (over = false): Promise<void> => {
    try {
      await send(over);
    } catch (fault) {
      if (codeOf(fault) !== 'VERSION_MISMATCH') return setSaving({ state: 'failed', why: fault instanceof ApiProblem && fault.problem !== null ? problemText(fault.problem) : null });
      const anew = await lane.anew();
      if (anew !== undefined) now.current = { ...now.current, dossier: anew };
      await send(over).catch(() => setSaving({ state: 'failed', why: null }));
    }
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });

  // What was typed is sent after a rest; what a reload brought back, and what waited for the server or the session, too.
  const reach = useReach();
  const session = useSession().state;
  useEffect(() => {
    if (text === '' || reach !== 'online' || session !== 'in') return undefined;
    const timer = setTimeout(() => void latest.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, reach, session]);

  const write: Autosave['write'] = (part, value) => {
    setSaving({ state: 'typing' });
    hold({ ...typed, [part]: { value, base: typed[part]?.base ?? valueIn(dossier, part) } });
  };
  return {
    facts: typedOver(dossier, typed), saving, pending: text !== '' || saving.state === 'saving', write, save: () => void save(), keepMine: () => void save(true),
    takeTheirs: () => {
      clear();
      now.current = { ...now.current, typed: {} };
      setSaving({ state: 'rest' });
    },
  };
}
