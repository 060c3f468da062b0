import { Button } from 'antd';
import { CheckOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import type { JSX, Ref } from 'react';
import { Link } from 'react-router';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { RoleWords } from './role-words.ts';
import type { Needs } from './use-needs.ts';

interface MissingProps { readonly needs: Needs; readonly words: RoleWords; readonly dossier: string; readonly busy: string | null; readonly button: Ref<HTMLButtonElement>; readonly onAdd: (role: string) => void; readonly onSubmit: () => void }

/** What is there and what is missing, each with the way to where it is added; then the act itself. */
export function MissingCard({ needs, words, dossier, busy, button, onAdd, onSubmit }: MissingProps): JSX.Element {
  const t = useWords('compose');
  const { documents, responses, missing, maySubmit, because } = needs;
  const lacking = missing.length + responses.unanswered.length;
  return (
    <section className="card compose-part compose-missing" aria-labelledby="compose-missing">
      <h2 id="compose-missing">{lacking === 0 ? t('missing.nothing') : t('missing.heading', { count: lacking })}</h2>
      <ul>
        {documents.map(({ role, document }) => (
          <li key={role} data-there={document !== null}>
            {document === null ? <ExclamationCircleOutlined aria-hidden="true" /> : <CheckOutlined aria-hidden="true" />}
            {document === null ? <span>{t('missing.document', { title: words.title(role) })} <Button type="link" size="small" onClick={() => onAdd(role)}>{t('missing.add')}</Button></span> : <span>{t('missing.there', { title: words.numbered(role, document.no) })}</span>}
          </li>
        ))}
        {responses.asked ? (
          <li data-there={responses.unanswered.length === 0}>
            {responses.unanswered.length === 0 ? <CheckOutlined aria-hidden="true" /> : <ExclamationCircleOutlined aria-hidden="true" />}
            {responses.unanswered.length === 0 ? <span>{t('missing.answered', { count: responses.opinions })}</span> : <span>{t('missing.responses', { count: responses.unanswered.length })} <Link to={`/dossiers/${dossier}#opinions`}>{t('missing.respond')}</Link></span>}
          </li>
        ) : null}
      </ul>
      {because === null || lacking > 0 ? null : <p className="compose-note">{inLanguage(because.why)}</p>}
      {busy === null ? null : <p className="compose-note" role="status">{busy}</p>}
      <Button ref={button} type="primary" size="large" block disabled={!maySubmit || busy !== null} onClick={onSubmit}>{t('submit.act')}</Button>
    </section>
  );
}
