import type { JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useRouteNames } from './use-route-names.ts';

/** The routes it holds for, by their titles. */
export function RoutesSaid({ routes }: { readonly routes: readonly string[] | null }): JSX.Element {
  const t = useWords('absences');
  const names = useRouteNames();
  if (routes === null) return <>{t('allRoutes')}</>;
  return <>{routes.map((id) => inLanguage(names.data?.find((r) => r.id === id)?.title) || id).join('; ')}</>;
}
