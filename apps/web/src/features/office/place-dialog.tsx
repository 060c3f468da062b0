import { Button, Modal, Radio } from 'antd';
import { useState, type JSX } from 'react';
import { Link } from 'react-router';
import { day } from '../../kit/format/format.ts';
import { Refusal } from '../../kit/ui/refusal.tsx';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { tell } from '../../kit/ui/tell.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { useMeetingsAhead } from './use-meetings-ahead.ts';
import type { DeskRow } from './use-office-desk.ts';
import { usePlace } from './use-place.ts';
import { usePlacing } from './use-placing.ts';

/** Puts a dossier on the agenda of a meeting of its body; whether it may be, the server says as the dossier is now. */
export function PlaceDialog({ row, today, onClose }: { readonly row: DeskRow; readonly today: string; readonly onClose: () => void }): JSX.Element {
  const t = useWords('office');
  const dossier = usePlacing(row.dossier.id);
  const meetings = useMeetingsAhead(row.body?.id ?? null, today);
  const place = usePlace();
  const [picked, setPicked] = useState<string | null>(null);
  const meeting = picked ?? meetings.data?.[0]?.id ?? null;
  const step = row.step?.id ?? '';
  const action = dossier.data?.allowedActions.find((a) => a.verb === 'placeOnAgenda' && (!a.allowed || a.targets === undefined || a.targets.includes(step)));
  const send = (): void => {
    if (meeting === null || dossier.data === undefined) return;
    place.mutate({ dossier: row.dossier.id, step, meeting, etag: dossier.data.etag }, {
      onSuccess: ({ moving }) => {
        onClose();
        tell('success', t(moving ? 'placedMoving' : 'placed', { code: row.dossier.code }));
      },
    });
  };
  return (
    <Modal open title={t('placeTitle')} onCancel={onClose} mask={{ closable: false }} footer={[<Button key="no" onClick={onClose}>{t('cancel')}</Button>, <Button key="yes" type="primary" loading={place.isPending} disabled={meeting === null || action?.allowed !== true} onClick={send}>{t('place')}</Button>]}>
      <p><strong>{row.dossier.title}</strong><span className="quiet office-under">{row.dossier.code}{row.body === null ? '' : ` · ${row.body.name}`}</span></p>
      <Refusal fault={place.error} />
      {dossier.isPending || meetings.isPending ? <Loading /> : dossier.isError ? <Failed fault={dossier.error} /> : meetings.isError ? <Failed fault={meetings.error} /> : action?.allowed !== true ? <p role="alert">{action?.why == null ? t('mayNot') : inLanguage(action.why)}</p> : meetings.data.length === 0 ? <p>{t('noMeeting')} <Link to={`/meetings?new=${row.body?.id ?? ''}`}>{t('newMeeting')}</Link></p> : (
        <Radio.Group className="office-meetings" aria-label={t('meeting')} value={meeting} onChange={(event) => setPicked(String(event.target.value))} options={meetings.data.map(({ id, title, on, place: where, items }) => ({ value: id, label: <>{title}<span className="quiet office-under">{day(on)}{where === '' ? '' : ` · ${where}`} · {t('points', { count: items })}</span></> }))} />
      )}
      {row.complete ? null : <p className="office-lacks">{t('stillLacks', { what: row.components.filter((c) => c.state === 'missing').map((c) => inLanguage(c.title).toLowerCase()).join(', ') })}</p>}
    </Modal>
  );
}
