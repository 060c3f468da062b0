import { Alert, Button, Input, Modal } from 'antd';
import { useId, useState, type JSX } from 'react';
import { number } from '../../kit/format/format.ts';
import { useDraft } from '../../kit/ui/drafts.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { BulkLines } from './bulk-lines.tsx';
import { actOn, admits, type BulkWish } from './bulk-wish.ts';
import type { DeskRow } from './desk-address.ts';
import { faultText } from './fault-text.ts';
import { PersonPicker } from './person-picker.tsx';
import { useBulk } from './use-bulk.ts';

interface BulkProps { readonly wish: BulkWish; readonly chosen: readonly DeskRow[]; readonly onClose: () => void; /** Told which rows were acted on. */ readonly onDone: (ids: readonly string[]) => void }

/** Acts on many tasks: what will be done to which, a reason where it is needed, and afterwards a result for each. */
export function BulkDialog({ wish, chosen, onClose, onDone }: BulkProps): JSX.Element {
  const t = useWords('queue');
  // The dialog is about the rows that were chosen when it opened, also while the list behind it changes.
  const [rows] = useState(() => chosen.filter((row) => admits(row, wish)));
  const [others] = useState(() => chosen.filter((row) => !admits(row, wish)));
  const [keys] = useState(() => new Map(rows.map((row) => [row.id, crypto.randomUUID()])));
  const reason = useDraft(`queue.bulk.${wish}`);
  const [person, setPerson] = useState<string | null>(null);
  const field = useId();
  const bulk = useBulk();
  const lines = bulk.data;
  const ready = wish === 'transfer' ? person !== null : wish !== 'return' || reason.text.trim() !== '';
  const send = (): void => {
    onDone(rows.map((row) => row.id));
    bulk.mutate(rows.map((row) => actOn(row, wish, keys.get(row.id) ?? '', { reason: reason.text, person })), { onSuccess: () => reason.clear() });
  };
  const footer = lines === undefined
    ? [<Button key="no" onClick={onClose}>{t('cancel')}</Button>, <Button key="yes" type="primary" disabled={!ready} loading={bulk.isPending} onClick={send}>{t(`bulk.do.${wish}`, { n: number(rows.length) })}</Button>]
    : [<Button key="close" type="primary" onClick={onClose}>{t('close')}</Button>];
  return (
    <Modal open title={t(`bulk.title.${wish}`, { n: number(rows.length) })} width={720} footer={footer} onCancel={onClose} mask={{ closable: false }} destroyOnHidden>
      {lines !== undefined || wish === 'claim' ? null : wish === 'transfer'
        ? <PersonPicker units={[...new Set(rows.map((row) => row.unit?.id ?? ''))]} value={person} onPick={setPerson} />
        : (
          <div className="queue-reason">
            <label htmlFor={field}>{t(`bulk.reason.${wish}`)}</label>
            <Input.TextArea id={field} rows={3} value={reason.text} maxLength={4000} onChange={(event) => reason.write(event.target.value)} />
          </div>
        )}
      {bulk.error === null ? null : <Alert type="error" title={faultText(bulk.error, t)} />}
      <BulkLines rows={rows} lines={lines} />
      {others.length === 0 || lines !== undefined ? null : <p className="quiet">{t('bulk.others', { n: number(others.length), codes: others.slice(0, 5).map((row) => row.dossier.code).join(', ') })}</p>}
    </Modal>
  );
}
