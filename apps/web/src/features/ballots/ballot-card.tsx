import { Alert, Button, Input, Radio } from 'antd';
import { useState, type JSX } from 'react';
import { Link } from 'react-router';
import { useDraft } from '../../kit/ui/drafts.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { CastDialog } from './cast-dialog.tsx';
import { useBallot, type BallotTask } from './use-ballot.ts';
import type { BallotRow } from './use-open-ballots.ts';

/** One vote: what it is about, how it is cast, and the ballot itself where the server lets it be cast here. */
export function BallotCard({ row, phone }: { readonly row: BallotRow; readonly phone: boolean }): JSX.Element {
  const t = useWords('ballots');
  const { dossier, step, standing } = row;
  const { data: task } = useBallot(row.task ?? '', dossier.id);
  const heading = `ballot-${row.id}`;
  return (
    <article className="ballots-card" aria-labelledby={heading}>
      <h2 id={heading}><Link to={`/dossiers/${dossier.id}`}>{dossier.title}</Link></h2>
      <p className="ballots-quiet">{dossier.code} · {dossier.leadUnit.name}{step?.title == null ? '' : ` · ${inLanguage(step.title)}`}</p>
      {task?.ballot == null ? null : (
        <p>{t(`mode.${task.ballot.mode}`)} · {t(task.ballot.secret ? 'secret' : 'open')} · {t('members', { count: task.ballot.members })}{standing === null ? '' : ` · ${inLanguage(standing)}`}</p>
      )}
      {task === undefined ? null : <Ballot task={task} phone={phone} />}
    </article>
  );
}

/** What is chosen: kept until it was sent, like everything that somebody types; in a secret vote it is written nowhere. */
function useChoice(task: string, secret: boolean): { readonly text: string; readonly write: (text: string) => void; readonly clear: () => void } {
  const kept = useDraft(`ballot:${task}:choice`);
  const [text, write] = useState('');
  return secret ? { text, write, clear: () => write('') } : kept;
}

function Ballot({ task, phone }: { readonly task: BallotTask; readonly phone: boolean }): JSX.Element {
  const t = useWords('ballots');
  const secret = task.ballot?.secret === true;
  const choice = useChoice(task.id, secret);
  const reason = useDraft(`ballot:${task.id}:reason`);
  const [asked, setAsked] = useState(false);
  const [missing, setMissing] = useState(false);
  const cast = task.allowedActions.find(({ verb }) => verb === 'cast');
  if (phone && task.ballot?.onPhones === false) return <Alert type="info" showIcon title={t('phone.title')} description={t('phone.text')} />;
  if (cast?.allowed !== true) return <Alert type="info" showIcon title={cast?.why == null ? t('refused') : inLanguage(cast.why)} />;
  const said = task.answers.find(({ outcome }) => outcome === choice.text);
  const lacks = !secret && said?.needsReason === true && reason.text.trim() === '';
  return (
    <form className="ballots-form" onSubmit={(event) => { event.preventDefault(); setMissing(said === undefined || lacks); setAsked(said !== undefined && !lacks); }}>
      <fieldset><legend>{t('choice')}</legend><Radio.Group name={`choice-${task.id}`} vertical value={choice.text} onChange={({ target }) => choice.write(String(target.value))} options={task.answers.map(({ outcome, label }) => ({ value: outcome, label: inLanguage(label) }))} /></fieldset>
      {secret ? <p className="ballots-quiet">{t('secretWords')}</p> : (
        <div className="ballots-field">
          <label htmlFor={`reason-${task.id}`}>{t('reason')}{said?.needsReason === true ? '' : ` ${t('optional')}`}</label>
          <Input.TextArea id={`reason-${task.id}`} autoSize={{ minRows: 2, maxRows: 8 }} value={reason.text} aria-invalid={missing && lacks} onChange={({ target }) => reason.write(target.value)} />
        </div>
      )}
      {missing ? <p className="ballots-wrong" role="alert">{said === undefined ? t('noChoice') : t('noReason')}</p> : null}
      {task.moving ? <p role="status">{t('moving')}</p> : null}
      <div><Button type="primary" htmlType="submit" disabled={task.moving}>{t('cast')}</Button></div>
      {asked && said !== undefined ? <CastDialog task={task} answer={said} reason={secret || reason.text.trim() === '' ? null : reason.text} onClose={() => setAsked(false)} onCast={() => { choice.clear(); reason.clear(); }} /> : null}
    </form>
  );
}
