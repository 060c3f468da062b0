import type { JSX } from 'react';
import { Link } from 'react-router';
import { day } from '../../kit/format/format.ts';
import { ScrollBox } from '../../kit/ui/scroll-box.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import type { BookLine } from './use-book.ts';

/** The book, a number a row, as it is printed. */
export function BookTable({ lines, caption }: { readonly lines: readonly BookLine[]; readonly caption: string }): JSX.Element {
  const t = useWords('registers');
  return (
    <ScrollBox label={caption}>
      <table className="registers-book">
        <caption className="visually-hidden">{caption}</caption>
        <thead><tr>{(['number', 'on', 'document', 'kind', 'unit', 'signer', 'recipients', 'state'] as const).map((name) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}</tr></thead>
        <tbody>{lines.map((line) => <Line key={`${line.series} ${line.number} ${line.text}`} line={line} />)}</tbody>
      </table>
    </ScrollBox>
  );
}

function Line({ line }: { readonly line: BookLine }): JSX.Element {
  const t = useWords('registers');
  const { document, dossier } = line;
  const title = document?.title ?? '';
  return (
    <tr className={line.state === 'void' ? 'registers-void' : ''}>
      <th scope="row" className="num nowrap">{line.text}</th>
      <td className="num nowrap">{day(line.givenOn)}</td>
      <td>{document === null ? <span className="quiet">{t(line.state === 'void' ? 'noDocument' : 'notYours')}</span> : <>{dossier === null ? title : <Link to={`/dossiers/${dossier}`}>{title}</Link>}<span className="quiet registers-under">{document.code}</span></>}</td>
      <td>{document === null ? '' : t(`kind.${document.kind}`)}</td>
      <td>{document?.leadUnit.name ?? ''}</td>
      <td>{document?.signers.map(({ name }) => name).join('; ') ?? ''}</td>
      <td>{document?.recipients.map(({ name }) => name).join('; ') ?? ''}</td>
      <td>{t(`state.${line.state}`)}{line.reason === null ? null : <span className="registers-under">{line.reason}</span>}</td>
    </tr>
  );
}
