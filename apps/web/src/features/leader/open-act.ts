import { useSearchParams } from 'react-router';

/** What is being said in which task; it stands in the address, so that it survives a reload and a fresh sign-in. */
export type Saying = 'agree' | 'other' | 'entrust' | 'record';
export interface OpenAct { readonly task: string; readonly say: Saying }

const SAYINGS: readonly string[] = ['agree', 'other', 'entrust', 'record'];

export interface Address {
  /** For whom the list is looked at; null: one's own, or the first there is. */
  readonly person: string | null;
  readonly act: OpenAct | null;
  readonly choose: (person: string | null) => void;
  readonly open: (act: OpenAct) => void;
  readonly close: () => void;
}

/** The address of the screen, read and written. */
export function useAddress(): Address {
  const [address, setAddress] = useSearchParams();
  const [task = '', say = ''] = (address.get('act') ?? '').split('.');
  const put = (change: Readonly<Record<string, string | null>>): void => setAddress((now) => {
    const next = new URLSearchParams(now);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return next;
  }, { replace: true });
  return {
    person: address.get('for'), act: task !== '' && SAYINGS.includes(say) ? { task, say: say as Saying } : null,
    choose: (person) => put({ for: person, act: null }), open: (act) => put({ act: `${act.task}.${act.say}` }), close: () => put({ act: null }),
  };
}
