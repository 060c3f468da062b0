import { Button, Checkbox, Input, Modal } from 'antd';
import { useId, type JSX } from 'react';
import { Refusal } from '../../kit/ui/refusal.tsx';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { ofPoint } from './may.ts';
import { NamesTable } from './names-table.tsx';
import { useFormDraft } from './use-form-draft.ts';
import type { Meeting, Point } from './use-meeting.ts';
import { useRecordResult, type Choice } from './use-record-result.ts';

export const CHOICES: readonly Choice[] = ['yes', 'no', 'other', 'abstain'];
interface ResultForm { present: string; yes: string; no: string; other: string; abstain: string; byName: boolean; names: Record<string, Choice>; chair: Choice | ''; demands: string }

/** What a meeting counted on one dossier; it holds once another person has confirmed it. */
export function ResultDialog({ meeting, point, onClose }: { readonly meeting: Meeting; readonly point: Point; readonly onClose: () => void }): JSX.Element {
  const t = useWords('meetings');
  const id = useId();
  const there = meeting.members.filter(({ present }) => present === true);
  const { form, write, clear } = useFormDraft<ResultForm>(`meeting:${meeting.id}:result:${point.step}`, { present: there.length === 0 ? '' : String(there.length), yes: '', no: '0', other: '0', abstain: '0', byName: false, names: {}, chair: '', demands: '' });
  const record = useRecordResult();
  const count = (choice: Choice): number => (form.byName ? Object.values(form.names).filter((said) => said === choice).length : Number(form[choice] || 'x'));
  const counts = { present: Number(form.present || 'x'), yes: count('yes'), no: count('no'), other: count('other'), abstain: count('abstain') };
  const whole = Object.values(counts).every((n) => Number.isInteger(n) && n >= 0);
  const send = (): void => {
    const etag = ofPoint(point.allowedActions, 'recordResult')?.etag ?? point.dossierEtag;
    if (point.recordTask === null || etag === null) return;
    record.mutate({ task: point.recordTask, etag, result: { ...counts, meeting: meeting.id, chair: form.chair || null, names: form.byName ? form.names : null, demands: form.demands.split('\n').map((line) => line.trim()).filter(Boolean) } }, {
      onSuccess: () => {
        clear();
        onClose();
        tell('success', t('recorded'));
      },
    });
  };
  return (
    <Modal open width={640} title={t('record')} onCancel={onClose} mask={{ closable: false }} footer={[<Button key="no" onClick={onClose}>{t('close')}</Button>, <Button key="yes" type="primary" loading={record.isPending} disabled={!whole} onClick={send}>{t('recordSend')}</Button>]}>
      <p><strong>{point.dossier?.title}</strong></p>
      <Refusal fault={record.error} />
      <p className="quiet">{t('recordText')}</p>
      <div className="meetings-counts">
        <span><label htmlFor={`${id}p`}>{t('choice.present')}</label><Input id={`${id}p`} inputMode="numeric" value={form.present} onChange={(event) => write({ present: event.target.value })} /></span>
        {CHOICES.map((choice) => <span key={choice}><label htmlFor={`${id}${choice}`}>{t(`choice.${choice}`)}</label><Input id={`${id}${choice}`} inputMode="numeric" disabled={form.byName} value={form.byName ? String(count(choice)) : form[choice]} onChange={(event) => write({ [choice]: event.target.value })} /></span>)}
      </div>
      <Checkbox checked={form.byName} onChange={(event) => write({ byName: event.target.checked })}>{t('byName')}</Checkbox>
      {form.byName ? <NamesTable members={there.length === 0 ? meeting.members : there} names={form.names} onSay={(person, choice) => write({ names: { ...form.names, [person]: choice } })} /> : null}
      <p><label htmlFor={`${id}c`}>{t('chair')}</label> <select id={`${id}c`} className="meetings-select" value={form.chair} onChange={(event) => write({ chair: event.target.value as Choice | '' })}><option value="">–</option>{CHOICES.map((choice) => <option key={choice} value={choice}>{t(`choice.${choice}`)}</option>)}</select></p>
      <label htmlFor={`${id}d`}>{t('demands')}</label>
      <Input.TextArea id={`${id}d`} rows={3} value={form.demands} onChange={(event) => write({ demands: event.target.value })} />
    </Modal>
  );
}
