import { Alert, Button, Input } from 'antd';
import { useState, type JSX, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem } from '../../kit/api/client.ts';
import { problemText } from '../../kit/ui/state-page.tsx';
import { tell } from '../../kit/ui/tell.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { DayInput } from './day-input.tsx';
import { Field } from './field.tsx';
import { NAMED_PARTS } from './route-asks.tsx';
import { lackingOf, requestOf, type StartForm } from './start-form.ts';
import type { FittingRoute } from './use-fitting-routes.ts';
import { useOpenDossier } from './use-open-dossier.ts';

interface OpenProps { readonly form: StartForm; readonly route: FittingRoute | undefined; readonly today: string; readonly change: (part: Partial<StartForm>) => void; readonly clear: () => void; readonly children: ReactNode }

/** Title, the day that is aimed at, and the act that opens the dossier; what is missing is said when it is tried. */
export function OpenDossier({ form, route, today, change, clear, children }: OpenProps): JSX.Element {
  const t = useWords('compose');
  const open = useOpenDossier();
  const go = useNavigate();
  const [tried, setTried] = useState(false);
  const lacking = lackingOf(form, route);
  const send = (): void => {
    setTried(true);
    if (route === undefined || lacking.length > 0) return;
    open.mutate(requestOf(form, route), {
      onSuccess: (answer) => {
        clear();
        tell('success', t('open.done'));
        void go(`/compose/${answer.dossier}`);
      },
    });
  };
  const fault = open.error;
  return (
    <>
      <div className="compose-grid">
        <Field id="title" label={t('open.title')} note={form.from === 'item' ? t('open.titleNote') : null}>
          <Input.TextArea id="title" autoSize={{ minRows: 2, maxRows: 6 }} value={form.title ?? form.itemTitle} onChange={(e) => change({ title: e.target.value })} />
        </Field>
        <Field id="due" label={t('open.due')} note={t('open.dueNote')}><DayInput id="due" value={form.dueOn} from={today} clearable onChange={(dueOn) => change({ dueOn })} /></Field>
      </div>
      {children}
      {tried && lacking.length > 0 ? <Alert role="alert" type="warning" showIcon title={t('open.lacking', { count: lacking.length, what: lacking.map((l) => wordOf(t, l, route)).join(', ') })} /> : null}
      {fault === null ? null : <Alert role="alert" type="error" showIcon title={fault instanceof ApiProblem && fault.problem !== null ? problemText(fault.problem) : t('notReached')} />}
      <div className="compose-acts"><Button type="primary" size="large" loading={open.isPending} onClick={send}>{t('open.act')}</Button><span className="quiet">{t('open.after')}</span></div>
    </>
  );
}

function wordOf(t: (key: string) => string, lacking: string, route: FittingRoute | undefined): string {
  const [kind = '', name = ''] = lacking.split('.');
  if (kind === 'field') return inLanguage(route?.fields.find((f) => f.name === name)?.title) || name;
  return kind === 'title' ? t('open.title') : kind === 'issuingUnit' ? t('free.issuingUnit') : kind === 'register' ? t('part.register') : NAMED_PARTS.has(name) ? t(`part.${name}`) : kind === 'route' ? t('route.heading') : name;
}
