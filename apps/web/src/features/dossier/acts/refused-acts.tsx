import type { JSX } from 'react';
import { inLanguage } from '../../../kit/words/words.ts';
import { useWords } from '../../../kit/words/use-words.ts';
import type { Refused } from './offers.ts';

/** "Vì sao không …?": what the server does not allow here, with its reason, one line for each reason. */
export function RefusedActs({ refused }: { readonly refused: readonly Refused[] }): JSX.Element | null {
  const t = useWords('acts');
  if (refused.length === 0) return null;
  return (
    <details className="acts-more">
      <summary>{t('panel.refused')}</summary>
      <dl className="acts-refused">
        {refused.map(({ verbs, why }) => (
          <div key={why.vi}><dt>{verbs.map((verb) => t(`verb.${verb}`)).join(' · ')}</dt><dd>{inLanguage(why)}</dd></div>
        ))}
      </dl>
    </details>
  );
}
