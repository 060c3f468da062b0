import { useSyncExternalStore, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { sectionsOf } from './section-names.ts';
import type { Dossier } from './use-dossier.ts';

const NARROW = '(max-width: 1100px)';
const hearNarrow = (hear: () => void): (() => void) => {
  const media = matchMedia(NARROW);
  media.addEventListener('change', hear);
  return () => media.removeEventListener('change', hear);
};

/** Ways to the sections of the page: always there beside them, folded above them where the screen is narrow. */
export function SectionNav({ dossier }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  const narrow = useSyncExternalStore(hearNarrow, () => matchMedia(NARROW).matches);
  return (
    <nav className="dossier-nav" aria-label={t('nav')}>
      <details open={!narrow} key={String(narrow)}>
        <summary>{t('nav')}</summary>
        <ol>{sectionsOf(dossier).map((name) => <li key={name}><a href={`#${name}`}>{t(`section.${name}`)}</a></li>)}</ol>
      </details>
    </nav>
  );
}
