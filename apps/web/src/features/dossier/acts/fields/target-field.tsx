import { Select } from 'antd';
import type { JSX } from 'react';
import { dayTime } from '../../../../kit/format/format.ts';
import { useWords, type Words } from '../../../../kit/words/use-words.ts';
import { said, titleOfPath } from '../../said.ts';
import { titleIn } from '../../route-titles.ts';
import { useRouteTitles } from '../../use-route-titles.ts';
import type { FieldPlace } from '../act-fields.tsx';
import type { Dossier } from '../shapes.ts';
import { textOf } from '../values.ts';
import type { Field, TargetKind } from '../verbs.ts';
import { FieldFrame, saysOf } from './field-frame.tsx';

interface TargetProps { readonly place: FieldPlace; readonly field: Extract<Field, { kind: 'target' }>; readonly label: string }

/** One of the things that the server says this act may name. Where there is just one, it is chosen already. */
export function TargetField({ place, field, label }: TargetProps): JSX.Element {
  const t = useWords('acts');
  const { form, act, dossier, values, wrong, fill } = place;
  const { data: titles } = useRouteTitles(dossier.route);
  const { name, of } = field;
  const ids = idsOf(of, place);
  const needed = form.needs(field);
  const options = ids.map((id) => ({ value: id, label: of === 'back' || of === 'visited' ? pathWords(dossier, id, (path) => titleIn(titles, path)) : wordsOf(t, of, id, dossier) }));
  const value = textOf(values, name);
  return (
    <FieldFrame name={name} label={label} needed={needed} wrong={wrong[name]}>
      <Select
        {...saysOf(name, needed, wrong[name])} value={value === '' ? null : value} placeholder={needed ? t('pick.choose') : t('pick.usual')} allowClear={!needed} options={options} optionFilterProp="label" showSearch={options.length > 8}
        onChange={(chosen: string | undefined) => fill(name, chosen ?? '')} data-verb={act.verb} styles={{ popup: { root: { maxWidth: '92vw' } } }}
      />
    </FieldFrame>
  );
}

function idsOf(of: TargetKind, { act, form, dossier }: FieldPlace): readonly string[] {
  if (of === 'back') return form.back;
  if (of === 'visited') return [...new Set(dossier.steps.map(({ path }) => path))];
  return act.action.targets ?? [];
}

const pathWords = (dossier: Dossier, path: string, titled: (path: string) => string): string => {
  const known = titleOfPath(dossier, path);
  return known === path ? titled(path) : known;
};

/** What a thing of the dossier is called, so that whoever chooses knows which one it is. */
function wordsOf(t: Words, of: TargetKind, id: string, dossier: Dossier): string {
  const { steps, tasks, opinions, demands, proposals, agenda } = dossier;
  const stepWords = (step: string): string => {
    const found = steps.find((s) => s.id === step);
    return found === undefined ? step : t('pick.round', { step: titleOfPath(dossier, found.path), round: found.round });
  };
  if (of === 'step') return stepWords(id);
  if (of === 'agenda') {
    const meeting = agenda.find(({ step }) => step === id)?.meeting;
    return meeting === undefined ? stepWords(id) : `${stepWords(id)} · ${meeting.title}`;
  }
  if (of === 'task') {
    const task = tasks.find((x) => x.id === id);
    return task === undefined ? id : t('pick.taskOf', { step: titleOfPath(dossier, task.path), who: task.unit?.name ?? task.holder?.name ?? task.candidates.map(({ name }) => name).join(', ') });
  }
  if (of === 'opinion') {
    const opinion = opinions.find(({ decision }) => decision === id);
    return opinion === undefined ? id : `${opinion.unit?.name ?? opinion.person.name} · ${said(t, `outcome.${opinion.outcome}`, opinion.outcome)}${opinion.verdict === null ? '' : ` · ${t(`option.${opinion.verdict}`)}`}`;
  }
  if (of === 'demand') return demands.find((d) => d.id === id)?.text ?? id;
  if (of === 'proposal') {
    const proposal = proposals.find((p) => p.id === id);
    return proposal === undefined ? id : t('pick.proposalOf', { verb: said(t, `verb.${proposal.verb}`, proposal.verb), who: proposal.by.name, at: dayTime(proposal.at) });
  }
  return id;
}
