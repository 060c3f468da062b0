import type { JSX } from 'react';
import { addWords } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { Page } from '../../kit/ui/page.tsx';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { ActionPanel } from './acts/action-panel.tsx';
import { DossierHead } from './dossier-head.tsx';
import { PrintButton } from './print-button.tsx';
import { SectionNav } from './section-nav.tsx';
import { Sections } from './sections.tsx';
import { useDossier } from './use-dossier.ts';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };
import './dossier.css';

addWords('dossier', { vi, en });

/** A dossier, read: its head, the acts beside it, its sections. `taskId` where it is entered to work on a task. */
export function DossierView({ id, taskId }: { readonly id: string; readonly taskId: string | null }): JSX.Element {
  const t = useWords('dossier');
  const { data: dossier, error, refetch } = useDossier(id);
  if (dossier === undefined) return <Page title={t('title')}>{error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} />}</Page>;
  return (
    <Page title={dossier.title} help={[t('help.what'), t('help.sections'), t('help.why'), t('help.record')]} extra={<PrintButton id={id} />}>
      <DossierHead dossier={dossier} />
      <div className="dossier-body">
        <aside className="dossier-side">
          <ActionPanel dossier={dossier} etag={dossier.etag} taskId={taskId} />
          <SectionNav dossier={dossier} />
        </aside>
        <div className="dossier-sections"><Sections dossier={dossier} /></div>
      </div>
    </Page>
  );
}
