import { declareAbsence as declareRule, endAbsence as endRule, officeDay, refuse, type Absence, type AbsenceCommand, type Actor, type HeldPost, type Result } from '@totrinh/domain';
import { absencesOf, endAbsence as endRow, findAbsence, insertAbsence, loadActor, lockAbsences, Rollback, saveAct, saveAnswer, substitutionsBy, type RequestKey, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { guarded, replayOf, type ActRequest } from './perform.ts';
import { tell } from './tell.ts';

export interface AbsenceAnswer {
  readonly act: string;
  readonly absence: string;
  readonly status: number;
  readonly replayed: boolean;
}

/** `person` absent: for oneself. */
export type AbsenceInput = Omit<AbsenceCommand, 'person'> & { readonly person?: string };

interface Office { readonly tx: Tx; readonly actor: Actor; readonly today: string; readonly now: Date; readonly act: string }

/** Khai vắng mặt, cử người xử lý thay, who is told. Errors: those of domain's declareAbsence, PERSON_UNKNOWN, NOT_INCUMBENT (the substitute holds no post), ROUTE_NOT_FOUND, those of the key. */
export function declareAbsence(desk: Desk, input: AbsenceInput, request: ActRequest): Promise<Result<AbsenceAnswer>> {
  const command: AbsenceCommand = { ...input, person: input.person ?? request.actor };
  return officeAct(desk, 'declareAbsence', command.person, 201, request, async ({ tx, actor, today, now, act }) => {
    await lockAbsences(tx);
    await knownOrRefused(tx, command);
    const posts = await postsOf(tx, command.person, today);
    if ((await postsOf(tx, command.substitute, today)).length === 0) return refuse('NOT_INCUMBENT', { person: command.substitute });
    const declared = declareRule(command, await absencesOfBoth(tx, command), actor, today, posts);
    if (!declared.ok) return declared;
    const id = desk.means.id();
    insertAbsence(tx, { id, ...declared.value, act, at: now });
    const { person, substitute, from, to } = command;
    tell(tx, [substitute, person].filter((p) => p !== request.actor).map((p) => ({ id: desk.means.id(), person: p, dossier: null, kind: 'standingIn', effectKey: `absence ${id} ${p}`, at: now, data: { absence: id, person, substitute, from, to } })));
    return { ok: true, value: id };
  });
}

/** Kết thúc xử lý thay từ hôm nay. Errors: those of domain's endAbsence and of the key. */
export function endAbsence(desk: Desk, absence: string, request: ActRequest): Promise<Result<AbsenceAnswer>> {
  return officeAct(desk, 'endAbsence', absence.toLowerCase(), 200, request, async ({ tx, actor, today }) => {
    await lockAbsences(tx);
    const found = UUID.test(absence.toLowerCase()) ? await findAbsence(tx, absence.toLowerCase()) : null;
    const ended = endRule(found, actor, today, found ? await postsOf(tx, found.person, today) : []);
    if (!ended.ok) return ended;
    endRow(tx, absence.toLowerCase(), ended.value.endedOn);
    return { ok: true, value: absence.toLowerCase() };
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One act of the office on no dossier: key, what is stored already, the rule, the act's row and answer. The rule answers the absence's id. */
function officeAct(desk: Desk, verb: string, target: string, status: number, request: ActRequest, rule: (office: Office) => Promise<Result<string>>): Promise<Result<AbsenceAnswer>> {
  const key: RequestKey = { person: request.actor, verb, target, key: request.key };
  return guarded(() => desk.transact<Result<AbsenceAnswer>>(async (tx) => {
    const stored = await replayOf(tx, key, request.request);
    if (stored && !stored.ok) return stored;
    if (stored) return { ok: true, value: stored.value as unknown as AbsenceAnswer };
    const now = desk.now();
    const today = officeDay(now);
    const act = desk.means.id();
    const absence = await rule({ tx, actor: await loadActor(tx, request.actor, today), today, now, act });
    if (!absence.ok) throw new Rollback(absence);
    saveAct(tx, { id: act, verb, target, dossier: null, actor: request.actor, correlationId: request.correlationId, at: now });
    saveAnswer(tx, key, request.request, status, { act, absence: absence.value });
    return { ok: true, value: { act, absence: absence.value, status, replayed: false } };
  }));
}

async function postsOf(tx: Tx, person: string, today: string): Promise<readonly HeldPost[]> {
  return (await loadActor(tx, person, today)).posts;
}

async function absencesOfBoth(tx: Tx, { person, substitute }: AbsenceCommand): Promise<Absence[]> {
  return [...await absencesOf(tx, person), ...await absencesOf(tx, substitute), ...await substitutionsBy(tx, person)];
}

async function knownOrRefused(tx: Tx, { person, substitute, routes }: AbsenceCommand): Promise<void> {
  const people = await tx.read<{ id: string }>('select id from totrinh.person where id = any($1)', [[person, substitute]]);
  const stranger = [person, substitute].find((p) => !people.some((k) => k.id === p));
  if (stranger !== undefined) throw new Rollback(refuse('PERSON_UNKNOWN', { person: stranger }));
  const known = await tx.read<{ id: string }>('select distinct route_id as id from totrinh.route_version where route_id = any($1)', [routes ?? []]);
  const route = routes?.find((r) => !known.some((k) => k.id === r));
  if (route !== undefined) throw new Rollback(refuse('ROUTE_NOT_FOUND', { route }));
}
