import { Alert, Button, Modal } from 'antd';
import { useState, type JSX } from 'react';
import { ApiProblem, codeOf } from '../../kit/api/client.ts';
import { problemText } from '../../kit/ui/state-page.tsx';
import { tell } from '../../kit/ui/tell.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { BallotTask } from './use-ballot.ts';
import { useCast } from './use-cast.ts';
import { useContent } from './use-content.ts';

interface CastProps {
  readonly task: BallotTask;
  readonly answer: BallotTask['answers'][number];
  /** Null says nothing beside. */
  readonly reason: string | null;
  readonly onClose: () => void;
  readonly onCast: () => void;
}

/** Asks once more before a ballot is cast, since it is final: what is said, on which content. */
export function CastDialog({ task, answer, reason, onClose, onCast }: CastProps): JSX.Element {
  const t = useWords('ballots');
  const cast = useCast(task.id);
  const { data: dossier } = useContent(task.dossier.id);
  const [etag, setEtag] = useState(task.etag);
  const { error } = cast;
  const problem = error instanceof ApiProblem ? error.problem : null;
  const stale = problem !== null && (error instanceof ApiProblem && (error.status === 409 || error.status === 412));
  const send = (): void => {
    const tag = stale ? task.etag : etag;
    setEtag(tag);
    cast.mutate({ choice: answer.outcome as 'yes', reason, etag: tag }, {
      onSuccess: () => {
        onCast();
        onClose();
        tell('success', t('done', { what: inLanguage(answer.label) }));
        requestAnimationFrame(() => document.getElementById('page-title')?.focus());
      },
    });
  };
  return (
    <Modal open title={t('confirm.title')} onCancel={onClose} mask={{ closable: false }} footer={[<Button key="no" onClick={onClose}>{t('confirm.later')}</Button>, <Button key="yes" type="primary" danger loading={cast.isPending} disabled={dossier === undefined} onClick={send}>{t(stale ? 'confirm.again' : 'confirm.send')}</Button>]}>
      {error === null ? null : codeOf(error) === 'FRESH_SIGN_IN_REQUIRED'
        ? <Alert type="warning" showIcon role="alert" title={t('confirm.fresh')} description={<Button href={`/sign-in?fresh=1&to=${encodeURIComponent('/ballots')}`}>{t('confirm.signIn')}</Button>} />
        : <Alert type="warning" showIcon role="alert" title={problem === null ? t('confirm.away') : problemText(problem)} description={t('confirm.kept')} />}
      <p><strong>{t('confirm.final')}</strong></p>
      <dl className="ballots-shown">
        <div><dt>{t('confirm.about')}</dt><dd>{task.dossier.title}</dd></div>
        <div><dt>{t('confirm.round')}</dt><dd>{dossier?.round}</dd></div>
        <div><dt>{t('confirm.manifest')}</dt><dd className="ballots-hash">{dossier?.manifest?.slice(0, 10)}</dd></div>
        <div><dt>{t('choice')}</dt><dd><strong>{inLanguage(answer.label)}</strong></dd></div>
        {reason === null ? null : <div><dt>{t('reason')}</dt><dd>{reason}</dd></div>}
      </dl>
    </Modal>
  );
}
