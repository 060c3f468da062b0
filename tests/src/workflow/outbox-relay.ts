import type { Desk } from '@totrinh/casework';
import { createLogger } from '@totrinh/platform';
import { Relay, type Mover } from '@totrinh/worker';

/** Temporal as the relay sees it, made to be away and back at will. */
export class Line {
  up = true;
  backs = 0;
  readonly sent: { dossier: string; version: number }[] = [];
}

/** A relay on this ledger whose calls go to `move`; while the line is down they fail. */
export function relayOn(desk: Desk, line: Line, move: Mover['move']): Relay {
  const mover: Mover = {
    async move(dossier, version) {
      if (!line.up) throw new Error('Temporal is away');
      line.sent.push({ dossier, version });
      await move(dossier, version);
    },
  };
  return new Relay({ desk, mover, isTemporalUp: async () => line.up, onTemporalBack: () => { line.backs += 1; }, logger: createLogger('relay', 'silent') });
}
