import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import type { JSX } from 'react';
import { number } from '../../kit/format/format.ts';
import { preferences } from '../../kit/words/preferences.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { DeskRow } from './desk-address.ts';
import type { BulkLine } from './use-bulk.ts';

/** The tasks that a bulk act is about; once it was sent, what became of each, the refused ones first. */
export function BulkLines({ rows, lines }: { readonly rows: readonly DeskRow[]; readonly lines: readonly BulkLine[] | undefined }): JSX.Element {
  const t = useWords('queue');
  const said = new Map(lines?.map((line) => [line.task, line]));
  const refused = lines?.filter((line) => !line.ok).length ?? 0;
  const ordered = refused === 0 ? rows : [...rows].sort((a, b) => Number(said.get(a.task ?? '')?.ok ?? false) - Number(said.get(b.task ?? '')?.ok ?? false));
  return (
    <>
      {lines === undefined ? null : <p role="status"><strong>{t('bulk.result', { done: number(lines.length - refused), refused: number(refused) })}</strong></p>}
      <ul className="queue-lines">
        {ordered.map((row) => <li key={row.id}><span className="num nowrap">{row.dossier.code}</span> {row.dossier.title}<Result line={said.get(row.task ?? '')} /></li>)}
      </ul>
    </>
  );
}

function Result({ line }: { readonly line: BulkLine | undefined }): JSX.Element | null {
  const t = useWords('queue');
  if (line === undefined) return null;
  if (line.ok) return <span className="queue-line-done"><CheckCircleOutlined aria-hidden="true" /> {t(line.answer?.moving === true ? 'bulk.doneMoving' : 'bulk.done')}</span>;
  const { problem } = line;
  return <span className="queue-line-refused"><CloseCircleOutlined aria-hidden="true" /> {problem === null ? t('failed') : preferences().language === 'en' ? problem.detailEn : problem.detail}</span>;
}
