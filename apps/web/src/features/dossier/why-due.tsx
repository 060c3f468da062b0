import { useEffect, useId, useRef, useState, type JSX } from 'react';
import { day, dayTime } from '../../kit/format/format.ts';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import type { DossierStep } from './use-dossier.ts';

type Due = NonNullable<DossierStep['due']>;

/** "Căn cứ" of a due date: how it was reckoned, from which rule, start, calendar, days left out, and what changed it since. Escape or a press beside it closes it. */
export function WhyDue({ due, title }: { readonly due: Due; readonly title: string }): JSX.Element {
  const t = useWords('dossier');
  const [open, setOpen] = useState(false);
  const id = useId();
  const place = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useKeys(open ? { Escape: () => { setOpen(false); button.current?.focus(); } } : {});
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: PointerEvent): void => {
      if (place.current?.contains(event.target as Node) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  return (
    <span className="dossier-why" ref={place}>
      <button type="button" ref={button} className="dossier-link" aria-expanded={open} aria-controls={id} aria-label={t('why.of', { title })} onClick={() => setOpen(!open)}>{t('why.button')}</button>
      {open ? <div className="dossier-why-text" id={id} role="note"><Reckoning due={due} /></div> : null}
    </span>
  );
}

function Reckoning({ due }: { readonly due: Due }): JSX.Element {
  const t = useWords('dossier');
  const { days, changes, movedFrom, weekends, start, end, calendar, planned, beyond } = due;
  return (
    <>
      <p>{inLanguage(due.why)}</p>
      <dl className="dossier-facts">
        <div><dt>{t('why.from')}</dt><dd>{t(`why.start.${due.from}`)} <span className="num">{start.includes('T') ? dayTime(start) : day(start)}</span></dd></div>
        <div><dt>{t('why.end')}</dt><dd className="num">{day(end)}</dd></div>
        {movedFrom === null ? null : <div><dt>{t('why.movedFrom')}</dt><dd className="num">{day(movedFrom)}</dd></div>}
        <div><dt>{t('why.calendar')}</dt><dd>{calendar}</dd></div>
        {weekends === 0 ? null : <div><dt>{t('why.weekends')}</dt><dd className="num">{weekends}</dd></div>}
      </dl>
      {days.length === 0 ? null : <><p className="dossier-small">{t('why.days')}</p><ul>{days.map((d) => <li key={d.day}><span className="num">{day(d.day)}</span> · {t(`why.is.${d.kind}`)} · {d.reason}{d.source === null ? '' : ` (${d.source})`}{d.status === 'planned' ? ` · ${t('why.plannedDay')}` : ''}</li>)}</ul></>}
      {changes.length === 0 ? null : <><p className="dossier-small">{t('why.changes')}</p><ul>{changes.map((c, i) => <li key={i}>{t(`why.because.${c.because}`)}: {c.from === undefined ? '' : `${day(c.from)} → `}{day(c.to)}</li>)}</ul></>}
      {planned ? <p>{t('why.planned')}</p> : null}
      {beyond ? <p>{t('why.beyond')}</p> : null}
    </>
  );
}
