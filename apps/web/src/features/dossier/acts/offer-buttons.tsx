import { Button } from 'antd';
import type { JSX } from 'react';
import { hasDraft } from '../../../kit/ui/drafts.ts';
import { inLanguage } from '../../../kit/words/words.ts';
import { useWords, type Words } from '../../../kit/words/use-words.ts';
import type { Offer } from './offers.ts';

interface ButtonsProps {
  readonly offers: readonly Offer[];
  readonly primary: Offer | null;
  readonly round: number;
  readonly moving: boolean;
  /** What unfinished text belongs to. */
  readonly scope: string;
  readonly quiet?: boolean;
  readonly onOpen: (offer: Offer) => void;
}

/** What an act is called on its button: the route's own word for what is said, else the trade's. */
export function nameOf(t: Words, { verb, answer }: Pick<Offer, 'verb' | 'answer'>, round: number): string {
  if (answer !== null) return inLanguage(answer.label);
  return verb === 'submit' && round > 1 ? t('verb.resubmit') : t(`verb.${verb}`);
}

/** Where the text of an act is kept. */
export const draftName = (scope: string, key: string): string => `act:${scope}:${key}`;

/** One button for each act; while the system moves the dossier none that would act on it can be pressed. */
export function OfferButtons({ offers, primary, round, moving, scope, quiet = false, onOpen }: ButtonsProps): JSX.Element | null {
  const t = useWords('acts');
  if (offers.length === 0) return null;
  return (
    <div className={quiet ? 'acts-list acts-quiet' : 'acts-list'}>
      {offers.map((offer) => (
        <Button key={offer.key} block type={offer.key === primary?.key ? 'primary' : 'default'} disabled={moving && offer.row.tag !== null} data-act={offer.key} aria-haspopup="dialog" onClick={() => onOpen(offer)}>
          <span>{nameOf(t, offer, round)}{hasDraft(draftName(scope, offer.key)) ? <span className="acts-draft"> · {t('panel.draft')}</span> : null}</span>
        </Button>
      ))}
    </div>
  );
}
