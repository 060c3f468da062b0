import type { JSX } from 'react';
import { Link } from 'react-router';
import { DueMark } from '../../kit/ui/due-mark.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { headingOf } from './after-act.ts';
import { CardActions } from './card-actions.tsx';
import { CardDocuments } from './card-documents.tsx';
import { CardFacts } from './card-facts.tsx';
import type { OpenAct } from './open-act.ts';
import type { Card } from './use-leader-desk.ts';

/** One thing that lies before a leader: what is asked in one sentence, what the office says to it, and the buttons. */
export function LeaderCard({ card, onOpen }: { readonly card: Card; readonly onOpen: (act: OpenAct) => void }): JSX.Element {
  const t = useWords('leader');
  const { task, dossier, urgency, standing, asks, documents } = card;
  const sentence = inLanguage(asks);
  // “Xin ý kiến về: …” ends with the title as a rule; then both are one sentence, and it is the heading.
  const lead = sentence.endsWith(dossier.title) ? sentence.slice(0, -dossier.title.length) : null;
  return (
    <article className="card leader-card" aria-labelledby={headingOf(task)}>
      <p className="leader-top">
        <span className={`leader-urgency leader-urgency-${urgency}`}>{t(`urgency.${urgency}`)}</span>
        <DueMark tone={standing.is === 'paused' ? 'paused' : 'leaders'} words={inLanguage(standing)} />
      </p>
      <h3 id={headingOf(task)} tabIndex={-1}>{lead === null ? null : <span className="leader-asks">{lead}</span>}<Link to={`/dossiers/${dossier.id}`}>{dossier.title}</Link></h3>
      {lead === null ? <p className="leader-asks">{sentence}</p> : null}
      <CardFacts card={card} />
      <CardDocuments dossier={dossier.id} documents={documents} of={dossier.title} />
      <CardActions card={card} onOpen={onOpen} />
    </article>
  );
}
