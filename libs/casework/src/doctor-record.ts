import { isDeepStrictEqual } from 'node:util';
import { fold, isDeepEqual, miscountedSteps, pinnedRoutes, type PlacedFact, type Route } from '@totrinh/domain';
import { countedSteps, factsOf, loadCase, loadRoute, lockDossier, misplacedCandidates, storedChain, verifyChain, type LoadedCase, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { examineDeadlines } from './doctor-deadlines.ts';
import type { LedgerFinding } from './doctor-findings.ts';

/**
 * One dossier: whether its chain verifies, the tables are its fold, each result follows from what was said, and every open step waits for what it
 * should. Under the lock, so that nobody acts between two reads. A chain that is broken is the only thing that is told of its dossier.
 */
export function examineRecord(desk: Desk, dossier: string): Promise<LedgerFinding[]> {
  return desk.transact(async (tx) => {
    const loaded = (await lockDossier(tx, dossier)) ? await loadCase(tx, dossier) : null;
    if (!loaded) return [];
    const { events, words } = await storedChain(tx, dossier);
    const broken = verifyChain(dossier, events, { seq: loaded.case.seq, hash: loaded.headHash }, words);
    const [first] = broken;
    if (first) return [{ code: 'CHAIN_BROKEN', dossier, details: { seq: first.seq, fault: first.fault, faults: broken.length } }];
    try {
      return await readOn(desk, tx, loaded, factsOf(events));
    } catch (fault) {
      // PostgreSQL's own faults have a code and end the examination; rules that cannot read this one dossier must not keep the others from being seen.
      if (!(fault instanceof Error) || 'code' in fault) throw fault;
      return [{ code: 'STATE_DIFFERS', dossier, details: { fields: 'unreadable', fault: fault.message } }];
    }
  });
}

async function readOn(desk: Desk, tx: Tx, loaded: LoadedCase, facts: readonly PlacedFact[]): Promise<LedgerFinding[]> {
  const dossier = loaded.case.id;
  const differs = await differences(tx, loaded, facts);
  return [
    ...(differs.length === 0 ? [] : [{ code: 'STATE_DIFFERS' as const, dossier, details: { fields: differs.join(' ') } }]),
    ...(await miscounted(tx, dossier, facts)).map((step): LedgerFinding => ({ code: 'RESULT_DIFFERS', dossier, details: { step } })),
    ...(await examineDeadlines(tx, loaded.case, desk.now())),
  ];
}

/** The parts of the tables that are not what the chain says; `queue`: whose task it is still stands in a queue, or no longer does. */
async function differences(tx: Tx, { case: c }: LoadedCase, facts: readonly PlacedFact[]): Promise<string[]> {
  const folded = fold(c.id, facts);
  const fields: string[] = (Object.keys(folded) as (keyof typeof folded)[]).filter((f) => !isDeepStrictEqual(folded[f], c[f]));
  return (await misplacedCandidates(tx, c.id)) > 0 ? [...fields, 'queue'] : fields;
}

/** Steps whose result is not what was said in them, on the chain or in the row beside it. */
async function miscounted(tx: Tx, dossier: string, facts: readonly PlacedFact[]): Promise<string[]> {
  const counted = facts.flatMap((f) => (f.type === 'step.settled' && f.data.arithmetic ? [f.data] : []));
  if (counted.length === 0) return [];
  const routes = new Map<string, Route>();
  for (const pinned of pinnedRoutes(facts)) routes.set(`${pinned.id} ${pinned.version}`, (await loadRoute(tx, pinned)).rules);
  const rows = await countedSteps(tx, dossier);
  const told = counted.filter((s) => !isDeepEqual(rows.get(s.step), s.arithmetic)).map((s) => s.step);
  return [...new Set([...miscountedSteps(dossier, facts, (p) => routes.get(`${p.id} ${p.version}`)), ...told])];
}
