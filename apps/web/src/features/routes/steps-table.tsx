import type { JSX } from 'react';
import { ScrollBox } from '../../kit/ui/scroll-box.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { dueWords, nextWords, said, stepsOf, titleOf, whoWords } from './step-words.ts';
import type { RouteVersion } from './use-route.ts';

/** The steps in the order of the route: what, who, until when, who is pressed, where to next. It says what the drawing shows. */
export function StepsTable({ route }: { readonly route: RouteVersion }): JSX.Element {
  const t = useWords('routes');
  const steps = stepsOf(route);
  return (
    <section aria-labelledby="routes-steps">
      <h2 id="routes-steps" className="routes-head">{t('steps')}</h2>
      <ScrollBox label={t('steps')}>
        <table className="routes-table routes-steps">
          <caption className="visually-hidden">{t('steps')}</caption>
          <thead><tr>{(['step', 'kind', 'who', 'due', 'ladder', 'next'] as const).map((name) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}</tr></thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.name}>
                <th scope="row">{titleOf(step)}{step.title === undefined ? null : <span className="quiet routes-under">{step.name}</span>}</th>
                <td>{said(t, `kind.${step.kind}`, step.kind)}</td>
                <td>{whoWords(t, step, steps)}</td>
                <td className="num">{dueWords(t, step)}</td>
                <td>{step.ladder === undefined ? '–' : said(t, `ladder.${step.ladder}`, step.ladder)}</td>
                <td>{nextWords(t, step, steps).map((line) => <span key={line} className="routes-next">{line}</span>)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
