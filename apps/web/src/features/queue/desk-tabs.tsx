import { useEffect, useRef, type JSX, type KeyboardEvent } from 'react';
import { number } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { LISTS, type DeskList } from './desk-address.ts';
import type { DeskCounts } from './use-desk-counts.ts';

const STEPS: Readonly<Record<string, (here: number) => number>> = { ArrowRight: (i) => (i + 1) % LISTS.length, ArrowLeft: (i) => (i + LISTS.length - 1) % LISTS.length, Home: () => 0, End: () => LISTS.length - 1 };

/** The five lists with what stands in each; arrows go from one to the next. */
export function DeskTabs({ list, counts, onPick }: { readonly list: DeskList; readonly counts: DeskCounts | undefined; readonly onPick: (list: DeskList) => void }): JSX.Element {
  const t = useWords('queue');
  const bar = useRef<HTMLDivElement>(null);
  // On a narrow screen the tabs scroll in a line of their own.
  useEffect(() => {
    // Newer browsers answer a promise here, which is no way to end an effect.
    void bar.current?.querySelector(`#queue-tab-${list}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [list]);
  const step = (event: KeyboardEvent): void => {
    const to = LISTS[STEPS[event.key]?.(LISTS.indexOf(list)) ?? -1];
    if (to === undefined) return;
    event.preventDefault();
    onPick(to);
    bar.current?.querySelector<HTMLElement>(`#queue-tab-${to}`)?.focus();
  };
  return (
    <div className="queue-tabs" role="tablist" aria-label={t('lists')} ref={bar}>
      {LISTS.map((each) => (
        <button key={each} id={`queue-tab-${each}`} type="button" role="tab" aria-selected={each === list} aria-controls="queue-panel" tabIndex={each === list ? 0 : -1} onClick={() => onPick(each)} onKeyDown={step}>
          {t(`list.${each}`)}
          {counts === undefined ? null : <span className="queue-count num">{number(counts[each].count)}{each === 'informed' && counts.informed.unread > 0 ? <span className="queue-unread"> · {t('unread', { n: number(counts.informed.unread) })}</span> : null}</span>}
        </button>
      ))}
    </div>
  );
}
