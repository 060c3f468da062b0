import { Button } from 'antd';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { day } from '../../kit/format/format.ts';
import { ScrollBox } from '../../kit/ui/scroll-box.tsx';
import { StatePage } from '../../kit/ui/state-page.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { Where } from './where.tsx';
import type { Item } from './use-programme.ts';

interface TableProps { readonly items: readonly Item[]; readonly caption: { readonly vi: string; readonly en: string }; readonly filtered: boolean; readonly clear: () => void }

/** The items in the order of the programme: what, of whom, until when, where it lies since when, and what came of it. */
export function ItemTable({ items, caption, filtered, clear }: TableProps): JSX.Element {
  const t = useWords('programme');
  if (items.length === 0) return <StatePage scene="empty" title={t('nothing.title')} text={t('nothing.text')} action={filtered ? <Button onClick={clear}>{t('nothing.clear')}</Button> : undefined} />;
  return (
    <ScrollBox label={t('table')}>
      <table className="programme-table">
        <caption className="visually-hidden">{inLanguage(caption)}</caption>
        <thead>
          <tr>{(['no', 'content', 'kind', 'leadUnit', 'directing', 'authority', 'deadline', 'where', 'product'] as const).map((name) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}</tr>
        </thead>
        <tbody>{items.map((item) => <Row key={item.id} item={item} />)}</tbody>
      </table>
    </ScrollBox>
  );
}

function Row({ item }: { readonly item: Item }): JSX.Element {
  const t = useWords('programme');
  return (
    <tr>
      <td className="num">{item.no}</td>
      <th scope="row">{item.dossier === null ? item.title : <Link to={`/dossiers/${item.dossier}`}>{item.title}</Link>}</th>
      <td>{t(`kind.${item.kind}`)}</td>
      <td>{item.leadUnit.name}{item.responsible.length === 0 ? null : <span className="quiet programme-under">{item.responsible.map((p) => p.name).join(', ')}</span>}</td>
      <td>{item.directing}</td>
      <td>{item.authority.name}</td>
      <td className="num">{item.deadline.text || day(item.deadline.on)}</td>
      <td><Where item={item} /></td>
      <td>{item.product === null ? item.number ?? <span className="quiet">–</span> : <Product {...item.product} />}</td>
    </tr>
  );
}

function Product({ number, on }: NonNullable<Item['product']>): JSX.Element {
  return <>{number ?? '–'}{on === null ? null : <span className="quiet programme-under num">{day(on)}</span>}</>;
}
