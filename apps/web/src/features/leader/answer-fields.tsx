import { Input, Radio } from 'antd';
import { useId, type JSX } from 'react';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { linesOf, type Form } from './form.ts';
import type { Dossier } from './use-dossier.ts';
import type { Answer } from './use-leader-desk.ts';

interface FieldsProps {
  /** To choose from; the route's own words. */
  readonly answers: readonly Answer[];
  readonly chosen: Answer | null;
  readonly form: Form;
  readonly dossier: Dossier | undefined;
  /** Fields that are empty and must not be. */
  readonly missing: readonly string[];
}

/** What is still to be filled in so that an answer can be sent. */
export const missingOf = (chosen: Answer | null, form: Form): readonly string[] => [
  ...(chosen === null ? ['outcome'] : []), ...(chosen?.needsReason === true && form.of('reason').trim() === '' ? ['reason'] : []), ...(chosen?.needsDemands === true && linesOf(form.of('demands')).length === 0 ? ['demands'] : []),
];

/** What of the form goes with an answer. */
export const saidWith = (chosen: Answer, form: Form): { readonly reason: string | null; readonly to: string | null; readonly demands: readonly string[] } => ({
  reason: chosen.verb === 'sign' ? null : form.of('reason').trim() || null, to: chosen.returnTargets.includes(form.of('to')) ? form.of('to') : null, demands: chosen.needsDemands ? linesOf(form.of('demands')) : [],
});

/** The answer, where there is more than one, and what belongs to it: reason, demands, where a return leads. */
export function AnswerFields({ answers, chosen, form, dossier, missing }: FieldsProps): JSX.Element {
  const t = useWords('leader');
  const id = useId();
  const lacks = (field: string): JSX.Element | null => (missing.includes(field) ? <p className="leader-lacks" id={`${id}${field}-lacks`} role="alert">{t('needed')}</p> : null);
  const titleOf = (path: string): string => inLanguage(dossier?.steps.find((s) => s.path === path && s.title !== null)?.title) || path;
  return (
    <>
      {answers.length < 2 ? null : (
        <fieldset className="leader-answers">
          <legend>{t('field.outcome')}</legend>
          <Radio.Group value={chosen?.outcome ?? null} onChange={(event) => form.fill('outcome', String(event.target.value))} options={answers.map(({ outcome, label }) => ({ value: outcome, label: inLanguage(label) }))} />
          {lacks('outcome')}
        </fieldset>
      )}
      {chosen === null || chosen.returnTargets.length < 2 ? null : (
        <fieldset className="leader-answers">
          <legend>{t('field.to')} <span className="quiet">{t('optional')}</span></legend>
          <Radio.Group value={form.of('to')} onChange={(event) => form.fill('to', String(event.target.value))} options={['', ...chosen.returnTargets].map((value) => ({ value, label: value === '' ? t('usual') : titleOf(value) }))} />
        </fieldset>
      )}
      {chosen?.needsDemands === true ? (
        <>
          <label className="leader-label" htmlFor={`${id}demands`}>{t('field.demands')}</label>
          <Input.TextArea id={`${id}demands`} autoSize={{ minRows: 3, maxRows: 10 }} value={form.of('demands')} onChange={(event) => form.fill('demands', event.target.value)} aria-describedby={missing.includes('demands') ? `${id}demands-lacks` : undefined} />
          {lacks('demands')}
        </>
      ) : null}
      {chosen?.verb === 'sign' ? null : (
        <>
          <label className="leader-label" htmlFor={`${id}reason`}>{chosen?.agrees === true ? t('field.word') : t('field.reason')} {chosen?.needsReason === true ? null : <span className="quiet">{t('optional')}</span>}</label>
          <Input.TextArea id={`${id}reason`} autoSize={{ minRows: 3, maxRows: 10 }} value={form.of('reason')} onChange={(event) => form.fill('reason', event.target.value)} aria-describedby={missing.includes('reason') ? `${id}reason-lacks` : undefined} />
          {lacks('reason')}
        </>
      )}
    </>
  );
}
