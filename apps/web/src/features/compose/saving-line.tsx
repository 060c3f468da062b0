import { Alert, Button } from 'antd';
import type { JSX } from 'react';
import { useMe } from '../../kit/api/use-me.ts';
import { time } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Autosave } from './use-autosave.ts';
import { valueIn } from './typed-facts.ts';
import type { Dossier } from './use-draft-dossier.ts';

/** Whether what was typed is on the server: "đã lưu 14:05". After a clash both are shown, and the person decides. */
export function SavingLine({ auto, dossier }: { readonly auto: Autosave; readonly dossier: Dossier }): JSX.Element {
  const t = useWords('compose');
  const { saving } = auto;
  const me = useMe();
  // By the office's clock, as everything else on the screen.
  const ahead = me.data === undefined ? 0 : Date.parse(me.data.now) - me.dataUpdatedAt;
  return (
    <>
      <p className="compose-saving quiet" role="status">
        {saving.state === 'rest' ? t('saving.auto') : null}
        {saving.state === 'typing' || saving.state === 'saving' ? t('saving.now') : null}
        {saving.state === 'saved' ? t('saving.saved', { at: time(new Date(saving.at.getTime() + ahead)) }) : null}
      </p>
      {saving.state === 'failed' ? <Alert role="alert" type="warning" showIcon title={saving.why ?? t('saving.notReached')} description={t('saving.kept')} action={<Button size="small" onClick={auto.save}>{t('retry')}</Button>} /> : null}
      {saving.state === 'clash' ? (
        <Alert role="alert" type="warning" showIcon title={t('saving.clash')}
          description={(
            <>
              {saving.parts.map((part) => <p key={part}>{t('saving.theirs', { theirs: String(valueIn(dossier, part) ?? '') })}</p>)}
              <div className="compose-acts"><Button size="small" type="primary" onClick={auto.keepMine}>{t('saving.keepMine')}</Button><Button size="small" onClick={auto.takeTheirs}>{t('saving.takeTheirs')}</Button></div>
            </>
          )}
        />
      ) : null}
    </>
  );
}
