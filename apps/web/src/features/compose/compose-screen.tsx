import type { JSX } from 'react';
import { Page } from '../../kit/ui/page.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { MyDrafts } from './my-drafts.tsx';
import { Start } from './start.tsx';
import { useRules } from './use-rules.ts';
import './compose-words.ts';
import './compose.css';

/** Lập hồ sơ trình: what to start, on which route. */
export function Screen(): JSX.Element {
  const t = useWords('compose');
  const rules = useRules();
  return (
    <Page title={t('title')} help={[t('help.what'), t('help.secrecy'), t('help.route'), t('help.kept')]}>
      {rules.isPending ? <Loading /> : null}
      {rules.isError ? <Failed fault={rules.error} retry={() => void rules.refetch()} /> : null}
      {rules.isSuccess ? (
        <div className="compose">
          <MyDrafts />
          {rules.data.units.length === 0 ? <StatePage scene="forbidden" title={t('noUnit')} text={t('noUnitText')} /> : <Start rules={rules.data} />}
        </div>
      ) : null}
    </Page>
  );
}
