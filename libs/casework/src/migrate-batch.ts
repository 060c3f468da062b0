import type { ErrorCode, Result, StepMapping } from '@totrinh/domain';
import { confirmProposal } from './confirm-proposal.ts';
import type { Desk } from './desk.ts';
import { migrate } from './migrate.ts';
import type { ActRequest } from './perform.ts';

export interface BatchMigration {
  readonly route: string;
  readonly from: number;
  readonly to: number;
  readonly mapping?: StepMapping;
  /** Clean text (see cleanText). */
  readonly reason: string;
}

export interface BatchFailure { readonly dossier: string; readonly code: ErrorCode }
/** How far a batch is; `failed` are those that were left as they were, with the code of why. */
export interface BatchProgress { readonly done: number; readonly total: number; readonly failed: readonly BatchFailure[] }
export type OnProgress = (progress: BatchProgress) => void;

/**
 * Proposes the other version for every open dossier of a route's version, one by one, and with a confirmer moves each right away. Each is its own act
 * with a key made from the batch's, so that a batch that was cut short is begun again without harm; one that cannot move keeps none of the others.
 */
export async function migrateBatch(desk: Desk, batch: BatchMigration, who: { proposer: ActRequest; confirmer?: ActRequest }, onProgress: OnProgress = () => undefined): Promise<BatchProgress> {
  const { proposer, confirmer } = who;
  return each(await openDossiers(desk, batch), onProgress, async (dossier) => {
    const proposed = await migrate(desk, { dossier, version: batch.to, reason: batch.reason, ...(batch.mapping ? { mapping: batch.mapping } : {}) }, forOne(proposer, dossier));
    const proposal = proposed.ok ? proposed.value.ids['proposal'] : undefined;
    return proposed.ok && confirmer && proposal !== undefined ? confirmProposal(desk, { dossier, proposal, reason: null }, forOne(confirmer, dossier)) : proposed;
  });
}

/** Confirms every open proposal to move a dossier of this version to that one. */
export async function confirmMigrationBatch(desk: Desk, batch: Omit<BatchMigration, 'reason' | 'mapping'>, confirmer: ActRequest, onProgress: OnProgress = () => undefined): Promise<BatchProgress> {
  const proposals = new Map(await openProposals(desk, batch));
  return each([...proposals.keys()], onProgress, (dossier) => confirmProposal(desk, { dossier, proposal: proposals.get(dossier) ?? '', reason: null }, forOne(confirmer, dossier)));
}

async function each(dossiers: readonly string[], onProgress: OnProgress, one: (dossier: string) => Promise<Result<unknown>>): Promise<BatchProgress> {
  const total = dossiers.length;
  const failed: BatchFailure[] = [];
  let done = 0;
  for (const dossier of dossiers) {
    const answer = await one(dossier);
    if (answer.ok) done += 1;
    else failed.push({ dossier, code: answer.error.code });
    onProgress({ done, total, failed: [...failed] });
  }
  return { done, total, failed };
}

function forOne({ ifMatch: _, ...request }: ActRequest, dossier: string): ActRequest {
  return { ...request, key: `${request.key} ${dossier}` };
}

function openDossiers(desk: Desk, { route, from }: BatchMigration): Promise<string[]> {
  return desk.transact(async (tx) => (await tx.read<{ id: string }>(`select id from totrinh.dossier where route_id = $1 and route_version = $2 and status = 'open' order by id`, [route, from])).map((r) => r.id));
}

function openProposals(desk: Desk, { route, from, to }: Omit<BatchMigration, 'reason' | 'mapping'>): Promise<[string, string][]> {
  return desk.transact(async (tx) => (await tx.read<{ dossier: string; proposal: string }>(
    `select d.id as dossier, p ->> 'id' as proposal from totrinh.dossier d cross join lateral jsonb_array_elements(coalesce(d.more -> 'proposals', '[]')) as p
     where d.route_id = $1 and d.route_version = $2 and d.status = 'open' and p ->> 'verb' = 'migrate' and (p #>> '{params,version}')::int = $3 order by d.id`, [route, from, to])).map((r): [string, string] => [r.dossier, r.proposal]));
}
