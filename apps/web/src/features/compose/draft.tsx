import { useRef, useState, type JSX } from 'react';
import { useMe } from '../../kit/api/use-me.ts';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { useActLane } from './act-lane.ts';
import { useAutosave } from './use-autosave.ts';
import { DocumentsCard } from './documents-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { MissingCard } from './missing-card.tsx';
import { ReturnedReasons } from './returned-reasons.tsx';
import { useRoleWords } from './role-words.ts';
import { SubmitDialog } from './submit-dialog.tsx';
import { UploadPanel, type UploadWish } from './upload-panel.tsx';
import { useUploadQueue } from './upload-queue.ts';
import type { Dossier } from './use-draft-dossier.ts';
import { useFittingRoutes } from './use-fitting-routes.ts';
import type { Needs } from './use-needs.ts';
import type { Rules } from './use-rules.ts';
import { useSubmit } from './use-submit.ts';

interface DraftProps { readonly dossier: Dossier; readonly needs: Needs; readonly rules: Rules; readonly read: () => Promise<Dossier | undefined>; readonly onSubmitted: (step: string | null) => void }

/** An open draft: what it says, its papers, what is missing, and the submission. */
export function Draft({ dossier, needs, rules, read, onSubmitted }: DraftProps): JSX.Element {
  const t = useWords('compose');
  const today = useMe().data?.today ?? '';
  const lane = useActLane(dossier, read);
  const auto = useAutosave(dossier, lane);
  const queue = useUploadQueue(dossier.id, lane);
  const words = useRoleWords(rules);
  const submit = useSubmit(dossier.id);
  const [asking, setAsking] = useState(false);
  const [wish, setWish] = useState<UploadWish>({ role: needs.missing[0] ?? needs.documents[0]?.role ?? 'du-thao', secrecy: '', asked: 0 });
  const button = useRef<HTMLButtonElement>(null);
  const routes = useFittingRoutes(dossier.item === null ? { kind: dossier.kind, leadUnit: dossier.leadUnit.id } : { item: dossier.item.code });
  const route = routes.data?.items.find((r) => r.id === dossier.route?.id);
  const may = (verb: string): boolean => dossier.allowedActions.some((a) => a.verb === verb && a.allowed);
  const going = queue.entries.some((e) => e.state === 'waiting' || e.state === 'sending');
  const needed = needs.documents.map((d) => d.role);
  const roles = [...new Set([...needed, ...dossier.documents.map((d) => d.role), ...rules.roles.map((r) => r.role)])];
  const close = (): void => {
    setAsking(false);
    submit.reset();
    // Once the dialog is gone, which keeps the focus until then.
    requestAnimationFrame(() => button.current?.focus());
  };
  const send = (): void => {
    lane.run((etag) => submit.mutateAsync({ etag })).then(() => {
      tell('success', t('submit.done', { code: dossier.code }));
      onSubmitted(needs.step?.id ?? null);
    }, () => lane.anew());
  };
  return (
    <div className="compose-draft">
      <div className="compose-main">
        <ReturnedReasons dossier={dossier} />
        <FactsCard dossier={dossier} auto={auto} fields={route?.fields ?? []} today={today} locked={!may('edit')} />
        <DocumentsCard documents={dossier.documents} needed={needed} words={words}>
          {may('attach') ? <UploadPanel rules={rules} roles={roles} words={words} documents={dossier.documents} queue={queue} wish={wish} onWish={setWish} /> : null}
        </DocumentsCard>
      </div>
      <aside className="compose-side" aria-label={t('missing.aside')}>
        <MissingCard needs={needs} words={words} dossier={dossier.id} busy={going ? t('submit.wait') : auto.pending ? t('submit.unsaved') : null} button={button} onAdd={(role) => setWish({ ...wish, role, asked: wish.asked + 1 })} onSubmit={() => setAsking(true)} />
      </aside>
      {asking ? <SubmitDialog dossier={dossier} draft={needs.step?.path ?? null} route={route} words={words} sending={submit.isPending} fault={submit.error} onYes={send} onNo={close} /> : null}
    </div>
  );
}
