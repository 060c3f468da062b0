import { Button, Progress } from 'antd';
import type { JSX } from 'react';
import { size } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { HashMark } from './hash-mark.tsx';
import type { Entry, UploadQueue } from './upload-queue.ts';

/** A file of the queue: how far it is, or what became of it. */
export function UploadLine({ entry, queue, arrived }: { readonly entry: Entry; readonly queue: UploadQueue; readonly arrived: { readonly label: string; readonly sha256: string } | null }): JSX.Element {
  const t = useWords('compose');
  const { file, state, share, why } = entry;
  const going = state === 'waiting' || state === 'sending';
  const percent = Math.round(share * 100);
  return (
    <li className="compose-upload" data-state={state}>
      <div className="compose-upload-name"><span>{file.name}</span> <span className="quiet nowrap">{size(file.size)}</span></div>
      {state === 'sending' ? <Progress percent={percent} size="small" aria-label={t('upload.progress', { name: file.name })} /> : null}
      <div className="compose-upload-state">
        {state === 'done' ? <span className="compose-good">{arrived === null ? t('upload.done') : t('upload.arrived', { label: arrived.label })}</span> : null}
        {state === 'done' && arrived !== null ? <HashMark sha256={arrived.sha256} /> : null}
        {state === 'waiting' ? <span className="quiet">{t('upload.waiting')}</span> : null}
        {state === 'stopped' ? <span>{t('upload.stopped')}</span> : null}
        {state === 'failed' || state === 'unfit' ? <span className="compose-bad" role="alert">{why ?? t('upload.notReached')}</span> : null}
      </div>
      <div className="compose-upload-acts">
        {state === 'failed' || state === 'stopped' ? <Button size="small" aria-label={t('upload.retryOf', { name: file.name })} onClick={() => queue.retry(entry)}>{t('retry')}</Button> : null}
        <Button size="small" type="text" aria-label={t(going ? 'upload.stopOf' : 'upload.forgetOf', { name: file.name })} onClick={() => queue.drop(entry)}>{t(going ? 'upload.stop' : 'upload.forget')}</Button>
      </div>
    </li>
  );
}
