import { Button, Checkbox } from 'antd';
import type { JSX } from 'react';
import { Refusal } from '../../kit/ui/refusal.tsx';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { may, whyNot } from './may.ts';
import { useAttend } from './use-attend.ts';
import { useFormDraft } from './use-form-draft.ts';
import type { Meeting } from './use-meeting.ts';

/** Who is present: a box a member; what is ticked is kept until it is saved. */
export function Attendance({ meeting }: { readonly meeting: Meeting }): JSX.Element {
  const t = useWords('meetings');
  const attend = useAttend(meeting.id);
  const { form, write, clear, kept } = useFormDraft<Record<string, boolean>>(`meeting:${meeting.id}:attendance`, Object.fromEntries(meeting.members.map((m) => [m.person, m.present === true])));
  const allowed = may(meeting, 'attend');
  const present = meeting.members.filter((m) => form[m.person] === true).length;
  const save = (): void => attend.mutate(meeting.members.map((m) => ({ person: m.person, present: form[m.person] === true, note: m.note })), {
    onSuccess: () => {
      clear();
      tell('success', t('attended', { present, members: meeting.members.length }));
    },
  });
  return (
    <section aria-labelledby="meeting-attendance">
      <h2 id="meeting-attendance" className="meetings-head">{t('attendance')}</h2>
      <Refusal fault={attend.error} />
      {meeting.members.length === 0 ? <p className="quiet">{t('noMembers')}</p> : (
        <>
          <p aria-live="polite"><strong>{t('presentOf', { present, members: meeting.members.length })}</strong>{kept ? ` · ${t('unsaved')}` : ''}</p>
          <ul className="meetings-members">{meeting.members.map((m) => <li key={m.person}><Checkbox disabled={!allowed} checked={form[m.person] === true} onChange={(event) => write({ [m.person]: event.target.checked })}>{m.name}</Checkbox></li>)}</ul>
          {allowed ? <div className="meetings-acts"><Button onClick={() => write(Object.fromEntries(meeting.members.map((m) => [m.person, true])))}>{t('everybody')}</Button><Button type="primary" loading={attend.isPending} onClick={save}>{t('attend')}</Button></div> : <p className="quiet">{whyNot(meeting, 'attend')}</p>}
        </>
      )}
    </section>
  );
}
