import type { JSX } from 'react';
import { day } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { outcomeWords, titleOfStep } from './said.ts';
import { titleIn } from './route-titles.ts';
import { useForecast } from './use-forecast.ts';
import { useRouteTitles } from './use-route-titles.ts';
import type { Dossier } from './use-dossier.ts';

const PEOPLE = 3;

/** The drawing as a list: steps that were gone through, where it is, and those to come as they are estimated. */
export function RouteInWords({ dossier }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  const forecast = useForecast(dossier.id);
  const titles = useRouteTitles(dossier.route);
  const toCome = forecast.data?.steps ?? [];
  return (
    <>
      <ol className="dossier-list">
        {dossier.steps.map((s) => (
          <li key={s.id}><strong>{titleOfStep(s)}</strong> · {s.state === 'open' ? t('route.here') : s.outcome === null ? t('step.cancelled') : outcomeWords(t, s.outcome)} · <span className="num">{day(s.openedAt)}{s.settledAt === null ? '' : ` → ${day(s.settledAt)}`}</span></li>
        ))}
      </ol>
      {toCome.length === 0 ? null : (
        <>
          <h3>{t('route.toCome')}</h3>
          <p className="quiet">{inLanguage(forecast.data?.note)}</p>
          <ol className="dossier-list">
            {toCome.map((s, i) => {
              const who = [...s.units.map((u) => u.name), ...s.people.map((p) => p.name)];
              return <li key={i}><strong>{titleIn(titles.data, s.path)}</strong> · <span className="num">{t('route.estimate', { from: day(s.earliest), to: day(s.latest) })}</span>{who.length === 0 ? '' : ` · ${who.slice(0, PEOPLE).join('; ')}${who.length > PEOPLE ? ` ${t('route.more', { n: who.length - PEOPLE })}` : ''}`}</li>;
            })}
          </ol>
        </>
      )}
    </>
  );
}
