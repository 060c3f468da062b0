import { lazy, Suspense, type JSX } from 'react';
import { useMe } from '../../kit/api/use-me.ts';
import { Page } from '../../kit/ui/page.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { addWords } from '../../kit/words/words.ts';
import { focusCard, focusNext } from './after-act.ts';
import { CardList, inOrder } from './card-list.tsx';
import en from './en.json' with { type: 'json' };
import './leader.css';
import { useAddress } from './open-act.ts';
import { useLeaderDesk } from './use-leader-desk.ts';
import vi from './vi.json' with { type: 'json' };
import { Whose } from './whose.tsx';

addWords('leader', { vi, en });
const OpenedAct = lazy(() => import('./opened-act.tsx').then((m) => ({ default: m.OpenedAct })));

/** Việc trình đồng chí: a leader's short list, or that of the leaders whom a secretary serves. */
export function Screen(): JSX.Element {
  const t = useWords('leader');
  const { data: me } = useMe();
  const { person, act, choose, open, close } = useAddress();
  const own = useLeaderDesk(null);
  const mine = own.data?.pages[0];
  // Whoever has nothing of their own before them, and serves somebody, sees theirs at once.
  const whose = person ?? (mine?.count === 0 ? (mine.people[0]?.person ?? null) : null);
  const desk = useLeaderDesk(whose);
  const first = desk.data?.pages[0];
  const cards = desk.data?.pages.flatMap((page) => page.cards) ?? [];
  const forOther = first !== undefined && !first.own;
  const order = inOrder(cards, forOther).map((c) => c.task);
  const closed = mine !== undefined && me !== undefined && mine.count === 0 && mine.people.length === 0 && !me.screens.includes('leaders');
  const people = (first ?? mine)?.people ?? [];
  return (
    <Page title={t('title')} help={[t('help.what'), t('help.say'), t('help.secretary'), t('help.calm')]}>
      {own.isPending || desk.isPending ? <Loading /> : null}
      {own.isError ? <Failed fault={own.error} retry={() => void own.refetch()} /> : desk.isError ? <Failed fault={desk.error} retry={() => void desk.refetch()} /> : null}
      {closed ? <StatePage scene="forbidden" title={t('forbidden.title')} text={t('forbidden.text')} /> : null}
      {mine === undefined || closed || people.length === 0 ? null : <Whose people={people} me={{ name: mine.for.name, count: mine.count }} chosen={forOther ? first.for.person : null} onChoose={choose} />}
      {first === undefined || desk.isError || closed ? null : (
        <>
          {first.count === 0 ? <StatePage scene="empty" title={t('empty.title')} text={forOther ? t('empty.other', { name: first.for.name }) : t('empty.text')} /> : (
            <>
              <p className="leader-count" role="status">{forOther ? t('countOf', { n: first.count, name: first.for.name }) : t('count', { n: first.count })}</p>
              <CardList cards={cards} forOther={forOther} onOpen={open} />
              {desk.hasNextPage ? <button type="button" className="leader-say leader-more" disabled={desk.isFetchingNextPage} onClick={() => void desk.fetchNextPage()}>{t('more')}</button> : null}
            </>
          )}
          {act === null ? null : (
            <Suspense fallback={null}>
              <OpenedAct
                key={`${act.task}.${act.say}`} act={act} now={cards.find((c) => c.task === act.task) ?? null} leader={first.for} order={order}
                onClose={() => { close(); focusCard(act.task); }}
                onDone={(sentence, opened) => { close(); tell('success', sentence); focusNext(opened, act.task); }}
              />
            </Suspense>
          )}
        </>
      )}
    </Page>
  );
}
