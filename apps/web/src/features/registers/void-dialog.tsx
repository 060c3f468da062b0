import { Button, Input, Modal, Select } from 'antd';
import { useId, useState, type JSX } from 'react';
import { useDraft } from '../../kit/ui/drafts.ts';
import { Refusal } from '../../kit/ui/refusal.tsx';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import type { Register } from './use-registers.ts';
import { useVoid } from './use-void.ts';

/** Uses up the next number, which cannot be taken back: the reason first, then one more confirmation. */
export function VoidDialog({ register, first, onClose }: { readonly register: Register; readonly first: string; readonly onClose: () => void }): JSX.Element {
  const t = useWords('registers');
  const id = useId();
  const reason = useDraft(`register:${register.id}:void`);
  const [series, setSeries] = useState(first);
  const [sure, setSure] = useState(false);
  const voiding = useVoid();
  const next = register.series.find((s) => s.series === series)?.next ?? null;
  const send = (): void => {
    if (!sure) return setSure(true);
    voiding.mutate({ register: register.id, series, reason: reason.text.trim() }, {
      onSuccess: ({ text }) => {
        reason.clear();
        onClose();
        tell('success', t('voided', { number: text }));
      },
      onError: () => setSure(false),
    });
  };
  return (
    <Modal open title={t('void')} onCancel={onClose} mask={{ closable: false }} footer={[<Button key="no" onClick={onClose}>{t('cancel')}</Button>, <Button key="yes" danger type={sure ? 'primary' : 'default'} loading={voiding.isPending} disabled={reason.text.trim() === ''} onClick={send}>{t(sure ? 'voidSure' : 'voidNext')}</Button>]}>
      <Refusal fault={voiding.error} />
      <p>{t('voidText')}</p>
      {register.series.length < 2 ? null : <p><label htmlFor={`${id}s`}>{t('column.series')}</label> <Select id={`${id}s`} value={series} onChange={setSeries} options={register.series.map((s) => ({ value: s.series, label: s.series }))} /></p>}
      {next === null ? null : <p>{t('voidNumber')} <strong className="num">{next}</strong> ({register.notation}, {series})</p>}
      <label htmlFor={`${id}r`}>{t('reason')}</label>
      <Input.TextArea id={`${id}r`} rows={3} maxLength={2000} value={reason.text} onChange={(event) => { reason.write(event.target.value); setSure(false); }} />
      {sure ? <p role="alert" className="registers-sure">{t('voidAsk', { number: next })}</p> : null}
    </Modal>
  );
}
