import { Alert, Button, Input, Modal } from 'antd';
import { useState, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import type { SavedView } from './desk-address.ts';
import { faultText } from './fault-text.ts';
import { useChangeView } from './use-change-view.ts';
import { useRemoveView } from './use-remove-view.ts';

/** Renames and removes the views that a person keeps. */
export function ViewsDialog({ views, onClose }: { readonly views: readonly SavedView[]; readonly onClose: () => void }): JSX.Element {
  const t = useWords('queue');
  return (
    <Modal open title={t('views.manage')} footer={<Button onClick={onClose}>{t('close')}</Button>} onCancel={onClose} destroyOnHidden>
      <ul className="queue-plain">{views.map((view) => <ViewLine key={`${view.id}-${view.version}`} view={view} />)}</ul>
      {views.length === 0 ? <p className="quiet">{t('views.none')}</p> : null}
    </Modal>
  );
}

function ViewLine({ view }: { readonly view: SavedView }): JSX.Element {
  const t = useWords('queue');
  const [name, setName] = useState(view.name);
  const change = useChangeView();
  const remove = useRemoveView();
  const [sure, setSure] = useState(false);
  const fault = change.error ?? remove.error;
  const renamed = name.trim() !== '' && name.trim() !== view.name;
  return (
    <li className="queue-view-line">
      <Input value={name} maxLength={100} aria-label={t('views.label')} onChange={(event) => setName(event.target.value)} onPressEnter={() => (renamed ? change.mutate({ ...view, name: name.trim() }) : undefined)} />
      <Button disabled={!renamed} loading={change.isPending} onClick={() => change.mutate({ ...view, name: name.trim() })} aria-label={t('views.renameOf', { name: view.name })}>{t('views.rename')}</Button>
      <Button danger loading={remove.isPending} onClick={() => (sure ? remove.mutate(view.id) : setSure(true))} aria-label={t(sure ? 'views.sureOf' : 'views.removeOf', { name: view.name })}>{t(sure ? 'views.sure' : 'views.remove')}</Button>
      {fault === null ? null : <Alert type="error" title={faultText(fault, t)} />}
    </li>
  );
}
