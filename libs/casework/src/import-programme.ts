import { emptyCase, officeDay, refuse, type Result } from '@totrinh/domain';
import { GENESIS, insertItem, knownIds, knownItems, loadActor, record, Rollback, saveAct, saveAnswer, upsertProgramme, type ProgrammeRow, type RequestKey, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { checkImport, cleaned, type ImportFault, type ProgrammeImport } from './import-check.ts';
import { guarded, replayOf, type ActRequest } from './perform.ts';

export interface ImportAnswer {
  readonly act: string | null;
  readonly programme: string;
  readonly added: number;
  readonly history: number;
  readonly status: number;
  readonly replayed: boolean;
}

/**
 * Imports a programme by item code, all of it or nothing: items that are known are left alone; new ones with `history`
 * come in as closed dossiers whose first event names the source. An import that adds nothing is no act.
 * Errors: NOT_ALLOWED, IMPORT_INVALID (details: each fault with its row, field, vi, en), those of the key.
 */
export async function importProgramme(desk: Desk, asked: ProgrammeImport, request: ActRequest): Promise<Result<ImportAnswer>> {
  const input = cleaned(asked);
  const key: RequestKey = { person: request.actor, verb: 'importProgramme', target: input.programme.id, key: request.key };
  return guarded(() => desk.transact<Result<ImportAnswer>>(async (tx) => {
    const stored = await replayOf(tx, key, request.request);
    if (stored && !stored.ok) return stored;
    if (stored) return { ok: true, value: stored.value as unknown as ImportAnswer };
    const now = desk.now();
    const actor = await loadActor(tx, request.actor, officeDay(now));
    if (!actor.posts.some((p) => p.role === 'admin')) throw new Rollback(refuse('NOT_ALLOWED', { because: 'notAdministrator' }));
    const faults = [...checkImport(input, officeDay(now)), ...(await unknownNames(tx, input))];
    if (faults.length > 0) throw new Rollback(refuse('IMPORT_INVALID', { faults }));
    return bringIn(desk, tx, key, input, request, now);
  }));
}

async function bringIn(desk: Desk, tx: Tx, key: RequestKey, input: ProgrammeImport, request: ActRequest, now: Date): Promise<Result<ImportAnswer>> {
  await tx.read(`select pg_advisory_xact_lock(hashtextextended($1, 3))`, [input.programme.id]);
  const known = new Set(await knownItems(tx, input.items.map((i) => i.code)));
  const added = input.items.filter((i) => !known.has(i.code));
  const history = added.filter((i) => i.history !== null);
  if (added.length === 0) return { ok: true, value: { act: null, programme: input.programme.id, added: 0, history: 0, status: 200, replayed: false } };
  const act = desk.means.id();
  saveAct(tx, { id: act, verb: 'importProgramme', target: input.programme.id, dossier: null, actor: request.actor, correlationId: request.correlationId, at: now });
  upsertProgramme(tx, input.programme satisfies ProgrammeRow);
  await tx.flush();
  const ids = new Map(added.map((i) => [i.code, desk.means.id()]));
  for (const i of added) {
    const { history: past, ...item } = i;
    insertItem(tx, { ...item, id: ids.get(i.code) ?? '', programme: input.programme.id, state: past === null ? 'notYetSubmitted' : 'completed', stateOn: past?.issuedOn ?? null, dossier: null });
    // One by one: a statement holds 65,535 parameters, and each number of rows would be another statement.
    await tx.flush();
  }
  for (const i of history) {
    const data = { kind: i.kind, item: ids.get(i.code) ?? '', leadUnit: i.leadUnit, cooperating: i.cooperating, issuedOn: i.history?.issuedOn ?? '', source: i.history?.source ?? '' };
    record(tx, emptyCase(desk.means.id()), { headHash: GENESIS, lastAt: new Date(0) }, [{ type: 'dossier.imported', data, secret: { title: i.title } }], { act, by: request.actor, at: now });
    await tx.flush();
  }
  const answer = { act, programme: input.programme.id, added: added.length, history: history.length };
  saveAnswer(tx, key, request.request, 201, answer);
  return { ok: true, value: { ...answer, status: 201, replayed: false } };
}

async function unknownNames(tx: Tx, input: ProgrammeImport): Promise<ImportFault[]> {
  const units = new Set(await knownIds(tx, 'unit', input.items.flatMap((i) => [i.leadUnit, i.appraisingUnit, i.issuingUnit, ...i.cooperating])));
  const bodies = new Set(await knownIds(tx, 'body', input.items.map((i) => i.authority)));
  return input.items.flatMap((item, row): ImportFault[] => {
    const named: [string, string, Set<string>][] = [['leadUnit', item.leadUnit, units], ['appraisingUnit', item.appraisingUnit, units], ['issuingUnit', item.issuingUnit, units], ...item.cooperating.map((u): [string, string, Set<string>] => ['cooperating', u, units]), ['authority', item.authority, bodies]];
    return named.filter(([, id, known]) => !known.has(id)).map(([field, id]) => ({ row: row + 1, code: item.code, field, vi: `Không có cơ quan “${id}”; kiểm tra lại mã.`, en: `There is no “${id}”; check the code.` }));
  });
}
