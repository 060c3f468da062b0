import { ok } from '../result.ts';
import { NO_MEANS, type DossierChecker } from './allowed-place.ts';
import { cancel } from './cancel.ts';
import { draftTaskOf } from './edit.ts';
import { recall } from './recall.ts';
import { submit } from './submit.ts';
import type { DossierVerb } from './verb-table.ts';

/** For each verb on the dossier, what its rule says now. */
export const DOSSIER_CHECKERS: Readonly<Partial<Record<DossierVerb, DossierChecker>>> = {
  edit: ({ c, actor }) => ({ answer: draftTaskOf(c, actor) }),
  attach: ({ c, actor }) => ({ answer: draftTaskOf(c, actor) }),
  submit: ({ c, route, actor }) => ({ answer: submit(c, route, actor, NO_MEANS) }),
  recall: ({ c, route, actor }) => ({ answer: recall(c, route, actor) }),
  cancel: ({ c, actor }) => ({ answer: cancel(c, 'reason', actor) }),
  comment: () => ({ answer: ok(null) }),
};
