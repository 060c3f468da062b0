import { Button, DatePicker, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useId, type JSX } from 'react';
import { useNavigate } from 'react-router';
import { Refusal } from '../../kit/ui/refusal.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import type { Body } from './use-bodies.ts';
import { useCreateMeeting } from './use-create-meeting.ts';
import { useFormDraft } from './use-form-draft.ts';

/** Plans a meeting of a body; its page opens afterwards. */
export function CreateDialog({ bodies, first, onClose }: { readonly bodies: readonly Body[]; readonly first: string | null; readonly onClose: () => void }): JSX.Element {
  const t = useWords('meetings');
  const id = useId();
  const go = useNavigate();
  const { form, write, clear } = useFormDraft('meeting:new', { body: first ?? bodies[0]?.id ?? '', on: '', title: '', place: '' });
  const create = useCreateMeeting();
  const send = (): void => create.mutate({ body: form.body, on: form.on, title: form.title.trim(), place: form.place.trim() || null }, {
    onSuccess: ({ meeting }) => {
      clear();
      void go(`/meetings/${meeting}`);
    },
  });
  return (
    <Modal open title={t('create')} onCancel={onClose} mask={{ closable: false }} footer={[<Button key="no" onClick={onClose}>{t('close')}</Button>, <Button key="yes" type="primary" loading={create.isPending} disabled={form.body === '' || form.on === '' || form.title.trim() === ''} onClick={send}>{t('create')}</Button>]}>
      <Refusal fault={create.error} />
      <div className="meetings-form">
        <label htmlFor={`${id}b`}>{t('field.body')}</label>
        <select id={`${id}b`} className="meetings-select" value={form.body} onChange={(event) => write({ body: event.target.value })}>{bodies.map((body) => <option key={body.id} value={body.id}>{body.name}</option>)}</select>
        <label htmlFor={`${id}o`}>{t('field.on')}</label>
        <DatePicker id={`${id}o`} format="D/M/YYYY" placeholder="" value={form.on === '' ? null : dayjs(form.on)} onChange={(value) => write({ on: value?.format('YYYY-MM-DD') ?? '' })} />
        <label htmlFor={`${id}t`}>{t('field.title')}</label>
        <Input id={`${id}t`} maxLength={500} value={form.title} onChange={(event) => write({ title: event.target.value })} />
        <label htmlFor={`${id}p`}>{t('field.place')}</label>
        <Input id={`${id}p`} maxLength={500} value={form.place} onChange={(event) => write({ place: event.target.value })} />
      </div>
    </Modal>
  );
}
