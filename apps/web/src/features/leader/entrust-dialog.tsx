import { Button, Input } from 'antd';
import { useId, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { CalmModal } from './calm-modal.tsx';
import { useForm } from './form.ts';
import type { DialogProps } from './opened-act.tsx';
import { Shown } from './shown.tsx';
import { Told } from './told.tsx';
import { useEntrust } from './use-entrust.ts';
import { useStanding } from './use-standing.ts';

/** Giao thư ký: the secretary is told, with a word if there is one; the task stays with the leader. */
export function EntrustDialog({ card, now, onClose, onDone }: DialogProps): JSX.Element {
  const t = useWords('leader');
  const id = useId();
  const form = useForm(`leader.entrust.${card.task}`);
  const entrust = useEntrust();
  const standing = useStanding(card, now, entrust.isPending || entrust.isSuccess);
  const send = (): void => entrust.mutate({ task: card.task, text: form.of('text').trim() || null }, {
    onSuccess: () => {
      form.clear();
      onDone(t('done.entrust', { title: card.dossier.title }));
    },
  });
  return (
    <CalmModal title={t('entrust')} onClose={onClose} buttons={[
      <Button key="send" type="primary" loading={entrust.isPending} disabled={standing.gone} onClick={send}>{t('entrust')}</Button>, <Button key="later" onClick={onClose}>{t('later')}</Button>,
    ]}>
      <Told fault={entrust.error} standing={standing} />
      <Shown card={card} recorded={t('shown.entrust')} />
      <label className="leader-label" htmlFor={id}>{t('field.word')} <span className="quiet">{t('optional')}</span></label>
      <Input.TextArea id={id} autoSize={{ minRows: 2, maxRows: 8 }} value={form.of('text')} onChange={(event) => form.fill('text', event.target.value)} />
    </CalmModal>
  );
}
