import { Button, Checkbox, Radio } from 'antd';
import { useId, useState, type JSX } from 'react';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { refusalWords } from '../../kit/ui/refusal-words.ts';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { KINDS } from './kinds.ts';
import { usePreferences, type MailPreferences } from './use-preferences.ts';
import { useSetPreferences, type PreferencesWish } from './use-set-preferences.ts';

/** How I am told by letter: each, one a day, or none; which kinds send none. */
export function PreferencesCard(): JSX.Element {
  const t = useWords('notices');
  const { data, error, refetch } = usePreferences();
  return (
    <section className="card" aria-labelledby="notices-letters">
      <h2 id="notices-letters" className="notices-head">{t('letters.title')}</h2>
      {data === undefined ? error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} /> : <Form kept={data} />}
    </section>
  );
}

function Form({ kept }: { readonly kept: MailPreferences }): JSX.Element {
  const t = useWords('notices');
  const id = useId();
  const save = useSetPreferences();
  const [edit, setEdit] = useState<Partial<PreferencesWish>>({});
  const { email, language, digest, quiet } = { ...kept, ...edit };
  const send = (): void => save.mutate({ email, language, digest, quiet }, {
    onSuccess: () => {
      setEdit({});
      tell('success', t('letters.saved'));
    },
    onError: (fault) => tell('error', refusalWords(fault, t('failed'))),
  });
  const hush = (kind: MailPreferences['quiet'][number], on: boolean): void => setEdit({ ...edit, quiet: on ? [...quiet, kind] : quiet.filter((k) => k !== kind) });
  return (
    <form className="notices-form" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <p className="quiet">{kept.address === null ? t('letters.nowhere') : t('letters.address', { address: kept.address })}{kept.mailIsOn ? '' : ` ${t('letters.off')}`}</p>
      <fieldset>
        <legend>{t('letters.how')}</legend>
        <Radio.Group className="notices-column" name={`${id}how`} value={email} onChange={(event) => setEdit({ ...edit, email: event.target.value as PreferencesWish['email'] })} options={(['each', 'digest', 'none'] as const).map((value) => ({ value, label: t(`letters.${value}`) }))} />
      </fieldset>
      {email === 'each' ? <Checkbox checked={digest} onChange={(event) => setEdit({ ...edit, digest: event.target.checked })}>{t('letters.daily')}</Checkbox> : null}
      <fieldset>
        <legend>{t('letters.language')}</legend>
        <Radio.Group name={`${id}lang`} value={language} onChange={(event) => setEdit({ ...edit, language: event.target.value as PreferencesWish['language'] })} options={(['vi', 'en'] as const).map((value) => ({ value, label: t(`letters.${value}`) }))} />
      </fieldset>
      <details>
        <summary>{t('letters.quiet', { count: quiet.length })}</summary>
        <fieldset className="notices-column">
          <legend className="quiet">{t('letters.quietText')}</legend>
          {KINDS.map((kind) => <Checkbox key={kind} checked={quiet.includes(kind)} onChange={(event) => hush(kind, event.target.checked)}>{t(`kind.${kind}`)}</Checkbox>)}
        </fieldset>
      </details>
      <Button htmlType="submit" type="primary" disabled={Object.keys(edit).length === 0} loading={save.isPending}>{t('letters.save')}</Button>
    </form>
  );
}
