import { Button, Input, Modal } from 'antd';
import { useId, useState, type JSX } from 'react';
import { day } from '../../kit/format/format.ts';
import { useDraft } from '../../kit/ui/drafts.ts';
import { Refusal } from '../../kit/ui/refusal.tsx';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import type { Meeting, Point } from './use-meeting.ts';
import { useMeetings } from './use-meetings.ts';
import { usePutOff } from './use-put-off.ts';

/** Puts a point off: to another meeting of the same body, or to none yet; with the reason. */
export function PutOffDialog({ meeting, point, onClose }: { readonly meeting: Meeting; readonly point: Point; readonly onClose: () => void }): JSX.Element {
  const t = useWords('meetings');
  const id = useId();
  const [to, setTo] = useState('');
  const reason = useDraft(`meeting:putOff:${point.step}`);
  const others = useMeetings().data?.pages.flatMap((page) => page.items).filter((m) => m.body.id === meeting.body.id && m.id !== meeting.id && m.state !== 'closed') ?? [];
  const putOff = usePutOff();
  const send = (): void => {
    if (point.dossier === null || point.dossierEtag === null) return;
    putOff.mutate({ dossier: point.dossier.id, etag: point.dossierEtag, meeting: meeting.id, step: point.step, to: to || null, reason: reason.text.trim() }, {
      onSuccess: () => {
        reason.clear();
        onClose();
        tell('success', t('putOffDone'));
      },
    });
  };
  return (
    <Modal open title={t('putOff')} onCancel={onClose} mask={{ closable: false }} footer={[<Button key="no" onClick={onClose}>{t('close')}</Button>, <Button key="yes" type="primary" loading={putOff.isPending} disabled={reason.text.trim() === ''} onClick={send}>{t('putOff')}</Button>]}>
      <p><strong>{point.dossier?.title}</strong></p>
      <Refusal fault={putOff.error} />
      <p><label htmlFor={`${id}t`}>{t('putOffTo')}</label> <select id={`${id}t`} className="meetings-select" value={to} onChange={(event) => setTo(event.target.value)}><option value="">{t('putOffNone')}</option>{others.map((m) => <option key={m.id} value={m.id}>{day(m.on)} · {m.title}</option>)}</select></p>
      <label htmlFor={`${id}r`}>{t('reason')}</label>
      <Input.TextArea id={`${id}r`} rows={3} value={reason.text} onChange={(event) => reason.write(event.target.value)} />
    </Modal>
  );
}
