import { Button } from 'antd';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { dayTime } from '../../kit/format/format.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { ofPoint } from './may.ts';
import type { Point } from './use-meeting.ts';

export type PointAct = 'record' | 'confirm' | 'decline' | 'putOff';
interface PointProps { readonly point: Point; readonly no: number; readonly move: JSX.Element | null; readonly onAct: (act: PointAct) => void }

/** A point of the agenda: its dossier, its result or what waits, and what this person may do with it. */
export function AgendaPoint({ point, no, move, onAct }: PointProps): JSX.Element {
  const t = useWords('meetings');
  const { dossier, proposal, allowedActions } = point;
  const [record, confirm, decline, putOff] = (['recordResult', 'confirmProposal', 'declineProposal', 'putOff'] as const).map((verb) => ofPoint(allowedActions, verb));
  return (
    <li className="card meetings-point">
      <div className="meetings-point-head"><span className="meetings-no">{no}.</span><div><strong>{dossier === null ? t('notYours') : <Link to={`/dossiers/${dossier.id}`}>{dossier.title}</Link>}</strong><span className="quiet meetings-under">{[dossier?.code, point.leadUnit?.name, point.directing, inLanguage(point.title)].filter(Boolean).join(' · ')}</span></div>{move}</div>
      <p className="meetings-standing">{t(`point.${point.state}`)}{point.outcome === null ? '' : `: ${t(`outcome.${point.outcome}`)}`}</p>
      {point.arithmetic === null ? null : <p>{inLanguage(point.arithmetic)}</p>}
      {proposal === null ? null : <p>{t('waits', { name: proposal.by.name, at: dayTime(proposal.at) })}</p>}
      {proposal !== null && confirm?.allowed === false && confirm.why !== null ? <p className="quiet">{inLanguage(confirm.why)}</p> : null}
      <div className="meetings-acts">
        {proposal !== null && confirm?.allowed === true ? <Button type="primary" onClick={() => onAct('confirm')}>{t('confirm')}</Button> : null}
        {proposal !== null && decline?.allowed === true ? <Button onClick={() => onAct('decline')}>{t('decline')}</Button> : null}
        {record?.allowed === true && point.recordTask !== null ? <Button onClick={() => onAct('record')}>{t(proposal === null ? 'record' : 'recordAgain')}</Button> : null}
        {putOff?.allowed === true && point.state === 'onAgenda' ? <Button onClick={() => onAct('putOff')}>{t('putOff')}</Button> : null}
      </div>
    </li>
  );
}
