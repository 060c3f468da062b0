import { Button } from 'antd';
import { useId, useRef, useState, type JSX } from 'react';
import { dayTime, size } from '../../kit/format/format.ts';
import { Refusal } from '../../kit/ui/refusal.tsx';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { may, whyNot } from './may.ts';
import { useAttachPaper } from './use-attach-paper.ts';
import type { Meeting } from './use-meeting.ts';
import { useSendPapers } from './use-send-papers.ts';

/** Papers and minutes: what is attached, whether it was sent. */
export function Papers({ meeting }: { readonly meeting: Meeting }): JSX.Element {
  const t = useWords('meetings');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<'paper' | 'minutes'>('paper');
  const attach = useAttachPaper(meeting.id);
  const sent = useSendPapers(meeting.id);
  const pick = (file: File | undefined): void => {
    if (file === undefined) return;
    attach.mutate({ kind, file, key: crypto.randomUUID() }, { onSuccess: () => tell('success', t('attached', { name: file.name })), onSettled: () => { if (field.current !== null) field.current.value = ''; } });
  };
  return (
    <section aria-labelledby="meeting-papers">
      <h2 id="meeting-papers" className="meetings-head">{t('papers')}</h2>
      <Refusal fault={attach.error ?? sent.error} />
      <p>{meeting.papersSentAt === null ? t('papersNotSent') : t('papersSentAt', { at: dayTime(meeting.papersSentAt) })}</p>
      {meeting.papers.length === 0 ? <p className="quiet">{t('papersNone')}</p> : <ul className="meetings-papers">{meeting.papers.map((paper) => <li key={`${paper.sha256} ${paper.kind}`}><a href={`/api/v1/meetings/${meeting.id}/papers/${paper.sha256}/content`} download={paper.name}>{paper.name}</a> <span className="quiet">{t(`paper.${paper.kind}`)} · {size(paper.size)}</span></li>)}</ul>}
      <div className="meetings-acts">
        {may(meeting, 'attachPaper') ? (
          <>
            <label className="visually-hidden" htmlFor={`${id}k`}>{t('paperKind')}</label>
            <select id={`${id}k`} className="meetings-select" value={kind} onChange={(event) => setKind(event.target.value === 'minutes' ? 'minutes' : 'paper')}><option value="paper">{t('paper.paper')}</option><option value="minutes">{t('paper.minutes')}</option></select>
            <input ref={field} id={`${id}f`} type="file" hidden aria-label={t('attach')} onChange={(event) => pick(event.target.files?.[0])} />
            <Button loading={attach.isPending} onClick={() => field.current?.click()}>{t('attach')}</Button>
          </>
        ) : null}
        {may(meeting, 'sendPapers') ? <Button loading={sent.isPending} onClick={() => sent.mutate(`${meeting.version}`, { onSuccess: () => tell('success', t('papersTold')) })}>{t('sendPapers')}</Button> : <span className="quiet">{whyNot(meeting, 'sendPapers')}</span>}
      </div>
    </section>
  );
}
