import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useId, useState, type JSX } from 'react';
import { day } from '../../kit/format/format.ts';
import { Refusal } from '../../kit/ui/refusal.tsx';
import { tell } from '../../kit/ui/tell.tsx';
import { WhenAllowed } from '../../kit/ui/when-allowed.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { may, whyNot } from './may.ts';
import { useConclude } from './use-conclude.ts';
import { useFinishAssignment } from './use-finish-assignment.ts';
import { useFormDraft } from './use-form-draft.ts';
import type { Meeting } from './use-meeting.ts';
import { useUnits } from './use-units.ts';

/** The conclusion and the tasks it gives; entering it closes the meeting. */
export function Conclusion({ meeting }: { readonly meeting: Meeting }): JSX.Element {
  const t = useWords('meetings');
  const finish = useFinishAssignment();
  return (
    <section aria-labelledby="meeting-conclusion">
      <h2 id="meeting-conclusion" className="meetings-head">{t('conclusion')}</h2>
      {meeting.conclusion === null ? may(meeting, 'conclude') ? <ConclusionForm meeting={meeting} /> : <p className="quiet">{whyNot(meeting, 'conclude')}</p> : <p className="meetings-text">{meeting.conclusion}</p>}
      <Refusal fault={finish.error} />
      {meeting.assignments.length === 0 ? null : <ul className="meetings-papers">{meeting.assignments.map((a) => <li key={a.id}><strong>{a.unit.name}</strong>: {a.text} <span className="quiet">{a.dueOn === null ? '' : t('dueOn', { day: day(a.dueOn) })}{a.doneOn === null ? '' : ` · ${t('doneOn', { day: day(a.doneOn), name: a.doneBy?.name ?? '' })}`}</span> <span className="meetings-noprint"><WhenAllowed actions={a.allowedActions} verb="finishAssignment"><Button size="small" onClick={() => finish.mutate(a.id)}>{t('finish')}</Button></WhenAllowed></span></li>)}</ul>}
    </section>
  );
}

interface Given { readonly unit: string; readonly text: string; readonly dueOn: string }

function ConclusionForm({ meeting }: { readonly meeting: Meeting }): JSX.Element {
  const t = useWords('meetings');
  const id = useId();
  const [search, setSearch] = useState('');
  const units = useUnits(search).data ?? [];
  const { form, write, clear } = useFormDraft<{ text: string; given: readonly Given[] }>(`meeting:${meeting.id}:conclusion`, { text: '', given: [] });
  const conclude = useConclude(meeting.id);
  const change = (at: number, part: Partial<Given>): void => write({ given: form.given.map((g, i) => (i === at ? { ...g, ...part } : g)) });
  const send = (): void => conclude.mutate({ text: form.text.trim(), assignments: form.given.map((g) => ({ unit: g.unit, text: g.text.trim(), dueOn: g.dueOn || null, dossier: null })) }, {
    onSuccess: () => {
      clear();
      tell('success', t('concluded'));
    },
  });
  return (
    <div className="meetings-form meetings-noprint">
      <Refusal fault={conclude.error} />
      <label htmlFor={`${id}c`}>{t('conclusionText')}</label>
      <Input.TextArea id={`${id}c`} rows={4} value={form.text} onChange={(event) => write({ text: event.target.value })} />
      {form.given.map((g, i) => (
        <fieldset key={i} className="meetings-given">
          <legend>{t('given', { no: i + 1 })}</legend>
          <Select aria-label={t('field.unit')} showSearch={{ filterOption: false, onSearch: setSearch }} placeholder={t('field.unit')} value={g.unit || null} onChange={(unit: string) => change(i, { unit })} options={units.map((unit) => ({ value: unit.id, label: unit.name }))} />
          <Input aria-label={t('field.work')} placeholder={t('field.work')} value={g.text} onChange={(event) => change(i, { text: event.target.value })} />
          <DatePicker aria-label={t('field.due')} placeholder={t('field.due')} format="D/M/YYYY" value={g.dueOn === '' ? null : dayjs(g.dueOn)} onChange={(value) => change(i, { dueOn: value?.format('YYYY-MM-DD') ?? '' })} />
          <Button onClick={() => write({ given: form.given.filter((_, at) => at !== i) })}>{t('remove')}</Button>
        </fieldset>
      ))}
      <div className="meetings-acts"><Button onClick={() => write({ given: [...form.given, { unit: '', text: '', dueOn: '' }] })}>{t('addGiven')}</Button><Button type="primary" loading={conclude.isPending} disabled={form.text.trim() === '' || form.given.some((g) => g.unit === '' || g.text.trim() === '')} onClick={send}>{t('conclude')}</Button></div>
    </div>
  );
}
