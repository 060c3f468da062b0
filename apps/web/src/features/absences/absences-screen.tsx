import type { JSX } from 'react';
import { useMe } from '../../kit/api/use-me.ts';
import { Page } from '../../kit/ui/page.tsx';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { addWords } from '../../kit/words/words.ts';
import { AbsenceList } from './absence-list.tsx';
import './absences.css';
import { AuthorityList } from './authority-list.tsx';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

addWords('absences', { vi, en });

/** Who stands in for whom while somebody is away, and who acts by written authority. */
export function Screen(): JSX.Element {
  const t = useWords('absences');
  const { data: me, error, refetch } = useMe();
  return (
    <Page title={t('title')} help={[t('help.absence'), t('help.chain'), t('help.authority')]}>
      {me === undefined ? error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} /> : <><AbsenceList me={me} /><AuthorityList me={me} /></>}
    </Page>
  );
}
