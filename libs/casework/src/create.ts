import { admitSecrecy, create as rule, emptyCase, officeDay, refuse, type Actor, type CaseRoles, type CreateCommand, type Fact, type FieldValue, type Result, type Route, type SecrecyLevel } from '@totrinh/domain';
import { findRoute, GENESIS, hasRegister, knownIds, loadActor, lockItem, record, Rollback, saveAct, saveAnswer, type ItemRow, type RequestKey, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { guarded, replayOf, type ActAnswer, type ActRequest } from './perform.ts';

/** What an item would have said of a dossier that carries out none. */
export interface FreeDossier {
  readonly kind: string;
  readonly leadUnit: string;
  readonly authority: string;
  readonly appraisingUnit: string | null;
  readonly issuingUnit: string;
  readonly cooperating: readonly string[];
  readonly register: { readonly issuer: string; readonly type: string } | null;
}

/** What a drafter asks for: a route, and the programme item that the dossier carries out, or what it is without one. */
export interface CreateInput {
  readonly route: string;
  /** A published version; null takes the latest. */
  readonly version: number | null;
  /** The item's code; null: none, and `free` says what it would have said. */
  readonly item: string | null;
  readonly free?: FreeDossier | null;
  /** What the drafter says it is; ordinary where nothing is said. */
  readonly secrecy?: SecrecyLevel;
  /** Clean title; null takes the item's, and is refused without one. */
  readonly title: string | null;
  readonly dueOn: string | null;
  /** Typed facts that the route's conditions use. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
  /** Roles that the item does not bind, by the route's names: ids of units and bodies. */
  readonly roles?: { readonly units?: Readonly<Record<string, string>>; readonly groups?: Readonly<Record<string, readonly string[]>>; readonly bodies?: Readonly<Record<string, string>> };
}

/**
 * Mở hồ sơ trình from a programme item, or free. The units and the body that the item names become the route's roles; an item is carried by one
 * dossier at a time.
 * Errors: SECRET_REFUSED, ROUTE_NOT_FOUND, ITEM_NOT_FOUND, ITEM_TAKEN, TEXT_EMPTY (a free one without a title), REQUEST_INVALID (details: unknown), those of domain's create and of the key.
 */
export async function create(desk: Desk, input: CreateInput, request: ActRequest): Promise<Result<ActAnswer>> {
  const admitted = admitSecrecy(input.secrecy ?? 'thuong');
  if (!admitted.ok) return admitted;
  const key: RequestKey = { person: request.actor, verb: 'create', target: input.item ?? input.free?.leadUnit ?? '', key: request.key };
  const answer = await guarded(() => desk.transact<Result<ActAnswer>>(async (tx) => {
    const stored = await replayOf(tx, key, request.request);
    if (stored) return stored;
    const route = await findRoute(tx, input.route, input.version);
    if (!route) return refuse('ROUTE_NOT_FOUND', { route: input.route, version: input.version });
    const now = desk.now();
    const today = officeDay(now);
    const actor = await loadActor(tx, request.actor, today);
    const subject = await subjectOf(tx, input);
    if (!subject.ok) throw new Rollback(subject);
    const { command, item } = subject.value;
    const facts = rule(route, command(actor.person), today, actor);
    if (!facts.ok) throw new Rollback(facts);
    if (item !== null && item.dossier !== null) throw new Rollback(refuse('ITEM_TAKEN', { item: item.code, dossier: item.dossier }));
    return open(desk, tx, key, request, { facts: facts.value, route: route.rules, actor, at: now });
  }));
  if (answer.ok && !answer.value.replayed) desk.onCalled(answer.value.dossier);
  return answer;
}

interface Subject { readonly item: ItemRow | null; readonly command: (drafter: string) => CreateCommand }

/** What the dossier is about: the item, locked, or what was said instead. Errors: ITEM_NOT_FOUND, TEXT_EMPTY, REQUEST_INVALID (details: unknown). */
async function subjectOf(tx: Tx, input: CreateInput): Promise<Result<Subject>> {
  const item = input.item === null ? null : await lockItem(tx, input.item);
  const of = item === null ? (input.free ?? null) : fromItem(item);
  if (of === null || (input.item !== null && item === null)) return refuse('ITEM_NOT_FOUND', { item: input.item });
  const title = input.title ?? item?.title ?? null;
  if (title === null) return refuse('TEXT_EMPTY', { field: 'title' });
  const unknown = await unknownRoles(tx, input, item === null ? of : null);
  if (unknown.length > 0) return refuse('REQUEST_INVALID', { because: 'rolesUnknown', unknown });
  return { ok: true, value: { item, command: (drafter) => commandOf(input, of, { item: item?.id ?? null, title, drafter }) } };
}

const fromItem = (i: ItemRow): FreeDossier => ({ kind: i.kind, leadUnit: i.leadUnit, authority: i.authority, appraisingUnit: i.appraisingUnit, issuingUnit: i.issuingUnit, cooperating: i.cooperating, register: { issuer: i.registerIssuer, type: i.registerType } });

function commandOf(input: CreateInput, of: FreeDossier, own: Pick<CreateCommand, 'item' | 'title' | 'drafter'>): CreateCommand {
  const roles: CaseRoles = {
    units: { ...(of.appraisingUnit === null ? {} : { appraising: of.appraisingUnit }), issuing: of.issuingUnit, ...input.roles?.units },
    groups: { cooperating: of.cooperating, ...input.roles?.groups },
    bodies: { authority: of.authority, ...input.roles?.bodies },
    register: of.register,
  };
  return { ...own, kind: of.kind, leadUnit: of.leadUnit, roles, dueOn: input.dueOn, authority: of.authority, ...(input.fields ? { fields: input.fields } : {}) };
}

/** Ids among the given roles that the directory does not have; of a free dossier also the units and the body that it names, and a register that there is none of. */
async function unknownRoles(tx: Tx, { roles }: CreateInput, free: FreeDossier | null): Promise<string[]> {
  const named = free === null ? [] : [free.leadUnit, free.issuingUnit, ...(free.appraisingUnit === null ? [] : [free.appraisingUnit]), ...free.cooperating];
  const units = [...named, ...Object.values(roles?.units ?? {}), ...Object.values(roles?.groups ?? {}).flat()];
  const bodies = [...(free === null ? [] : [free.authority]), ...Object.values(roles?.bodies ?? {})];
  if (units.length + bodies.length === 0) return [];
  if (free?.register && !(await hasRegister(tx, free.register.issuer, free.register.type))) return [`${free.register.issuer} ${free.register.type}`];
  const known = new Set([...(await knownIds(tx, 'unit', units)), ...(await knownIds(tx, 'body', bodies))]);
  return [...new Set([...units, ...bodies])].filter((id) => !known.has(id));
}

interface Opening { readonly facts: readonly Fact[]; readonly route: Route; readonly actor: Actor; readonly at: Date }

function open(desk: Desk, tx: Tx, key: RequestKey, request: ActRequest, { facts, route, actor, at }: Opening): Result<ActAnswer> {
  const dossier = desk.means.id();
  const act = desk.means.id();
  saveAct(tx, { id: act, verb: 'create', target: key.target, dossier, actor: request.actor, correlationId: request.correlationId, at });
  const { after } = record(tx, emptyCase(dossier), { headHash: GENESIS, lastAt: new Date(0) }, facts, { act, by: request.actor, at });
  const answer = { act, dossier, version: after.seq, ids: { dossier }, moving: true };
  saveAnswer(tx, key, request.request, 201, answer);
  return { ok: true, value: { ...answer, status: 201, replayed: false, after: { case: after, route, actor } } };
}
