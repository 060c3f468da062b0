import { Button } from 'antd';
import { useEffect, useRef, type JSX } from 'react';
import { Link, useNavigate } from 'react-router';
import { StatePage } from '../../kit/ui/state-page.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Dossier } from './use-draft-dossier.ts';

/** Where the dossier lies: each open step with whoever has it. */
function placesOf({ steps, tasks }: Dossier): { path: string; step: string; who: string }[] {
  return steps.filter((s) => s.state === 'open' && s.branches === null).map((s) => {
    const open = tasks.filter((t) => t.step === s.id && t.state === 'open');
    const names = open.map((t) => t.holder?.name ?? t.unit?.name ?? t.candidates.map((c) => c.name).join(', '));
    return { path: s.path, step: inLanguage(s.title) || s.path, who: [...new Set(names)].join('; ') };
  });
}

/** Instead of the form where no draft is open: after a submission, or since it lies with others. */
export function Elsewhere({ dossier, submitted }: { readonly dossier: Dossier; readonly submitted: boolean }): JSX.Element {
  const t = useWords('compose');
  const s = useWords();
  const go = useNavigate();
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (submitted) head.current?.focus();
  }, [submitted]);
  const places = placesOf(dossier);
  const where = dossier.moving ? <p>{s('moving')} …</p> : places.map((p) => <p key={p.path}>{t('elsewhere.at', { step: p.step })}{p.who === '' ? null : <> · {p.who}</>}</p>);
  return (
    <div ref={head} tabIndex={-1} className="card compose-part compose-elsewhere">
      <StatePage scene="empty" title={submitted ? t('elsewhere.submitted', { code: dossier.code }) : dossier.status === 'open' ? t('elsewhere.notDraft') : t('elsewhere.closed')} text={<><p>{dossier.title}</p>{where}</>}
        action={<><Button type="primary" onClick={() => void go(`/dossiers/${dossier.id}`)}>{t('elsewhere.open')}</Button><Link className="compose-more" to="/compose">{t('elsewhere.another')}</Link></>} />
    </div>
  );
}
