import { BARE, BARE_STEP, BARE_TASK, type Assignee, type Case, type CaseDecision, type CaseDocument, type CaseRoles, type CaseStep, type CaseTask, type DossierStatus, type Pending, type ProgrammeState } from '@totrinh/domain';
import type { Tx } from '../tx.ts';
import type { MoreOfCase, MoreOfStep, MoreOfTask } from './more.ts';

/** A dossier as found under its lock: the case, and the end of its chain. */
export interface LoadedCase {
  readonly case: Case;
  readonly code: string;
  readonly title: string;
  readonly headHash: string;
  readonly lastAt: Date;
}

type StepRow = Omit<CaseStep, keyof typeof BARE_STEP> & { readonly more: MoreOfStep | null };
type TaskRow = Omit<CaseTask, keyof typeof BARE_TASK | 'assignees'> & { readonly more: MoreOfTask | null; readonly people: readonly CandidateRow[] };
/** Person, capacity, appointment, and whether they only help. */
type CandidateRow = readonly [string, string, string, boolean];

interface DossierRow {
  readonly [column: string]: unknown;
  readonly id: string; readonly code: string; readonly title: string; readonly kind: string; readonly item_id: string | null; readonly lead_unit_id: string; readonly drafter_id: string | null;
  readonly route_id: string | null; readonly route_version: number; readonly route_semantics: number; readonly roles: CaseRoles; readonly status: DossierStatus; readonly round: number;
  readonly programme_state: ProgrammeState; readonly manifest: string | null; readonly number: string | null; readonly pending: Pending[]; readonly submission: Case['submission'];
  readonly seq: number; readonly head_hash: string; readonly last_at: Date; readonly more: MoreOfCase;
  readonly steps: StepRow[]; readonly tasks: TaskRow[]; readonly decisions: CaseDecision[]; readonly documents: CaseDocument[];
}

/** Locks a dossier's row for the rest of the transaction. False where there is none. */
export async function lockDossier(tx: Tx, id: string): Promise<boolean> {
  return (await tx.read('select 1 from totrinh.dossier where id = $1 for update', [id])).length > 0;
}

/** Locks the dossier of a task and answers its id. */
export async function lockDossierOfTask(tx: Tx, task: string): Promise<string | null> {
  const rows = await tx.read<{ id: string }>('select d.id from totrinh.task t join totrinh.dossier d on d.id = t.dossier_id where t.id = $1 for update of d', [task]);
  return rows[0]?.id ?? null;
}

// Columns by name: a session's prepared statement outlives a migration that adds one.
const LOAD = `
  select d.id, d.code, d.title, d.kind, d.item_id, d.lead_unit_id, d.drafter_id, d.route_id, d.route_version, d.route_semantics, d.roles, d.status, d.round,
    d.programme_state, d.manifest, d.number, d.pending, d.submission, d.seq, d.head_hash, d.last_at, d.more,
    (select coalesce(json_agg(json_build_object('id', s.id, 'path', s.path, 'kind', s.kind, 'round', s.round, 'cause', s.cause, 'opened', s.opened,
       'state', s.state, 'outcome', s.outcome, 'settled', s.settled, 'more', s.more) order by s.opened), '[]') from totrinh.step s where s.dossier_id = d.id) as steps,
    (select coalesce(json_agg(json_build_object('id', t.id, 'step', t.step_id, 'unit', t.unit_id, 'state', t.state, 'opened', t.opened, 'holder', t.holder, 'seen', t.seen, 'more', t.more,
       'people', (select coalesce(json_agg(json_build_array(c.person_id, c.capacity, c.appointment_id, c.helper) order by c.sort), '[]')
         from totrinh.task_candidate c where c.task_id = t.id)) order by t.opened), '[]') from totrinh.task t where t.dossier_id = d.id) as tasks,
    (select coalesce(json_agg(json_build_object('id', x.id, 'task', x.task_id, 'step', x.step_id, 'outcome', x.outcome, 'actor', x.actor, 'principal', x.principal, 'manifest', x.manifest, 'inStead', x.in_stead, 'authority', x.authority)
       order by x.seq), '[]') from totrinh.decision x where x.dossier_id = d.id) as decisions,
    (select coalesce(json_agg(json_build_object('id', o.id, 'role', o.role, 'no', o.no, 'sha256', o.sha256) order by o.seq), '[]')
       from totrinh.document o where o.dossier_id = d.id) as documents
  from totrinh.dossier d`;

/** Reads a dossier's structural state; call it after the lock, so that it sees what the lock waited for. */
export async function loadCase(tx: Tx, id: string): Promise<LoadedCase | null> {
  const row = (await tx.read<DossierRow>(`${LOAD} where d.id = $1`, [id]))[0];
  return row ? loadedFrom(row) : null;
}

/** The same for many, in the order of ids. */
export async function loadCases(tx: Tx, ids: readonly string[]): Promise<LoadedCase[]> {
  return (await tx.read<DossierRow>(`${LOAD} where d.id = any($1) order by d.id`, [ids])).map(loadedFrom);
}

function loadedFrom(row: DossierRow): LoadedCase {
  const { decisions, documents, pending, submission, seq, kind, roles, status, round, manifest, number } = row;
  const route = row.route_id === null ? null : { id: row.route_id, version: row.route_version, semantics: row.route_semantics };
  return {
    code: row.code, title: row.title, headHash: row.head_hash, lastAt: row.last_at,
    case: {
      ...BARE, id: row.id, seq, route, kind, item: row.item_id, leadUnit: row.lead_unit_id, drafter: row.drafter_id, roles, status, round, programmeState: row.programme_state, manifest, number, pending, submission, steps: row.steps.map(stepFrom), tasks: row.tasks.map(taskFrom), decisions, documents, ...row.more,
    },
  };
}

/** Rows from before a field existed have none of it, and so the bare one. */
const stepFrom = ({ more, ...step }: StepRow): CaseStep => ({ ...BARE_STEP, ...step, ...more });

function taskFrom({ more, people, ...task }: TaskRow): CaseTask {
  const as = (helper: boolean): Assignee[] => people.filter(([, , , helps]) => helps === helper).map(([person, capacity, appointment]) => ({ person, capacity, appointment }));
  return { ...BARE_TASK, ...task, assignees: as(false), helpers: as(true), ...more };
}
