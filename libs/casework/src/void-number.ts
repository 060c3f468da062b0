import { nextNumber, officeDay, refuse, type Actor, type Result } from '@totrinh/domain';
import { loadActor, lockRegister, lockRegisterSeries, Rollback, saveAct, saveAnswer, voidNumber as writeVoid, type LockedRegister, type RequestKey, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { guarded, replayOf, type ActRequest } from './perform.ts';

export interface VoidNumberCommand {
  /** The register's id. */
  readonly register: string;
  /** A series that it has; null: the one of today. */
  readonly series: string | null;
  /** Clean text (see cleanText). */
  readonly reason: string;
}

export interface VoidAnswer {
  readonly act: string;
  readonly register: string;
  readonly series: string;
  readonly number: number;
  readonly text: string;
  readonly status: number;
  readonly replayed: boolean;
}

/** Who keeps a register: clerks of its issuer or of an office that issues in it, and those who lead them. */
const KEEPERS = ['clerk', 'van-thu', 'head', 'deputy'];

/**
 * Hủy số: the next number of a register is used up and says why, so that its row is there and nobody looks for the document.
 * Errors: REGISTER_NOT_FOUND, NOT_ALLOWED (because: notOfRegister), REGISTER_RECORDS, NUMBER_DATE_DECREASES, those of the key.
 */
export function voidNumber(desk: Desk, command: VoidNumberCommand, request: ActRequest): Promise<Result<VoidAnswer>> {
  const key: RequestKey = { person: request.actor, verb: 'voidNumber', target: command.register, key: request.key };
  return guarded(() => desk.transact<Result<VoidAnswer>>(async (tx) => {
    const stored = await replayOf(tx, key, request.request);
    if (stored && !stored.ok) return stored;
    if (stored) return { ok: true, value: stored.value as unknown as VoidAnswer };
    const row = await findRegister(tx, command);
    if (!row) throw new Rollback(refuse('REGISTER_NOT_FOUND', { register: command.register }));
    const actor = await loadActor(tx, request.actor, officeDay(desk.now()));
    if (!(await keeps(tx, row, actor))) throw new Rollback(refuse('NOT_ALLOWED', { because: 'notOfRegister' }));
    const register = await lock(desk, tx, row, command);
    // The clock is read under the lock: who waited counts on the day that it is by then.
    const now = desk.now();
    const number = nextNumber(register, officeDay(now));
    if (!number.ok) throw new Rollback(number);
    const act = desk.means.id();
    saveAct(tx, { id: act, verb: 'voidNumber', target: register.id, dossier: null, actor: request.actor, correlationId: request.correlationId, at: now });
    writeVoid(tx, register.id, register.series, number.value.number, command.reason, act, officeDay(now));
    const answer = { act, register: register.id, series: register.series, number: number.value.number, text: number.value.text };
    saveAnswer(tx, key, request.request, 201, answer);
    return { ok: true, value: { ...answer, status: 201, replayed: false } };
  }));
}

interface RegisterRow { readonly [column: string]: unknown; readonly id: string; readonly issuer: string; readonly type: string }

/** The register, where it has the series that was named. */
async function findRegister(tx: Tx, { register, series }: VoidNumberCommand): Promise<RegisterRow | null> {
  const rows = await tx.read<RegisterRow>(
    `select id, issuer, type from totrinh.register r where id = $1 and ($2::text is null or exists (select 1 from totrinh.register_series s where s.register_id = r.id and s.series = $2))`, [register, series]);
  return rows[0] ?? null;
}

async function keeps(tx: Tx, { issuer, type }: RegisterRow, actor: Actor): Promise<boolean> {
  const units = actor.posts.filter((p) => KEEPERS.includes(p.role)).flatMap((p) => (p.unit === null ? [] : [p.unit]));
  if (units.includes(issuer)) return true;
  const offices = await tx.read('select 1 from totrinh.item where register_issuer = $1 and register_type = $2 and issuing_unit_id = any($3) limit 1', [issuer, type, units]);
  return offices.length > 0;
}

async function lock(desk: Desk, tx: Tx, { id, issuer, type }: RegisterRow, { series }: VoidNumberCommand): Promise<LockedRegister> {
  const register = series === null ? await lockRegister(tx, issuer, type, async () => officeDay(desk.now())) : await lockRegisterSeries(tx, id, series);
  if (!register) throw new Error(`register ${id} vanished under its lock`);
  return register;
}
