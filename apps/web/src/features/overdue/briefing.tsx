import { Button } from 'antd';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { refusalWords } from '../../kit/ui/refusal-words.ts';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { tell } from '../../kit/ui/tell.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { useBriefing, type BriefingEntry } from './use-briefing.ts';
import { useHearBriefing } from './use-hear-briefing.ts';

/** What goes to the leadership's next briefing: after three reminders, by the office's rule. */
export function Briefing(): JSX.Element {
  const t = useWords('overdue');
  const list = useBriefing(true);
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="overdue-briefing">
      <h2 id="overdue-briefing" className="overdue-head">{t('briefing.title')}</h2>
      {list.isPending ? <Loading /> : list.isError ? <Failed fault={list.error} retry={() => void list.refetch()} /> : entries.length === 0 ? <p className="quiet">{t('briefing.none')}</p> : <ul className="overdue-briefing">{entries.map((entry) => <Entry key={entry.id} entry={entry} />)}</ul>}
      {list.hasNextPage ? <Button className="overdue-more" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')}</Button> : null}
    </section>
  );
}

function Entry({ entry }: { readonly entry: BriefingEntry }): JSX.Element {
  const t = useWords('overdue');
  const hear = useHearBriefing();
  const heard = (): void => hear.mutate(entry.id, {
    onSuccess: () => tell('success', t('briefing.heardTold', { code: entry.dossier.code })),
    onError: (fault) => tell('error', refusalWords(fault, t('briefing.failed'))),
  });
  return (
    <li className="card">
      <p><Link to={`/dossiers/${entry.dossier.id}`}>{entry.dossier.title ?? entry.dossier.code}</Link></p>
      <p>{inLanguage(entry.words)}</p>
      {entry.explained === null ? null : <p className="quiet">{t('explained', { name: entry.explained.by.name })}{entry.explained.reason === null ? '' : `: ${entry.explained.reason}`}</p>}
      <Button onClick={heard} loading={hear.isPending}>{t('briefing.heard')}</Button>
    </li>
  );
}
