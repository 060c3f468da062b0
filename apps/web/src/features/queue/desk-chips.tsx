import type { JSX } from 'react';
import { number } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { DeskFilter } from './desk-address.ts';
import type { DeskCounts } from './use-desk-counts.ts';

interface Chip { readonly key: string; readonly label: string; readonly n: number; readonly part: DeskFilter }

/** What of my tasks is pressing, at one click; a chip stands here only while there is something behind it. */
export function DeskChips({ counts, filter, onFilter }: { readonly counts: DeskCounts['todo']; readonly filter: DeskFilter; readonly onFilter: (filter: DeskFilter) => void }): JSX.Element | null {
  const t = useWords('queue');
  const due = (['overdue', 'today', 'soon', 'beforeLeaders'] as const).map((group): Chip => ({ key: group, label: t(`due.${group}`), n: counts[group], part: { due: group } }));
  const others: readonly Chip[] = [
    { key: 'offered', label: t('chip.offered'), n: counts.offered, part: { offered: 'true' } },
    { key: 'bulk', label: t('chip.bulk'), n: counts.bulk, part: { bulk: 'true' } },
    ...counts.inSteadOf.map((p): Chip => ({ key: p.person, label: t('chip.inStead', { name: p.name }), n: p.count, part: { inSteadOf: p.person } })),
  ];
  const shown = [...due, ...others].filter((chip) => chip.n > 0 || isOn(chip, filter));
  if (shown.length === 0) return null;
  return (
    <div className="queue-chips" role="group" aria-label={t('chips')}>
      {shown.map((chip) => (
        <button key={chip.key} type="button" className={`queue-chip queue-chip-${chip.key}`} aria-pressed={isOn(chip, filter)} onClick={() => onFilter(isOn(chip, filter) ? without(filter, chip) : { ...filter, ...chip.part })}>
          {chip.label} <span className="num">{number(chip.n)}</span>
        </button>
      ))}
    </div>
  );
}

const isOn = ({ part }: Chip, filter: DeskFilter): boolean => Object.entries(part).every(([name, value]) => filter[name as keyof DeskFilter] === value);
const without = (filter: DeskFilter, { part }: Chip): DeskFilter => Object.fromEntries(Object.entries(filter).filter(([name]) => !(name in part)));
