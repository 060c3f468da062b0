import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { ApiProblem } from '../../kit/api/client.ts';
import { useMe } from '../../kit/api/use-me.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { AnswerFields, missingOf, saidWith } from './answer-fields.tsx';
import { CalmModal } from './calm-modal.tsx';
import { useForm } from './form.ts';
import { offersOf } from './offers.ts';
import type { DialogProps } from './opened-act.tsx';
import { Shown } from './shown.tsx';
import { Told } from './told.tsx';
import { useSay } from './use-say.ts';
import { useStanding } from './use-standing.ts';

/** The confirm step of a leader: what is decided, what will be recorded, a reason where one is needed. It is sent with the tag of the content that was read. */
export function SayDialog({ card, now, agrees, onClose, onDone }: DialogProps & { readonly agrees: boolean }): JSX.Element {
  const t = useWords('leader');
  const { data: me } = useMe();
  const form = useForm(`leader.${agrees ? 'agree' : 'other'}.${card.task}`);
  const [tried, setTried] = useState(false);
  const say = useSay();
  const standing = useStanding(card, now, say.isPending || say.isSuccess);
  const { yes, others } = offersOf(card);
  const answers = agrees ? (yes === null ? [] : [yes]) : others;
  const chosen = answers.length === 1 ? (answers[0] ?? null) : (answers.find(({ outcome }) => outcome === form.of('outcome')) ?? null);
  const missing = missingOf(chosen, form);
  const conflict = say.error instanceof ApiProblem && (say.error.status === 409 || say.error.status === 412);
  const label = chosen === null ? null : inLanguage(chosen.label);
  const name = me?.name ?? '';
  const actsFor = card.inSteadOf ?? card.byAuthorityOf;
  const send = (): void => {
    setTried(true);
    if (chosen === null || missing.length > 0) return;
    // After a conflict the act is meant for the state that is told above.
    const etag = conflict ? (now?.etag ?? card.etag) : card.etag;
    say.mutate({ task: card.task, etag, verb: chosen.verb, outcome: chosen.outcome, ...saidWith(chosen, form) }, {
      onSuccess: ({ moving }) => {
        form.clear();
        onDone(t(moving ? 'done.sayMoving' : 'done.say', { what: label, title: card.dossier.title }));
      },
    });
  };
  const recorded = label === null ? null : actsFor === null ? t('shown.own', { what: label, name }) : t('shown.instead', { what: label, name, of: actsFor.name });
  return (
    <CalmModal title={agrees && label !== null ? label : t('other')} onClose={onClose} buttons={[
      <Button key="send" type="primary" loading={say.isPending} disabled={standing.gone || answers.length === 0} onClick={send}>{conflict ? t('again') : label === null ? t('send') : t('sendAs', { what: label })}</Button>, <Button key="later" onClick={onClose}>{t('later')}</Button>,
    ]}>
      <Told fault={say.error} standing={standing} />
      <Shown card={card} recorded={recorded} />
      <AnswerFields answers={answers} chosen={chosen} form={form} dossier={standing.dossier} missing={tried ? missing : []} />
    </CalmModal>
  );
}
