import type { JSX } from 'react';
import { day } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { DossierTask } from './use-dossier.ts';

/** Somebody's part in a step that says nothing of its own on the record: whoever has it, whoever did it, or that it fell away. */
export function TaskLine({ task }: { readonly task: DossierTask }): JSX.Element {
  const t = useWords('dossier');
  const who = task.holder?.name ?? task.unit?.name ?? task.candidates.map((c) => c.name).join('; ');
  return (
    <li>
      {who}: {task.state === 'open' ? t(task.holder === null ? 'task.offered' : task.seen ? 'task.seen' : 'task.unseen') : t(`task.${task.state}`)}
      <span className="quiet dossier-small">
        {task.registered === null ? null : <> · {t('task.registered', { number: task.registered })}</>}
        {task.officer === null || task.officer.name === null ? null : <> · {t(task.officer.prepared ? 'task.prepared' : 'task.given', { name: task.officer.name })}</>}
        {task.nudgedOn === null ? null : <> · {t('task.nudged', { day: day(task.nudgedOn) })}</>}
        {task.takenFrom === null ? null : <> · {t('task.takenFrom', { names: task.takenFrom.map((p) => p.name).join('; ') })}</>}
      </span>
    </li>
  );
}
