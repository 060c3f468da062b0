import type { JSX } from 'react';
import { useParams } from 'react-router';
import { DossierView } from './dossier-view.tsx';

/** Hồ sơ: one dossier with everything about it that this person may read, and the acts that are theirs. */
export function Screen(): JSX.Element {
  const { id = '' } = useParams();
  return <DossierView key={id} id={id} taskId={null} />;
}
