import type { components } from '@totrinh/api-client';
import type { JSX, ReactNode } from 'react';
import { inLanguage } from '../words/words.ts';

type OfficeAction = components['schemas']['OfficeAction'];
interface WhenProps { readonly actions: readonly OfficeAction[]; readonly verb: string; readonly children: ReactNode }

/** What the server allows is offered; what it refuses says why; what has no place here any more is left out. */
export function WhenAllowed({ actions, verb, children }: WhenProps): JSX.Element | null {
  const action = actions.find((a) => a.verb === verb);
  if (action === undefined) return null;
  return action.allowed ? <>{children}</> : <span className="quiet">{inLanguage(action.why)}</span>;
}
