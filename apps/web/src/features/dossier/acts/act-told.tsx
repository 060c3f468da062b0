import { Alert, Button } from 'antd';
import type { JSX } from 'react';
import { useLocation } from 'react-router';
import { codeOf } from '../../../kit/api/client.ts';
import { dayTime } from '../../../kit/format/format.ts';
import { problemText } from '../../../kit/ui/state-page.tsx';
import { useWords } from '../../../kit/words/use-words.ts';
import { said } from '../said.ts';
import { problemOf } from './refusals.ts';
import type { Dossier } from './shapes.ts';

/** What was there when the dialog was opened. */
export interface Before { readonly tag: string | null; readonly manifest: string | null; readonly decisions: readonly string[] }

interface ToldProps {
  readonly fault: unknown;
  /** The refusal is shown at a field already. */
  readonly atField: boolean;
  readonly gone: boolean;
  readonly moving: boolean;
  readonly fresh: boolean;
  readonly dossier: Dossier;
  readonly before: Before;
  readonly onLook: () => void;
}

/** Above the form: why the server refused, who was first, that the content is another one now. What was typed stays in any case. */
export function ActTold({ fault, atField, gone, moving, fresh, dossier, before, onLook }: ToldProps): JSX.Element | null {
  const t = useWords('acts');
  const signIn = useSignInAgain();
  const problem = problemOf(fault);
  const first = dossier.decisions.findLast(({ id }) => !before.decisions.includes(id));
  const changed = dossier.manifest !== before.manifest;
  if (codeOf(fault) === 'FRESH_SIGN_IN_REQUIRED') return <Alert className="act-told" type="warning" showIcon role="alert" title={t('dialog.fresh')} description={<><p>{t('dialog.kept')}</p><Button type="primary" href={signIn}>{t('dialog.signIn')}</Button></>} />;
  const refused = problem !== null && !atField;
  if (fault !== null && problem === null) return <Alert className="act-told" type="warning" showIcon role="alert" title={t('dialog.away')} description={<p>{t('dialog.kept')}</p>} />;
  if (!refused && !gone && !changed && !moving && first === undefined) return fresh ? <p className="act-about">{t('dialog.fresh')}</p> : null;
  return (
    <Alert
      className="act-told" type={moving && !refused && !gone ? 'info' : 'warning'} showIcon role="alert"
      title={refused ? problemText(problem.problem) : moving ? t('panel.moving') : gone ? t('dialog.gone') : changed ? t('dialog.changed') : t('dialog.first', firstWords(t, first))}
      description={
        <>
          {first !== undefined && (refused || gone || changed) ? <p>{t('dialog.first', firstWords(t, first))}</p> : null}
          {changed && refused ? <p>{t('dialog.changed')}</p> : null}
          {refused && gone ? <p>{t('dialog.gone')}</p> : null}
          <p>{t('dialog.kept')}</p>
          {gone || changed || first !== undefined ? <div className="act-told-buttons"><Button onClick={onLook}>{t('dialog.look')}</Button></div> : null}
        </>
      }
    />
  );
}

function firstWords(t: ReturnType<typeof useWords>, decision: Dossier['decisions'][number] | undefined): Readonly<Record<string, string>> {
  return decision === undefined ? {} : { who: decision.actor.name, what: decision.label ?? said(t, `outcome.${decision.outcome}`, decision.outcome), at: dayTime(decision.at) };
}

/** Where a fresh sign-in begins; it leads back to this dialog. */
function useSignInAgain(): string {
  const { pathname, search } = useLocation();
  return `/sign-in?fresh=1&to=${encodeURIComponent(pathname + search)}`;
}
