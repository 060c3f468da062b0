import { useState, type JSX } from 'react';
import { Link, useParams } from 'react-router';
import { Page } from '../../kit/ui/page.tsx';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { Draft } from './draft.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { useDraftDossier } from './use-draft-dossier.ts';
import { useNeeds } from './use-needs.ts';
import { useRules } from './use-rules.ts';
import './compose-words.ts';
import './compose.css';

/** Soạn thảo và trình: one dossier that is being written. */
export function Screen(): JSX.Element {
  const { dossier = '' } = useParams();
  return <DraftOf key={dossier} id={dossier} />;
}

function DraftOf({ id }: { readonly id: string }): JSX.Element {
  const t = useWords('compose');
  const s = useWords();
  const dossier = useDraftDossier(id);
  const needs = useNeeds(id);
  const rules = useRules();
  const [submitted, setSubmitted] = useState<string | null>(null);
  const all = [dossier, needs, rules];
  const failed = all.find((q) => q.isError && q.data === undefined);
  const title = dossier.data === undefined ? t('draft.title') : t('draft.titleOf', { code: dossier.data.code });
  const read = async (): Promise<typeof dossier.data> => (await dossier.refetch()).data;
  const open = needs.data?.step != null && needs.data.step.id !== submitted;
  const waits = all.some((q) => q.data === undefined) && failed === undefined;
  return (
    <Page title={title} help={[t('help.draft'), t('help.documents'), t('help.saving'), t('help.submit')]} extra={dossier.data === undefined ? null : <Link to={`/dossiers/${id}`}>{t('draft.whole')}</Link>}>
      {waits ? <Loading /> : null}
      {failed === undefined ? null : <Failed fault={failed.error} retry={() => void failed.refetch()} />}
      {dossier.data !== undefined && needs.data !== undefined && rules.data !== undefined ? (
        open ? (
          <>
            {dossier.data.moving ? <p role="status" className="compose-note">{s('moving')} …</p> : null}
            <Draft dossier={dossier.data} needs={needs.data} rules={rules.data} read={read} onSubmitted={setSubmitted} />
          </>
        ) : <Elsewhere dossier={dossier.data} submitted={submitted !== null} />
      ) : null}
    </Page>
  );
}
