import { Checkbox, Input, Modal } from 'antd';
import { useId, useState, type JSX } from 'react';
import type { Me } from '../../kit/api/use-me.ts';
import { useDraft } from '../../kit/ui/drafts.ts';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { DayField } from './day-field.tsx';
import { faultsOf } from './faults.ts';
import { Field } from './field.tsx';
import { PersonField } from './person-field.tsx';
import { RoutesField } from './routes-field.tsx';
import { useGrant, type Grant } from './use-grant.ts';

interface GrantProps { readonly me: Me; readonly open: boolean; readonly onClose: () => void }
interface Wish { readonly grantee: string | null; readonly verbs: Grant['verbs']; readonly from: string; readonly to: string; readonly routes: readonly string[] }

const VERBS = ['decide', 'sign', 'confirm'] as const;

/** Ủy quyền bằng văn bản (TUQ): its number, to whom, what, from when until when, in which routes. */
export function GrantDialog({ me, open, onClose }: GrantProps): JSX.Element {
  const t = useWords('absences');
  const id = useId();
  const fresh: Wish = { grantee: null, verbs: ['sign'], from: me.today, to: me.today, routes: [] };
  const [wish, setWish] = useState<Wish>(fresh);
  const number = useDraft('authority:number');
  const grant = useGrant();
  const faults = faultsOf(grant.error, t('failed'));
  const set = (change: Partial<Wish>): void => {
    grant.reset();
    setWish({ ...wish, ...change });
  };
  const close = (): void => {
    grant.reset();
    onClose();
  };
  const send = (): void => {
    const { grantee, verbs, from, to, routes } = wish;
    if (grantee === null) return;
    grant.mutate({ grantee, number: number.text.trim(), verbs, from, to, routes: routes.length === 0 ? null : [...routes] }, {
      onSuccess: () => {
        tell('success', t('authority.granted'));
        number.clear();
        setWish(fresh);
        onClose();
      },
    });
  };
  const ready = wish.grantee !== null && number.text.trim() !== '' && wish.verbs.length > 0 && wish.from !== '' && wish.to !== '';
  return (
    <Modal title={t('authority.grant')} open={open} onCancel={close} onOk={send} okText={t('authority.send')} cancelText={t('cancel')} confirmLoading={grant.isPending} okButtonProps={{ disabled: !ready }} destroyOnHidden>
      <div className="absences-form">
        <Field id={`${id}n`} label={t('authority.number')} hint={t('authority.numberHint')}><Input id={`${id}n`} value={number.text} maxLength={100} onChange={(event) => number.write(event.target.value)} /></Field>
        <Field id={`${id}g`} label={t('authority.grantee')} fault={faults.person}><PersonField id={`${id}g`} value={wish.grantee} not={[me.person]} onPick={(grantee) => set({ grantee })} /></Field>
        <fieldset className="absences-field">
          <legend>{t('authority.verbs')}</legend>
          {VERBS.map((verb) => <Checkbox key={verb} checked={wish.verbs.includes(verb)} onChange={(event) => set({ verbs: VERBS.filter((v) => (v === verb ? event.target.checked : wish.verbs.includes(v))) })}>{t(`verb.${verb}`)}</Checkbox>)}
        </fieldset>
        <div className="absences-days">
          <Field id={`${id}f`} label={t('from')}><DayField id={`${id}f`} value={wish.from} first={me.today} onChange={(from) => set({ from, ...(wish.to < from ? { to: from } : {}) })} /></Field>
          <Field id={`${id}t`} label={t('to')}><DayField id={`${id}t`} value={wish.to} first={wish.from || me.today} onChange={(to) => set({ to })} /></Field>
        </div>
        {faults.days === null ? null : <p className="absences-fault" role="alert">{faults.days}</p>}
        <Field id={`${id}r`} label={t('routes')} fault={faults.routes}><RoutesField id={`${id}r`} value={wish.routes} onChange={(routes) => set({ routes })} /></Field>
        {faults.form === null ? null : <p className="absences-fault" role="alert">{faults.form}</p>}
      </div>
    </Modal>
  );
}
