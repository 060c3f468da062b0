import type { JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { LeaderCard } from './leader-card.tsx';
import type { OpenAct } from './open-act.ts';
import type { Card } from './use-leader-desk.ts';

interface ListProps { readonly cards: readonly Card[]; readonly forOther: boolean; readonly onOpen: (act: OpenAct) => void }

const isGiven = (card: Card): boolean => card.entrusted !== null;

/** As they stand on the screen: a leader sees first what they have not given to anybody, a secretary first what was given to them. */
export const inOrder = (cards: readonly Card[], forOther: boolean): readonly Card[] => cards.toSorted((a, b) => (Number(isGiven(a)) - Number(isGiven(b))) * (forOther ? -1 : 1));

/** The cards in two parts: those that wait for the leader, and those that they gave to their secretary. */
export function CardList({ cards, forOther, onOpen }: ListProps): JSX.Element {
  const t = useWords('leader');
  const [given, waiting] = [cards.filter(isGiven), cards.filter((c) => !isGiven(c))];
  const parts = [{ name: 'waiting', title: forOther ? t('part.waitingOf') : t('part.waiting'), of: waiting }, { name: 'given', title: forOther ? t('part.givenOf') : t('part.given'), of: given }];
  return (
    <>
      {(forOther ? parts.toReversed() : parts).filter(({ of }) => of.length > 0).map(({ name, title, of }) => (
        <section key={name} className="leader-part" aria-labelledby={`leader-part-${name}`}>
          <h2 id={`leader-part-${name}`} className={given.length === 0 ? 'visually-hidden' : undefined}>{title} ({of.length})</h2>
          <ul className="leader-cards">{of.map((card) => <li key={card.task}><LeaderCard card={card} onOpen={onOpen} /></li>)}</ul>
        </section>
      ))}
    </>
  );
}
