import type { JSX } from 'react';
import { dayTime } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { said, titleOfStep } from './said.ts';
import type { Dossier, DossierStep } from './use-dossier.ts';

type Rung = DossierStep['rungs'][number];
interface Line { readonly step: DossierStep; readonly rung: Rung }

/** Reminders that went out, with everybody who was told, and those to come of the steps that are still open. */
export function Reminders({ dossier: { steps } }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  const lines = steps.flatMap((step) => step.rungs.map((rung): Line => ({ step, rung }))).toSorted((a, b) => a.rung.at.localeCompare(b.rung.at));
  const fired = lines.filter(({ rung }) => rung.firedAt !== null);
  const ahead = lines.filter(({ rung, step }) => rung.firedAt === null && step.state === 'open');
  return <><Part title={t('rung.fired')} none={t('rung.noneFired')} lines={fired} /><Part title={t('rung.ahead')} none={t('rung.noneAhead')} lines={ahead} /></>;
}

function Part({ title, none, lines }: { readonly title: string; readonly none: string; readonly lines: readonly Line[] }): JSX.Element {
  const t = useWords('dossier');
  return (
    <>
      <h3>{title}</h3>
      {lines.length === 0 ? <p className="quiet">{none}</p> : (
        <ul className="dossier-list">
          {lines.map(({ step, rung }, i) => (
            <li key={i}>
              <span className="num">{dayTime(rung.firedAt ?? rung.at)}</span> · <strong>{rung.kind === 'ladder' ? t('rung.no', { n: rung.n, name: said(t, `rung.name.${rung.name ?? ''}`, rung.name ?? '') }) : t(`rung.kind.${rung.kind}`)}</strong> · {titleOfStep(step)}
              <span className="quiet dossier-small dossier-line">{rung.firedAt === null ? willTell(rung) : hasTold(rung)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );

  function hasTold({ told }: Rung): string {
    return told.length === 0 ? t('rung.toldNobody') : t('rung.told', { names: told.map((p) => `${p.name} (${t(`whom.${p.as}`)})`).join('; ') });
  }
  function willTell({ tells }: Rung): string {
    return tells.length === 0 ? '' : t('rung.tells', { whom: tells.map((w) => t(`whom.${w}`)).join(', ') });
  }
}
