import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { ApiProblem } from '../../kit/api/client.ts';
import { day } from '../../kit/format/format.ts';
import { useMe } from '../../kit/api/use-me.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { AnswerFields, missingOf, saidWith } from './answer-fields.tsx';
import { CalmModal } from './calm-modal.tsx';
import { useForm } from './form.ts';
import type { DialogProps } from './opened-act.tsx';
import { missingPaper, PaperFields } from './paper-fields.tsx';
import { Shown } from './shown.tsx';
import { Told } from './told.tsx';
import { useRecord } from './use-record.ts';
import type { Desk } from './use-leader-desk.ts';
import { useStanding } from './use-standing.ts';

/** Ghi nhận thay: what the leader said or wrote on paper, entered by a secretary under their own name; where it decides, a second person confirms it. */
export function RecordDialog({ card, now, leader, onClose, onDone }: DialogProps & { readonly leader: Desk['for'] }): JSX.Element {
  const t = useWords('leader');
  const { data: me } = useMe();
  const form = useForm(`leader.record.${card.task}.${leader.person}`);
  const [tried, setTried] = useState(false);
  const record = useRecord();
  const standing = useStanding(card, now, record.isPending || record.isSuccess);
  const { answers } = card;
  const chosen = answers.find(({ outcome }) => outcome === form.of('outcome')) ?? null;
  const missing = [...missingOf(chosen, form), ...missingPaper(form)];
  const conflict = record.error instanceof ApiProblem && record.error.status === 412;
  const [name, label] = [me?.name ?? '', chosen === null ? null : inLanguage(chosen.label)];
  const send = (): void => {
    setTried(true);
    if (chosen === null || missing.length > 0) return;
    const { reason, to, demands } = saidWith(chosen, form);
    const body = { principal: leader.person, outcome: chosen.outcome, reason, to, ...(demands.length === 0 ? {} : { demands: [...demands] }), document: form.of('document'), on: form.of('on'), number: form.of('number').trim() || null, signatory: form.of('signatory').trim() };
    record.mutate({ task: card.task, etag: conflict ? (now?.etag ?? card.etag) : card.etag, body }, {
      onSuccess: ({ ids }) => {
        form.clear();
        onDone(ids['proposal'] === undefined ? t('done.record', { what: label, leader: leader.name }) : t('done.recordProposed', { what: label, leader: leader.name }));
      },
    });
  };
  return (
    <CalmModal title={t('record.title', { name: leader.name })} onClose={onClose} buttons={[
      <Button key="send" type="primary" loading={record.isPending} disabled={standing.gone} onClick={send}>{t('record.name')}</Button>, <Button key="later" onClick={onClose}>{t('later')}</Button>,
    ]}>
      <Told fault={record.error} standing={standing} />
      <p className="leader-note">{t('record.second')}</p>
      <Shown card={card} recorded={label === null ? null : t('record.shown', { what: label, leader: leader.name, name, on: form.of('on') === '' ? '…' : day(form.of('on')) })} />
      <AnswerFields answers={answers} chosen={chosen} form={form} dossier={standing.dossier} missing={tried ? missing : []} />
      <PaperFields card={now ?? card} leader={leader.name} form={form} missing={tried ? missing : []} today={me?.today ?? null} />
    </CalmModal>
  );
}
