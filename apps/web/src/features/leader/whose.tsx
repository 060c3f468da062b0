import { useId, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import type { Desk } from './use-leader-desk.ts';

interface WhoseProps { readonly people: Desk['people']; readonly me: { readonly name: string; readonly count: number }; readonly chosen: string | null; readonly onChoose: (person: string | null) => void }

/** Whose list is shown: one's own, or that of a leader for whom the server lets one record. */
export function Whose({ people, me, chosen, onChoose }: WhoseProps): JSX.Element {
  const t = useWords('leader');
  const id = useId();
  return (
    <div className="leader-whose">
      <label htmlFor={id}>{t('whose.label')}</label>
      <select id={id} value={chosen ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
        {chosen === null || me.count > 0 ? <option value="">{t('whose.own', { n: me.count })}</option> : null}
        {people.map(({ person, name, post, count }) => <option key={person} value={person}>{post === null || name.includes(post) ? t('whose.one', { name, n: count }) : t('whose.withPost', { name, post, n: count })}</option>)}
      </select>
      {chosen === null ? null : <p className="quiet leader-note">{t('whose.under', { name: me.name })}</p>}
    </div>
  );
}
