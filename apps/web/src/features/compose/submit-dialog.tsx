import { Alert, Modal } from 'antd';
import type { JSX } from 'react';
import { ApiProblem, codeOf } from '../../kit/api/client.ts';
import { problemText } from '../../kit/ui/state-page.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { RoleWords } from './role-words.ts';
import type { Dossier, DossierDocument } from './use-draft-dossier.ts';
import type { FittingRoute } from './use-fitting-routes.ts';
import { useNextStep } from './use-next-step.ts';

interface SubmitProps {
  readonly dossier: Dossier;
  readonly draft: string | null;
  readonly route: FittingRoute | undefined;
  readonly words: RoleWords;
  readonly sending: boolean;
  readonly fault: Error | null;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** The newest of each role: what a submission freezes. */
function newestOf(documents: readonly DossierDocument[]): DossierDocument[] {
  return documents.filter((d) => !documents.some((o) => o.role === d.role && o.no > d.no));
}

/** What will be submitted and to whom it goes, before it is. */
export function SubmitDialog({ dossier, draft, route, words, sending, fault, onYes, onNo }: SubmitProps): JSX.Element {
  const t = useWords('compose');
  const next = useNextStep(dossier.id, draft).data ?? null;
  const title = next === null ? null : (route?.steps.find((s) => s.path === next.path)?.title ?? dossier.steps.find((s) => s.path === next.path)?.title ?? null);
  const who = next === null ? [] : [...next.units, ...next.people].map((w) => w.name);
  const told = fault instanceof ApiProblem && fault.problem !== null ? problemText(fault.problem) : t('notReached');
  return (
    <Modal open title={t('submit.title')} okText={t('submit.yes')} cancelText={t('submit.no')} confirmLoading={sending} onOk={onYes} onCancel={onNo} destroyOnHidden>
      <dl className="compose-known compose-confirm">
        <div><dt>{t('open.title')}</dt><dd>{dossier.title}</dd></div>
        <div>
          <dt>{t('submit.documents')}</dt>
          <dd><ul>{newestOf(dossier.documents).map((d) => <li key={d.id}>{words.numbered(d.role, d.no)}<span className="quiet"> · {d.name}</span><br /><span className="compose-hash">{t('document.hash')} <code>{d.sha256}</code></span></li>)}</ul></dd>
        </div>
        <div>
          <dt>{t('submit.next')}</dt>
          <dd>{next === null ? t('submit.nextUnknown') : <>{title === null ? next.path : inLanguage(title)}{who.length === 0 ? null : <><br /><span className="quiet">{who.slice(0, 4).join(', ')}{who.length > 4 ? t('submit.more', { count: who.length - 4 }) : ''}</span></>}</>}</dd>
        </div>
      </dl>
      <p className="quiet">{t('submit.frozen')}</p>
      {fault === null ? null : <Alert role="alert" type="error" showIcon title={told} description={codeOf(fault) === 'VERSION_MISMATCH' ? t('submit.changed') : undefined} />}
    </Modal>
  );
}
