import { Alert } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState, type JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useKeys } from '../../../kit/keys/use-keys.ts';
import { wishOf } from '../../../kit/queue-order/queue-order.ts';
import { addWords } from '../../../kit/words/words.ts';
import { usePhone } from '../../../kit/ui/use-phone.ts';
import { useWords } from '../../../kit/words/use-words.ts';
import { titleOfPath } from '../said.ts';
import { OfferButtons } from './offer-buttons.tsx';
import { allOffers, firstOf, offersOf, type Offer, type Offers } from './offers.ts';
import { RefusedActs } from './refused-acts.tsx';
import type { Dossier } from './shapes.ts';
import { useTask } from './use-task.ts';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };
import './acts.css';

addWords('acts', { vi, en });
const ActDialog = lazy(() => import('./act-dialog.tsx').then(({ ActDialog: Component }) => ({ default: Component })));

interface PanelProps {
  /** The answer of `GET /dossiers/{id}`. */
  readonly dossier: Dossier;
  /** The dossier's tag, as the answer told it. */
  readonly etag: string;
  /** The task that is worked on; null where the dossier is only read. */
  readonly taskId: string | null;
}

/** Just the acts that the server allows here, and folded below them those that it refuses, with its reason. The open dialog stands in the address, so that it survives a reload. */
export function ActionPanel({ dossier, etag, taskId }: PanelProps): JSX.Element {
  const t = useWords('acts');
  const { data: task = null, isPending } = useTask(taskId, dossier.id);
  const offPhone = usePhone() && task?.ballot?.onPhones === false;
  const offers = withoutBallot(offersOf(dossier, task), offPhone);
  const { shown, open, close } = useOpenAct(offers, task?.ballot?.secret === true);
  const moving = dossier.moving || task?.moving === true;
  const press = (offer: Offer | undefined) => (): void => {
    if (offer !== undefined && !(moving && offer.row.tag !== null)) open(offer);
  };
  useKeys(taskId === null ? {} : { a: press(wished(offers, 'approve')), r: press(wished(offers, 'return')), c: press(wished(offers, 'comment')) });
  const mine = taskId === null ? tasksOf(dossier) : [];
  const writes = dossier.allowedActions.some(({ verb, allowed }) => verb === 'edit' && allowed);
  const primary = firstOf(offers);
  const nothing = allOffers(offers).length === 0 && mine.length === 0;
  return (
    <section className="acts" aria-labelledby="acts-title" id="acts">
      <h2 id="acts-title" tabIndex={-1}>{t('panel.title')}</h2>
      {moving ? <Alert type="info" showIcon title={t('panel.moving')} /> : null}
      {task !== null && task.state !== 'open' ? <p className="acts-note">{t('panel.closed')}</p> : null}
      {task?.asHelper === true ? <p className="acts-note">{t('panel.asHelper')}</p> : null}
      {offPhone ? <p className="acts-note">{t('panel.offPhone')}</p> : null}
      {writes ? <Link className="acts-task acts-task-first" to={`/compose/${dossier.id}`}>{t('panel.write')}</Link> : null}
      {mine.map(({ id, path }, i) => <Link key={id} className={i === 0 ? 'acts-task acts-task-first' : 'acts-task'} to={`/tasks/${id}`}>{t('panel.openTask', { step: titleOfPath(dossier, path) })}</Link>)}
      {taskId !== null && isPending ? <p className="acts-note" role="status">{t('panel.loading')}</p> : null}
      {nothing && !(taskId !== null && isPending) ? <p className="acts-note">{t('panel.none')}</p> : null}
      <OfferButtons offers={offers.say.length > 0 ? offers.say : offers.main} primary={mine.length === 0 ? primary : null} round={dossier.round} moving={moving} onOpen={open} scope={scopeOf(dossier, taskId)} />
      <OfferButtons offers={offers.say.length > 0 ? [...offers.main, ...offers.work] : offers.work} primary={null} round={dossier.round} moving={moving} onOpen={open} scope={scopeOf(dossier, taskId)} quiet />
      {offers.unusual.length === 0 ? null : (
        <details className="acts-more"><summary>{t('panel.unusual')} ({offers.unusual.length})</summary><OfferButtons offers={offers.unusual} primary={null} round={dossier.round} moving={moving} onOpen={open} scope={scopeOf(dossier, taskId)} quiet /></details>
      )}
      <RefusedActs refused={offers.refused} />
      {taskId === null ? null : <p className="acts-keys">{t('panel.keys')}</p>}
      {shown === null ? null : (
        <Suspense fallback={null}>
          <ActDialog key={shown.key} opened={shown} now={allOffers(offers).find(({ key }) => key === shown.key) ?? null} dossier={dossier} etag={etag} task={task} scope={scopeOf(dossier, taskId)} onClose={close} />
        </Suspense>
      )}
    </section>
  );
}

/** What unfinished text belongs to. */
const scopeOf = (dossier: Dossier, task: string | null): string => task ?? dossier.id;

/** Where the office lets no ballot be cast on phones. */
const withoutBallot = (offers: Offers, off: boolean): Offers => (off ? { ...offers, say: offers.say.filter(({ verb }) => verb !== 'cast') } : offers);

/** The asker's own tasks in a dossier that they only look at. */
function tasksOf({ allowedActions }: Dossier): readonly { readonly id: string; readonly path: string }[] {
  const found = new Map(allowedActions.flatMap(({ task, step, verb, allowed }): [string, string][] => (task === null || step === null || verb === 'seen' || !allowed ? [] : [[task, step]])));
  return [...found].map(([id, path]) => ({ id, path }));
}

function wished({ say, work }: Offers, wish: 'approve' | 'return' | 'comment'): Offer | undefined {
  if (wish === 'comment') return work.find(({ verb }) => verb === 'comment');
  return say.find(({ answer }) => (wish === 'approve' ? answer?.agrees === true : answer?.outcome === 'returned'));
}

/** Which dialog is open: by `act` in the address, or by the wish with which a task was opened from its list. It stays open, as it was, when the act is no longer allowed. A secret ballot stands in no address, since addresses are remembered and logged. */
function useOpenAct(offers: Offers, secret: boolean): { readonly shown: Offer | null; readonly open: (offer: Offer) => void; readonly close: (done: boolean) => void } {
  const [params, setParams] = useSearchParams();
  const [held, setHeld] = useState<Offer | null>(null);
  const [unwritten, setUnwritten] = useState<string | null>(null);
  const wish = wishOf(params);
  const wanted = unwritten ?? params.get('act') ?? (wish === null ? null : (wished(offers, wish)?.key ?? held?.key ?? null));
  const offer = wanted === null ? undefined : allOffers(offers).find(({ key }) => key === wanted);
  if (offer !== undefined && held?.key !== wanted) setHeld(offer);
  const shown = wanted !== null && held?.key === wanted ? held : null;
  const back = useFocusBack(shown?.key ?? null);
  const write = (act: string | null): void => setParams((old) => {
    const next = new URLSearchParams(old);
    next.delete('wish');
    if (act === null) next.delete('act');
    else next.set('act', act);
    return next;
  }, { replace: true, preventScrollReset: true });
  return {
    shown,
    open: (chosen) => {
      setHeld(chosen);
      if (secret && chosen.verb === 'cast') setUnwritten(chosen.key);
      else write(chosen.key);
    },
    close: (done) => {
      back(done);
      setUnwritten(null);
      write(null);
      setHeld(null);
    },
  };
}

/** Once a dialog is gone, which keeps the focus until then: back to the button of its act, or to the panel's heading where the act was done or cannot be pressed any more. */
function useFocusBack(shown: string | null): (done: boolean) => void {
  const was = useRef<string | null>(null);
  const done = useRef(false);
  useEffect(() => {
    const left = was.current;
    was.current = shown;
    if (left === null || shown !== null) return undefined;
    const button = done.current ? null : document.querySelector<HTMLElement>(`[data-act="${left}"]:not([disabled])`);
    const frame = requestAnimationFrame(() => (button ?? document.getElementById('acts-title'))?.focus());
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  return (isDone) => {
    done.current = isDone;
  };
}
