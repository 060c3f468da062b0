import { useEffect, useRef, useState, type JSX, type ReactNode } from 'react';
import type { SectionName } from './section-names.ts';
import { useWords } from '../../kit/words/use-words.ts';

interface SectionProps {
  readonly name: SectionName;
  /** How many things stand in it; not told where it is not known before it is read. */
  readonly count?: number;
  readonly children: ReactNode;
}

/** A section that is there at once. */
export function Section({ name, count, children }: SectionProps): JSX.Element {
  const t = useWords('dossier');
  return (
    <section id={name} className="dossier-section card" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{t(`section.${name}`)}{count === undefined ? null : <span className="dossier-count">{count}</span>}</h2>
      {children}
    </section>
  );
}

/** A section whose content is loaded once it comes near the screen, or when all is wanted for printing. */
export function LateSection({ name, count, render }: Omit<SectionProps, 'children'> & { readonly render: () => ReactNode }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || place.current === null) return undefined;
    const show = (): void => setNear(true);
    const watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) show();
    }, { rootMargin: '300px 0px' });
    watch.observe(place.current);
    addEventListener('beforeprint', show);
    return () => {
      watch.disconnect();
      removeEventListener('beforeprint', show);
    };
  }, [near]);
  return <Section name={name} {...(count === undefined ? {} : { count })}><div ref={place} className={near ? undefined : 'dossier-later'}>{near ? render() : null}</div></Section>;
}
