import { lazy, Suspense, useCallback, useMemo, useState, type JSX, type ReactNode } from 'react';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import type { BulkWish } from './bulk-wish.ts';
import { ChangesLine } from './changes-line.tsx';
import type { DeskAddress, DeskRow } from './desk-address.ts';
import { DeskListing } from './desk-listing.tsx';
import { EmptyList } from './empty-list.tsx';
import { useChanges } from './use-changes.ts';
import { useDesk } from './use-desk.ts';
import { useSelection } from './use-selection.ts';

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.tsx')).BulkDialog }));

/** A row that moved from one page to the next while they were read stands in both; it is shown once. */
function unique(rows: readonly DeskRow[]): readonly DeskRow[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}

interface RowsProps { readonly address: DeskAddress; readonly here: string; readonly onSearch: () => void; /** Takes the narrowing away. */ readonly clear: ReactNode }

/** A list of the desk: read page by page, kept up to date without losing the place, with what is done to many of its rows at once. */
export function DeskRows({ address, here, onSearch, clear }: RowsProps): JSX.Element {
  const desk = useDesk(address);
  const { data, hasNextPage, isFetchingNextPage, isPlaceholderData, isFetchNextPageError, fetchNextPage } = desk;
  const rows = useMemo(() => unique(data?.pages.flatMap((page) => page.items) ?? []), [data]);
  const selection = useSelection(rows);
  const { changes, heard, acted } = useChanges({ list: here, rows, settled: data !== undefined && !isPlaceholderData, more: hasNextPage });
  // What is acted on stays what was chosen then, while the list behind the dialog changes.
  const [asked, setAsked] = useState<{ readonly wish: BulkWish; readonly rows: readonly DeskRow[] } | null>(null);
  const read = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage({ cancelRefetch: false });
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (desk.isPending) return <Loading />;
  if (data === undefined) return <Failed fault={desk.error} retry={() => void desk.refetch()} />;
  const more = hasNextPage ? { read, reading: isFetchingNextPage, failed: isFetchNextPageError } : null;
  return (
    <div aria-busy={isPlaceholderData}>
      <ChangesLine changes={changes} onHeard={heard} />
      {rows.length === 0 ? <EmptyList address={address} clear={clear} /> : <DeskListing list={address.list} here={here} rows={rows} count={data.pages[0]?.count ?? null} more={more} selection={selection} onBulk={(wish, chosen) => setAsked({ wish, rows: chosen })} onSearch={onSearch} />}
      <Suspense fallback={null}>{asked === null ? null : <BulkDialog wish={asked.wish} chosen={asked.rows} onClose={() => { setAsked(null); selection.clear(); }} onDone={acted} />}</Suspense>
    </div>
  );
}
