import { Button, Modal } from 'antd';
import { useEffect, useRef, useState, type JSX } from 'react';
import { useDraft } from '../../../kit/ui/drafts.ts';
import { tell } from '../../../kit/ui/tell.tsx';
import { useWords } from '../../../kit/words/use-words.ts';
import { ActFields } from './act-fields.tsx';
import { ActTold } from './act-told.tsx';
import { useAfterAct } from './after-act.ts';
import { draftName, nameOf } from './offer-buttons.tsx';
import type { Offer } from './offers.ts';
import { problemOf, wrongField } from './refusals.ts';
import type { ActAnswer, Dossier, Task } from './shapes.ts';
import { ShownContent } from './shown-content.tsx';
import { ShownProposal } from './shown-proposal.tsx';
import { formOf } from './form.ts';
import { useSendAct } from './use-send-act.ts';
import { useTask } from './use-task.ts';
import { isEmpty, requestOf, textOf, valuesOf, type Value, type Values } from './values.ts';

interface DialogProps {
  /** The act as it was when the dialog was opened, and as the server allows it now (null: no longer). */
  readonly opened: Offer;
  readonly now: Offer | null;
  readonly dossier: Dossier;
  readonly etag: string;
  readonly task: Task | null;
  /** What the unfinished text belongs to. */
  readonly scope: string;
  /** `done`: the act was taken. */
  readonly onClose: (done: boolean) => void;
}

/** What an act says and is asked for. It is sent with the tag of the state in which it was opened; whoever was first is told, and what was typed stays. */
export function ActDialog({ opened, now, dossier, etag, task, scope, onClose }: DialogProps): JSX.Element {
  const t = useWords('acts');
  const draft = useDraft(draftName(scope, opened.key));
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const file = useRef<File | null>(null);
  const after = useAfterAct();
  const act = now ?? opened;
  const values = { ...onlyTargets(act), ...valuesOf(draft.text) };
  const target = textOf(values, 'which') || (act.row.on === 'task' ? (act.action.task ?? (act.action.targets?.length === 1 ? act.action.targets[0] : undefined) ?? null) : null);
  const { data: others } = useTask(act.row.on === 'task' && act.action.task === null ? target : null, dossier.id);
  const form = formOf(act, task ?? null, others ?? null, values, wrong);
  const tag = tagNow(act, dossier, etag, target);
  const [before, setBefore] = useState({ tag, manifest: dossier.manifest, decisions: dossier.decisions.map(({ id }) => id), seen: seenOf(dossier) });
  const send = useSendAct(() => file.current);
  const name = nameOf(t, opened, dossier.round);
  const moving = (dossier.moving || task?.moving === true) && act.row.tag !== null;
  // The answer may have been lost on its way: asking again with the same key tells.
  const unanswered = send.error !== null && problemOf(send.error) === null;
  const conflict = problemOf(send.error)?.status === 409 || problemOf(send.error)?.status === 412;

  const latest = useRef(values);
  useEffect(() => {
    latest.current = values;
  });
  // Of the latest values, since an upload may end long after it was begun.
  const fill = (field: string, value: Value, also: Values = {}): void => {
    latest.current = { ...latest.current, ...also, [field]: value };
    draft.write(JSON.stringify(latest.current));
    setWrong((old) => Object.fromEntries(Object.entries(old).filter(([key]) => key !== field)));
  };
  const chooseFile = (chosen: File | null): void => {
    file.current = chosen;
    fill('fileName', chosen?.name ?? '');
  };
  // One's own scan is no change by somebody else.
  const scanned = (field: string, document: string, answer: ActAnswer): void => {
    fill(field, document);
    if (act.row.tag === 'dossier') setBefore((old) => (old.tag === tag ? { ...old, tag: answer.etag } : old));
  };
  const accepted = (answer: ActAnswer): void => {
    draft.clear();
    onClose(true);
    const went = after(answer);
    tell('success', [t('done', { what: name }), ...(answer.moving ? [t('doneMoving')] : []), ...(went === 'next' ? [t('doneNext')] : [])].join(' '));
  };
  const submit = (): void => {
    const missing = form.fields.filter((field) => form.needs(field) && (field.kind === 'file' ? file.current === null : isEmpty(field, values)));
    const faults = { ...Object.fromEntries(missing.map(({ name: field }) => [field, t('dialog.needed')])), ...(form.lacksAnswer ? { outcome: t('dialog.needed') } : {}), ...(act.row.on === 'task' && target === null ? { which: t('dialog.needed') } : {}) };
    setWrong(faults);
    const first = Object.keys(faults)[0];
    if (first !== undefined) return focusField(first);
    const request = requestOf(act.row, form.fields, values, form.outcome, dossier);
    const id = act.row.on === 'task' ? (target ?? '') : dossier.id;
    // After a conflict the act is meant for the state that is shown now; so it is where the chain only grew by what changes nothing of what was read: a look, a notice sent.
    const isSame = act.row.tag === 'dossier' && now !== null && before.seen === seenOf(dossier);
    const current = conflict || isSame ? tag : before.tag;
    if (conflict) setBefore({ tag, manifest: dossier.manifest, decisions: dossier.decisions.map((d) => d.id), seen: seenOf(dossier) });
    const chosen = file.current;
    send.mutate({ row: act.row, body: request.body, path: { id, ...request.path }, etag: current, ...(chosen === null ? {} : { file: { name: chosen.name, size: chosen.size, at: chosen.lastModified } }) }, {
      onSuccess: accepted,
      onError: (fault) => {
        const at = wrongField(fault, form.fields);
        if (at === null) return;
        setWrong({ [at.field]: at.text });
        focusField(at.field);
      },
    });
  };
  const gone = now === null;
  const later = (): void => onClose(false);
  return (
    <Modal open title={name} onCancel={later} width={620} mask={{ closable: false }} afterOpenChange={(shown) => { if (shown) focusFirst(); }}
      footer={[
        <Button key="later" onClick={later}>{t('dialog.cancel')}</Button>,
        <Button key="send" id="act-send" type="primary" danger={act.row.final === true} loading={send.isPending} disabled={!unanswered && (moving || (gone && !send.isPending))} onClick={submit}>{t(conflict ? 'dialog.again' : 'dialog.send', { what: name })}</Button>,
      ]}
    >
      <p className="act-about">{t(`about.${act.verb}`)}{act.row.final === true ? <> <strong>{t('dialog.final')}</strong></> : null}</p>
      <ActTold fault={send.error} atField={Object.keys(wrong).length > 0} gone={gone} moving={moving} fresh={form.fresh} dossier={dossier} before={before} onLook={later} />
      {act.row.place === 'say' || act.verb === 'submit' || act.verb === 'finish' || act.verb === 'issue' ? <ShownContent dossier={dossier} task={task} outcome={act.answer === null ? null : name} /> : null}
      <ShownProposal dossier={dossier} id={textOf(values, 'proposal')} />
      <ActFields form={form} act={act} dossier={dossier} etag={etag} task={act.action.task === null ? (others ?? null) : task} target={target} values={values} wrong={wrong} fill={fill} onFile={chooseFile} onScanned={scanned} />
    </Modal>
  );
}

/** What somebody who acts on the dossier as a whole has read of it. */
const seenOf = ({ title, round, manifest, status, steps, decisions, demands, proposals, opinions, agenda }: Dossier): string => JSON.stringify([title, round, manifest, status, steps.map(({ id, state }) => [id, state]), decisions.map(({ id }) => id), demands, proposals, opinions, agenda]);

/** What an act has to name where there is only one such thing: it is chosen already. */
function onlyTargets({ row, action: { targets = [] } }: Offer): Values {
  const [only, ...more] = targets;
  if (only === undefined || more.length > 0) return {};
  return Object.fromEntries(row.fields.filter((f) => f.kind === 'target' && f.asked === 'always' && f.of !== 'visited' && f.of !== 'back').map((f) => [f.name, only]));
}

/** The tag that the act has to carry now. */
function tagNow({ row, action }: Offer, dossier: Dossier, etag: string, target: string | null): string | null {
  if (row.tag === null) return null;
  if (row.tag === 'dossier') return action.etag ?? etag;
  return action.etag ?? dossier.tasks.find(({ id }) => id === target)?.etag ?? null;
}

/** The first thing to fill in; where there is none, the act itself. */
function focusFirst(): void {
  (document.querySelector<HTMLElement>('.act-form :is(textarea, input:not([type=file]))') ?? document.getElementById('act-send'))?.focus();
}

function focusField(name: string): void {
  requestAnimationFrame(() => document.getElementById(`act-${name}`)?.focus());
}
