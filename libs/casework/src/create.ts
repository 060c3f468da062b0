import { create as rule, emptyCase, officeDay, refuse, type Actor, type CaseRoles, type CreateCommand, type Fact, type FieldValue, type Result, type Route } from '@totrinh/domain';
import { findRoute, GENESIS, knownIds, loadActor, lockItem, record, Rollback, saveAct, saveAnswer, type ItemRow, type RequestKey, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { guarded, replayOf, type ActAnswer, type ActRequest } from './perform.ts';

/** What a drafter asks for: a route, and the programme item that the dossier carries out. */
export interface CreateInput {
  readonly route: string;
  /** A published version; null takes the latest. */
  readonly version: number | null;
  readonly item: string;
  /** Clean title; null takes the item's. */
  readonly title: string | null;
  readonly dueOn: string | null;
  /** Typed facts that the route's conditions use. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
  /** Roles that the item does not bind, by the route's names: ids of units and bodies. */
  readonly roles?: { readonly units?: Readonly<Record<string, string>>; readonly groups?: Readonly<Record<string, readonly string[]>>; readonly bodies?: Readonly<Record<string, string>> };
}

/**
 * Mở hồ sơ trình from a programme item. The item's units and body become the route's roles; an item is carried by one
 * dossier at a time.
 * Errors: ROUTE_NOT_FOUND, ITEM_NOT_FOUND, ITEM_TAKEN, REQUEST_INVALID (details: unknown), those of domain's create and of the key.
 */
export async function create(desk: Desk, input: CreateInput, request: ActRequest): Promise<Result<ActAnswer>> {
  const key: RequestKey = { person: request.actor, verb: 'create', target: input.item, key: request.key };
  const answer = await guarded(() => desk.transact<Result<ActAnswer>>(async (tx) => {
    const stored = await replayOf(tx, key, request.request);
    if (stored) return stored;
    const route = await findRoute(tx, input.route, input.version);
    if (!route) return refuse('ROUTE_NOT_FOUND', { route: input.route, version: input.version });
    const now = desk.now();
    const today = officeDay(now);
    const actor = await loadActor(tx, request.actor, today);
    const item = await lockItem(tx, input.item);
    if (!item) return refuse('ITEM_NOT_FOUND', { item: input.item });
    const unknown = await unknownRoles(tx, input);
    if (unknown.length > 0) throw new Rollback(refuse('REQUEST_INVALID', { because: 'rolesUnknown', unknown }));
    const facts = rule(route, commandOf(input, item, actor.person), today, actor);
    if (!facts.ok) throw new Rollback(facts);
    if (item.dossier !== null) throw new Rollback(refuse('ITEM_TAKEN', { item: item.code, dossier: item.dossier }));
    return open(desk, tx, key, request, { facts: facts.value, route: route.rules, actor, at: now });
  }));
  if (answer.ok && !answer.value.replayed) desk.onCalled(answer.value.dossier);
  return answer;
}

function commandOf(input: CreateInput, item: ItemRow, drafter: string): CreateCommand {
  const roles: CaseRoles = {
    units: { appraising: item.appraisingUnit, issuing: item.issuingUnit, ...input.roles?.units },
    groups: { cooperating: item.cooperating, ...input.roles?.groups },
    bodies: { authority: item.authority, ...input.roles?.bodies },
    register: { issuer: item.registerIssuer, type: item.registerType },
  };
  return { kind: item.kind, title: input.title ?? item.title, item: item.id, leadUnit: item.leadUnit, drafter, roles, dueOn: input.dueOn, authority: item.authority, ...(input.fields ? { fields: input.fields } : {}) };
}

/** Ids among the given roles that the directory does not have. */
async function unknownRoles(tx: Tx, { roles }: CreateInput): Promise<string[]> {
  const units = [...Object.values(roles?.units ?? {}), ...Object.values(roles?.groups ?? {}).flat()];
  const bodies = Object.values(roles?.bodies ?? {});
  if (units.length + bodies.length === 0) return [];
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
