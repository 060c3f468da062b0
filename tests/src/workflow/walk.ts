import { attach, decide, issue, submit } from '@totrinh/casework';
import { must, requestOf, type Ledger } from './ledger.ts';

export interface OpenTask {
  readonly task: string;
  readonly path: string;
  readonly kind: string;
  readonly person: string;
}

/** The open tasks of a dossier, each with the first person who may do it, in the order in which they were opened. */
export function openTasksOf(ledger: Ledger, dossier: string): Promise<OpenTask[]> {
  return ledger.rows<OpenTask>(
    `select t.id as task, s.path, s.kind, (select c.person_id from totrinh.task_candidate c where c.task_id = t.id order by c.sort limit 1) as person
     from totrinh.task t join totrinh.step s on s.id = t.step_id where t.dossier_id = $1 and t.state = 'open' order by t.opened`, dossier);
}

/** Where a dossier stands: its status, whether a move is still to come, whether the outbox holds its row. */
export async function standsAt(ledger: Ledger, dossier: string): Promise<{ status: string; moving: boolean; called: boolean; seq: number }> {
  const [row] = await ledger.rows<{ status: string; moving: boolean; called: boolean; seq: number }>(
    `select status, seq, jsonb_array_length(pending) > 0 as moving, exists (select 1 from totrinh.outbox o where o.dossier_id = d.id) as called from totrinh.dossier d where id = $1`, dossier);
  if (!row) throw new Error(`no dossier ${dossier}`);
  return row;
}

const SAYS: Readonly<Record<string, string>> = { review: 'approved', consult: 'consent', appraise: 'approved', approve: 'approved', sign: 'signed' };

/** Does the next open task as its person would, favourably: one step of the way from draft to issue. Answers what was done. */
export async function actOnce(ledger: Ledger, dossier: string): Promise<OpenTask> {
  const [next] = await openTasksOf(ledger, dossier);
  if (!next) throw new Error(`nobody can act on ${dossier}: ${JSON.stringify(await standsAt(ledger, dossier))}`);
  const { desk } = ledger;
  const { task, kind, person } = next;
  const by = (): ReturnType<typeof requestOf> => requestOf(person);
  if (kind === 'draft') {
    for (const role of ['du-thao', 'to-trinh']) {
      must(await attach(desk, dossier, { role, name: `${role} (MẪU).pdf`, sha256: 'a'.repeat(64), size: 1, mediaType: 'application/pdf' }, by()));
    }
    must(await submit(desk, dossier, by()));
  } else if (kind === 'issue') must(await issue(desk, { task }, by()));
  else must(await decide(desk, { task, outcome: SAYS[kind] ?? kind, reason: null }, by()));
  return next;
}

/** The way of a dossier as its steps tell it: path, round and outcome, without ids. */
export function wayOf(ledger: Ledger, dossier: string): Promise<{ path: string; round: number; state: string; outcome: string | null }[]> {
  return ledger.rows(`select path, round, state, outcome from totrinh.step where dossier_id = $1 order by opened`, dossier);
}
