import type { JSX } from 'react';
import { Navigate } from 'react-router';
import { useMe } from '../kit/api/use-me.ts';
import { Failed, Loading } from '../kit/ui/state-page.tsx';
import { screensOf } from './screens.ts';

/** Leads to the first of the screens that are mine: a leader to what was submitted to them, everybody else to their tasks. */
export function Home(): JSX.Element {
  const me = useMe();
  if (me.isPending) return <Loading />;
  if (me.isError) return <Failed fault={me.error} retry={() => void me.refetch()} />;
  return <Navigate to={screensOf(me.data)[0]?.to ?? '/tasks'} replace />;
}
