import { Button, Input, Modal } from 'antd';
import { useId, type JSX } from 'react';
import { useDraft } from '../../kit/ui/drafts.ts';
import { Refusal } from '../../kit/ui/refusal.tsx';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { useAnswerProposal } from './use-answer-proposal.ts';
import type { Point } from './use-meeting.ts';
import { useProposal } from './use-proposal.ts';

const SHOWN = ['members', 'present', 'yes', 'no', 'other', 'abstain'] as const;

/** Shows what the other person entered, with the demands of the conclusion, then confirms or declines it. */
export function ProposalDialog({ point, confirms, onClose }: { readonly point: Point; readonly confirms: boolean; readonly onClose: () => void }): JSX.Element {
  const t = useWords('meetings');
  const id = useId();
  const { dossier, proposal, dossierEtag } = point;
  const read = useProposal(dossier?.id ?? '');
  const answer = useAnswerProposal();
  const reason = useDraft(`meeting:decline:${proposal?.id ?? ''}`);
  const shown = read.data?.proposals.find((p) => p.id === proposal?.id);
  const params = shown?.params as { readonly counts?: Readonly<Record<string, number>>; readonly demands?: number } | undefined;
  const send = (): void => {
    if (dossier === null || proposal === null || dossierEtag === null) return;
    answer.mutate({ dossier: dossier.id, proposal: proposal.id, etag: dossierEtag, confirms, reason: reason.text.trim() || null }, {
      onSuccess: ({ moving }) => {
        reason.clear();
        onClose();
        tell('success', t(confirms ? (moving ? 'confirmedMoving' : 'confirmed') : 'declined'));
      },
    });
  };
  return (
    <Modal open title={t(confirms ? 'confirm' : 'decline')} onCancel={onClose} mask={{ closable: false }} footer={[<Button key="no" onClick={onClose}>{t('close')}</Button>, <Button key="yes" type="primary" loading={answer.isPending} disabled={params === undefined || (!confirms && reason.text.trim() === '')} onClick={send}>{t(confirms ? 'confirmSend' : 'declineSend')}</Button>]}>
      <p><strong>{dossier?.title}</strong></p>
      <Refusal fault={answer.error} />
      {read.isPending ? <Loading /> : read.isError ? <Failed fault={read.error} /> : <dl className="meetings-shown">{SHOWN.map((name) => <div key={name}><dt>{t(`choice.${name}`)}</dt><dd className="num">{params?.counts?.[name] ?? '–'}</dd></div>)}<div><dt>{t('demandsCount')}</dt><dd className="num">{params?.demands ?? 0}</dd></div></dl>}
      {shown === undefined || shown.demands.length === 0 ? null : <ol>{shown.demands.map((text) => <li key={text}>{text}</li>)}</ol>}
      {confirms ? null : <><label htmlFor={`${id}r`}>{t('reason')}</label><Input.TextArea id={`${id}r`} rows={3} value={reason.text} onChange={(event) => reason.write(event.target.value)} /></>}
    </Modal>
  );
}
