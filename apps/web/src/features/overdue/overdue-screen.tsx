import type { JSX } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '../../kit/api/use-me.ts';
import { Page } from '../../kit/ui/page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { addWords } from '../../kit/words/words.ts';
import { askedOf } from './asked.ts';
import { Briefing } from './briefing.tsx';
import en from './en.json' with { type: 'json' };
import { LateTasks } from './late-tasks.tsx';
import { LeadersTable } from './leaders-table.tsx';
import './overdue.css';
import vi from './vi.json' with { type: 'json' };

addWords('overdue', { vi, en });

/** What slips: tasks by unit with the reminders that went out and the next one; apart from them what lies before leaders; what goes to the briefing. */
export function Screen(): JSX.Element {
  const t = useWords('overdue');
  const me = useMe();
  const [address, setAddress] = useSearchParams();
  const ask = (name: string, value: string | null): void => setAddress((now) => {
    const next = new URLSearchParams(now);
    if (value === null) next.delete(name);
    else next.set(name, value);
    return next;
  }, { replace: true });
  return (
    <Page wide title={t('title')} help={[t('help.what'), t('help.leaders'), t('help.briefing')]}>
      <LateTasks asked={askedOf(address)} ask={ask} />
      <LeadersTable />
      {me.data?.screens.includes('briefing') === true ? <Briefing /> : null}
    </Page>
  );
}
