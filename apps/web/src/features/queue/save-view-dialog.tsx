import { Alert, Input, Modal } from 'antd';
import { useId, type JSX } from 'react';
import { useDraft } from '../../kit/ui/drafts.ts';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import type { DeskAddress } from './desk-address.ts';
import { faultText } from './fault-text.ts';
import { useSaveView } from './use-save-view.ts';

const MOST_LETTERS = 100;

/** Gives what is shown now a name to come back by. */
export function SaveViewDialog({ address: { list, filter, sort }, onClose }: { readonly address: DeskAddress; readonly onClose: () => void }): JSX.Element {
  const t = useWords('queue');
  const { text, write, clear } = useDraft('queue.view');
  const id = useId();
  const save = useSaveView();
  const send = (): void => {
    if (text.trim() === '') return;
    save.mutate({ name: text.trim(), list, filter, sort }, {
      onSuccess: () => {
        clear();
        tell('success', t('views.saved', { name: text.trim() }));
        onClose();
      },
    });
  };
  return (
    <Modal open title={t('views.save')} okText={t('save')} cancelText={t('cancel')} onOk={send} onCancel={onClose} okButtonProps={{ disabled: text.trim() === '', loading: save.isPending }} destroyOnHidden>
      <label htmlFor={id}>{t('views.label')}</label>
      <Input id={id} value={text} maxLength={MOST_LETTERS} autoComplete="off" onChange={(event) => write(event.target.value)} onPressEnter={send} />
      <p className="quiet">{t('views.explained')}</p>
      {save.error === null ? null : <Alert type="error" title={faultText(save.error, t)} />}
    </Modal>
  );
}
