/** What can be found. The first group is of calls and workflows (WORKFLOW_MISSING is for whoever can ask Temporal), then deadlines, people, the record, the office. */
export const FINDING_CODES = [
  'CALL_STALE', 'CALL_MISSING', 'WORKFLOW_MISSING', 'DOSSIER_IDLE',
  'CLOCK_BEHIND', 'RUNGS_MISSING', 'RUNG_STRAY', 'CALENDAR_OLDER',
  'TASK_OWNERLESS',
  'CHAIN_BROKEN', 'STATE_DIFFERS', 'RESULT_DIFFERS', 'REGISTER_BROKEN', 'CALENDAR_BROKEN',
  'DELIVERY_DEAD', 'DELIVERY_OVERDUE',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** One fault: its code, the dossier (null: of no dossier), and numbers or codes that say more. */
export interface LedgerFinding {
  readonly code: FindingCode;
  readonly dossier: string | null;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface LedgerHealth { readonly findings: readonly LedgerFinding[]; readonly examined: number }
