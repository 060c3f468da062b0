import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { Refusal } from '../../kit/ui/refusal.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { AgendaPoint, type PointAct } from './agenda-point.tsx';
import { may } from './may.ts';
import { ProposalDialog } from './proposal-dialog.tsx';
import { PutOffDialog } from './put-off-dialog.tsx';
import { ResultDialog } from './result-dialog.tsx';
import type { Meeting } from './use-meeting.ts';
import { useSortAgenda } from './use-sort-agenda.ts';

/** The agenda in its order; whoever prepares the meeting moves a point up or down by a button. */
export function Agenda({ meeting }: { readonly meeting: Meeting }): JSX.Element {
  const t = useWords('meetings');
  const sort = useSortAgenda(meeting.id);
  const [open, setOpen] = useState<{ readonly step: string; readonly act: PointAct } | null>(null);
  const points = meeting.agenda;
  const movable = points.filter(({ state }) => state !== 'putOff').map(({ step }) => step);
  const chosen = points.find(({ step }) => step === open?.step);
  const swap = (step: string, by: -1 | 1): void => {
    const at = movable.indexOf(step);
    const next = movable.filter((s) => s !== step);
    next.splice(at + by, 0, step);
    sort.mutate(next);
  };
  const mover = (step: string, code: string): JSX.Element | null => (movable.length < 2 || !may(meeting, 'sortAgenda') || !movable.includes(step) ? null : (
    <span className="meetings-move">
      <Button size="small" icon={<ArrowUpOutlined />} aria-label={t('up', { code })} disabled={movable[0] === step || sort.isPending} onClick={() => swap(step, -1)} />
      <Button size="small" icon={<ArrowDownOutlined />} aria-label={t('down', { code })} disabled={movable.at(-1) === step || sort.isPending} onClick={() => swap(step, 1)} />
    </span>
  ));
  const close = (): void => setOpen(null);
  return (
    <section aria-labelledby="meeting-agenda">
      <h2 id="meeting-agenda" className="meetings-head">{t('agenda')}</h2>
      <Refusal fault={sort.error} />
      {points.length === 0 ? <p className="quiet">{t('agendaNone')}</p> : <ol className="meetings-agenda">{points.map((point, i) => <AgendaPoint key={`${point.step} ${point.sort}`} point={point} no={i + 1} move={mover(point.step, point.dossier?.code ?? String(i + 1))} onAct={(act) => setOpen({ step: point.step, act })} />)}</ol>}
      {chosen === undefined || open === null ? null : open.act === 'record' ? <ResultDialog meeting={meeting} point={chosen} onClose={close} /> : open.act === 'putOff' ? <PutOffDialog meeting={meeting} point={chosen} onClose={close} /> : <ProposalDialog point={chosen} confirms={open.act === 'confirm'} onClose={close} />}
    </section>
  );
}
