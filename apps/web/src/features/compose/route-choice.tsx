import { useId, type JSX } from 'react';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { RouteCard } from './route-card.tsx';
import { useFittingRoutes, type Subject } from './use-fitting-routes.ts';

/** The routes that fit, those that I may start first. */
export function RouteChoice({ subject, chosen, onChoose }: { readonly subject: Subject; readonly chosen: string; readonly onChoose: (route: string) => void }): JSX.Element {
  const t = useWords('compose');
  const routes = useFittingRoutes(subject);
  const name = useId();
  if (routes.isPending) return <Loading />;
  if (routes.isError) return <Failed fault={routes.error} retry={() => void routes.refetch()} />;
  const { items, note } = routes.data;
  if (items.length === 0) return <StatePage scene="empty" title={t('route.none')} text={t('route.noneText')} />;
  return (
    <>
      <p className="quiet">{inLanguage(note)}</p>
      <ul className="compose-routes">
        {[...items].sort((a, b) => Number(b.mayStart) - Number(a.mayStart)).map((r) => <RouteCard key={r.id} route={r} name={name} chosen={chosen === r.id} onChoose={() => onChoose(r.id)} />)}
      </ul>
    </>
  );
}
