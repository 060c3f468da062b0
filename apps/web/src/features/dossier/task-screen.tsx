import type { JSX } from 'react';
import { useNavigate, useParams } from 'react-router';
import { leaveFor } from '../../kit/queue-order/queue-order.ts';
import { Page } from '../../kit/ui/page.tsx';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { AfterActContext, type AfterAct } from './acts/after-act.ts';
import { useSeen } from './acts/use-seen.ts';
import { useTask } from './acts/use-task.ts';
import { DossierView } from './dossier-view.tsx';

/** Xử lý một việc: the dossier as whoever has the task works on it. Showing it tells the server that it was seen; once the task is done, the next one of the list opens. */
export function Screen(): JSX.Element {
  const { task: id = '' } = useParams();
  return <TaskPage key={id} id={id} />;
}

function TaskPage({ id }: { readonly id: string }): JSX.Element {
  const t = useWords();
  const navigate = useNavigate();
  const { data: task, error, refetch } = useTask(id, null);
  useSeen(task);
  if (task === undefined) return <Page title={t('screen.queue')}>{error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} />}</Page>;
  const after: AfterAct = ({ allowedActions }) => {
    if (allowedActions.some((a) => a.task === id && a.allowed && a.verb !== 'seen')) return 'stays';
    const { to, next } = leaveFor(id);
    void navigate(to);
    return next ? 'next' : 'list';
  };
  return <AfterActContext value={after}><DossierView key={task.dossier.id} id={task.dossier.id} taskId={id} /></AfterActContext>;
}
