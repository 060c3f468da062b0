import { ApplicationFailure } from '@temporalio/common';
import { validate } from 'uuid';
import { advance, type Desk } from '@totrinh/casework';
import type { CaseActivities } from '@totrinh/messages';

export interface CaseActivityParts {
  readonly desk: Desk;
  /** Told after the move was committed; whoever waits for it looks again. May be lost. */
  readonly notifyMoved: (dossier: string) => void;
}

/**
 * What a dossier's lifecycle asks of casework. A refusal becomes an ApplicationFailure whose type is the code, and is not
 * retried; a database that is away or locked is a plain failure, which is.
 */
export function createCaseActivities({ desk, notifyMoved }: CaseActivityParts): CaseActivities {
  return {
    async advance(dossier) {
      // Temporal's tools let anybody type an id; one that is none would be a database fault, retried for ever.
      if (!validate(dossier)) throw refused('DOSSIER_NOT_FOUND');
      const moved = await advance(desk, dossier);
      if (!moved.ok) throw refused(moved.error.code);
      notifyMoved(dossier);
      const { opened, ended, effects, ...standing } = moved.value;
      return { standing: { dossier, ...standing }, opened, ended, ...(effects.length > 0 ? { effects: effects.map((e) => e.step) } : {}) };
    },
  };
}

function refused(code: string): ApplicationFailure {
  return ApplicationFailure.create({ type: code, message: code, nonRetryable: true });
}
