/** Tells a dossier's workflow, started where it is missing, that the ledger calls for a move up to `version`. */
export interface Mover {
  /** Answers once Temporal has taken it in; throws what Temporal's client throws. Doing it twice does nothing more. */
  move(dossier: string, version: number): Promise<void>;
}

/**
 * How a lifecycle is started, whoever starts it. The task timeout is how long a task that died with its worker stays lost;
 * a local activity that takes longer is kept alive by the worker.
 */
export const LIFECYCLE_OPTIONS = { workflowTaskTimeout: '5 seconds', workflowIdConflictPolicy: 'USE_EXISTING', workflowIdReusePolicy: 'ALLOW_DUPLICATE' } as const;
