import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useMe } from '../../kit/api/use-me.ts';
import { day, number } from '../../kit/format/format.ts';
import { Page } from '../../kit/ui/page.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { askedOf, type Asked } from './asked.ts';
import { BookFilters } from './book-filters.tsx';
import { BookTable } from './book-table.tsx';
import './registers.css';
import { useBook } from './use-book.ts';
import { useRegisters } from './use-registers.ts';
import { VoidDialog } from './void-dialog.tsx';
import { addRegisterWords } from './words.ts';

addRegisterWords();

/** The book of a register: each number with its document, or why there is none; whoever keeps it may void the next. */
export function Screen(): JSX.Element {
  const t = useWords('registers');
  const me = useMe();
  const id = useParams()['id'] ?? '';
  const [address, setAddress] = useSearchParams();
  const [voiding, setVoiding] = useState(false);
  const asked = askedOf(address);
  const registers = useRegisters();
  const book = useBook(id, asked);
  const register = registers.data?.find((each) => each.id === id);
  const ask = (name: keyof Asked, value: string | null): void => setAddress((now) => {
    const next = new URLSearchParams(now);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  }, { replace: true });
  const lines = book.data?.pages.flatMap((page) => page.items) ?? [];
  const title = register === undefined ? t('book') : `${t('name', { kind: t(`kind.${register.type}`) })} (${register.notation})`;
  const missing = register?.series.filter((s) => s.missing.length > 0 && (asked.series === undefined || s.series === asked.series)) ?? [];
  const extra = register === undefined ? null : (
    <>
      {register.keeps && register.gives ? <Button onClick={() => setVoiding(true)}>{t('void')}</Button> : null}
      <Button icon={<PrinterOutlined />} onClick={() => print()}>{t('print')}</Button>
    </>
  );
  return (
    <Page wide title={title} help={[t('help.book'), t('help.void'), t('help.print')]} extra={extra}>
      {me.data?.demo === true ? <p className="registers-sample">MẪU</p> : null}
      {registers.isPending || book.isPending ? <Loading /> : registers.isError ? <Failed fault={registers.error} retry={() => void registers.refetch()} /> : book.isError ? <Failed fault={book.error} retry={() => void book.refetch()} /> : (
        <>
          {missing.map((s) => <p key={s.series} className="registers-missing">{t('missingIn', { series: s.series, numbers: s.missing.map((n) => number(n)).join(', ') })}</p>)}
          <p className="registers-asked">{[asked.from === undefined ? null : t('fromDay', { day: day(asked.from) }), asked.to === undefined ? null : t('toDay', { day: day(asked.to) }), asked.state === undefined ? null : t(`state.${asked.state}`)].filter((part) => part !== null).join(', ')}</p>
          <BookFilters series={register?.series.map((s) => s.series) ?? []} asked={asked} ask={ask} />
          {lines.length === 0 ? <StatePage scene="empty" title={t('empty')} text={t('emptyText')} action={Object.keys(asked).length === 0 ? undefined : <Button onClick={() => setAddress({}, { replace: true })}>{t('clear')}</Button>} /> : <BookTable lines={lines} caption={title} />}
          {book.hasNextPage ? <Button className="registers-more" loading={book.isFetchingNextPage} onClick={() => void book.fetchNextPage()}>{t('more')}</Button> : null}
        </>
      )}
      {voiding && register !== undefined ? <VoidDialog register={register} first={asked.series ?? register.series.at(-1)?.series ?? ''} onClose={() => setVoiding(false)} /> : null}
    </Page>
  );
}
