import { Button } from 'antd';
import { useId, type JSX, type ReactNode } from 'react';
import { useMe } from '../../kit/api/use-me.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { FreeSubject } from './free-subject.tsx';
import { ItemPicker } from './item-picker.tsx';
import { OpenDossier } from './open-dossier.tsx';
import { RouteAsks } from './route-asks.tsx';
import { RouteChoice } from './route-choice.tsx';
import { SecrecyQuestion } from './secrecy-question.tsx';
import { subjectOf, useStartForm } from './start-form.ts';
import { useFittingRoutes } from './use-fitting-routes.ts';
import type { Rules } from './use-rules.ts';

function Part({ no, title, children }: { readonly no: number; readonly title: string; readonly children: ReactNode }): JSX.Element {
  const id = useId();
  return <section className="card compose-part" aria-labelledby={id}><h2 id={id}><span className="compose-no" aria-hidden="true">{no}</span>{title}</h2>{children}</section>;
}

/** Secrecy, then what to start from, then the route, then title and day: each part appears when the one before is answered. */
export function Start({ rules }: { readonly rules: Rules }): JSX.Element {
  const t = useWords('compose');
  const me = useMe();
  const { form, change, chooseSecrecy, clear } = useStartForm();
  const name = useId();
  const allowed = rules.secrecy.some((l) => l.level === form.secrecy && l.allowed);
  const subject = allowed ? subjectOf(form) : null;
  const route = useFittingRoutes(subject).data?.items.find((r) => r.id === form.route && r.mayStart);
  const today = me.data?.today ?? '';
  const kindOf = (kind: string): string => inLanguage(rules.kinds.find((k) => k.kind === kind)?.title) || kind;
  return (
    <>
      <Part no={1} title={t('secrecy.heading')}>
        <SecrecyQuestion levels={rules.secrecy} chosen={form.secrecy} question={t('secrecy.question')} onChoose={chooseSecrecy} />
        {form.secrecy === '' ? <p className="quiet compose-note">{t('secrecy.first')}</p> : null}
      </Part>
      {allowed ? (
        <Part no={2} title={t('from.heading')}>
          <fieldset className="compose-choices">
            <legend className="visually-hidden">{t('from.heading')}</legend>
            {(['item', 'free'] as const).map((from) => <label key={from}><input type="radio" name={name} checked={form.from === from} onChange={() => change({ from, route: '' })} />{t(`from.${from}`)}</label>)}
          </fieldset>
          {form.from === 'item' ? <ItemPicker chosen={form.item} kindOf={kindOf} onChoose={(i) => change({ item: i.code, itemTitle: i.title, route: '', title: null })} /> : null}
          {form.from === 'free' ? <FreeSubject form={form} rules={rules} change={change} /> : null}
        </Part>
      ) : null}
      {subject === null ? null : <Part no={3} title={t('route.heading')}><RouteChoice subject={subject} chosen={form.route} onChoose={(id) => change({ route: id })} /></Part>}
      {route === undefined ? null : (
        <Part no={4} title={t('open.heading')}>
          <OpenDossier form={form} route={route} today={today} change={change} clear={clear}>
            <RouteAsks form={form} route={route} rules={rules} today={today} change={change} />
          </OpenDossier>
        </Part>
      )}
      {form.from === '' ? null : <p className="compose-again"><span className="quiet">{t('kept')}</span> <Button type="link" onClick={clear}>{t('again')}</Button></p>}
    </>
  );
}
