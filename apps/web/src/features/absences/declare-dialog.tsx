import { Modal } from 'antd';
import { useId, useState, type JSX } from 'react';
import type { Me } from '../../kit/api/use-me.ts';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { DayField } from './day-field.tsx';
import { faultsOf } from './faults.ts';
import { Field } from './field.tsx';
import { PersonField } from './person-field.tsx';
import { RoutesField } from './routes-field.tsx';
import { useDeclare } from './use-declare.ts';

interface DeclareProps { readonly me: Me; readonly open: boolean; readonly onClose: () => void }
interface Wish { readonly person: string | null; readonly substitute: string | null; readonly from: string; readonly to: string; readonly routes: readonly string[] }

/** Khai vắng mặt: who stands in, from when until when, in which routes. Heads and administrators may declare it for somebody of theirs. */
export function DeclareDialog({ me, open, onClose }: DeclareProps): JSX.Element {
  const t = useWords('absences');
  const id = useId();
  const fresh: Wish = { person: null, substitute: null, from: me.today, to: me.today, routes: [] };
  const [wish, setWish] = useState<Wish>(fresh);
  const declare = useDeclare();
  const faults = faultsOf(declare.error, t('failed'));
  const set = (change: Partial<Wish>): void => {
    declare.reset();
    setWish({ ...wish, ...change });
  };
  const close = (): void => {
    declare.reset();
    onClose();
  };
  const send = (): void => {
    const { person, substitute, from, to, routes } = wish;
    if (substitute === null) return;
    declare.mutate({ ...(person === null ? {} : { person }), substitute, from, to, routes: routes.length === 0 ? null : [...routes] }, {
      onSuccess: () => {
        tell('success', t('absence.declared'));
        setWish(fresh);
        onClose();
      },
    });
  };
  return (
    <Modal title={t('absence.declare')} open={open} onCancel={close} onOk={send} okText={t('absence.send')} cancelText={t('cancel')} confirmLoading={declare.isPending} okButtonProps={{ disabled: wish.substitute === null || wish.from === '' || wish.to === '' }} destroyOnHidden>
      <div className="absences-form">
        {me.is.head || me.is.administrator ? <Field id={`${id}p`} label={t('absence.who')} hint={t('absence.whoHint')}><PersonField id={`${id}p`} value={wish.person} not={[me.person]} onPick={(person) => set({ person })} /></Field> : null}
        <Field id={`${id}s`} label={t('absence.substitute')} fault={faults.person}><PersonField id={`${id}s`} value={wish.substitute} not={[wish.person ?? me.person]} onPick={(substitute) => set({ substitute })} /></Field>
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
