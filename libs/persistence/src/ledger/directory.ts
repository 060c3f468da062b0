import { assertNever, type Actor, type Assignee, type AuthorityVerb, type HeldAuthority, type HeldPost, type Substitution, type WhoQuery } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

/** Who acts, whom they substitute and what they were let do in writing on that day always said. */
export type LoadedActor = Actor & { readonly substitutes: readonly Substitution[]; readonly authorities: readonly HeldAuthority[] };

interface MineRow extends Row, Held { readonly standsIn: boolean; readonly mayForOthers: boolean }
interface Held extends Omit<HeldPost, 'acting'> { readonly acting: boolean }
interface LetRow extends Row, Held { readonly authority: string; readonly principal: string; readonly routes: string[] | null; readonly verbs: AuthorityVerb[] }
interface TheirsRow extends Row, Held { readonly absence: string; readonly principal: string; readonly routes: string[] | null }

/** An absence `b` holds on the day `$2`: both its days count, the day on which it was ended does not. */
export const AWAY = '(b.from_on <= $2::date and b.to_on >= $2::date and (b.ended_on is null or b.ended_on > $2::date))';
/** The same of a written authority `g`. */
export const LETS = '(g.from_on <= $2::date and g.to_on >= $2::date and (g.ended_on is null or g.ended_on > $2::date))';
const POST = 'a.id as appointment, a.acting, p.role, p.unit_id as unit, p.body_id as body';
const HELD_TODAY = 'join totrinh.post p on p.id = a.post_id where a.valid_from <= $2::date and (a.valid_to is null or a.valid_to > $2::date)';
const MINE = `select ${POST}, exists (select 1 from totrinh.absence b where b.substitute_id = $1 and ${AWAY}) as "standsIn",
  exists (select 1 from totrinh.authority g where g.grantee_id = $1 and ${LETS}) as "mayForOthers" from totrinh.appointment a ${HELD_TODAY} and a.person_id = $1 order by a.id`;
const THEIRS = `select ${POST}, b.id as absence, b.person_id as principal, b.routes from totrinh.absence b join totrinh.appointment a on a.person_id = b.person_id ${HELD_TODAY} and b.substitute_id = $1 and ${AWAY} order by b.id, a.id`;
const LET = `select ${POST}, g.id as authority, g.grantor_id as principal, g.routes, g.verbs from totrinh.authority g join totrinh.appointment a on a.person_id = g.grantor_id ${HELD_TODAY} and g.grantee_id = $1 and ${LETS} order by g.id, a.id`;

const heldPost = ({ appointment, role, unit, body, acting }: Held): HeldPost => ({ appointment, role, unit, body, ...(acting ? { acting } : {}) });

/**
 * Who acts, with the posts held on `day`, whom they substitute then and what they were let do in writing; who holds no post does neither. With `locked`
 * appointments, absences and authorities stay as they are until the act is committed. Hardly anybody acts for others, so that those posts are asked for only where there are some.
 */
export async function actorOn(tx: Tx, person: string, day: string, locked: boolean): Promise<LoadedActor> {
  const mine = await tx.read<MineRow>(locked ? `${MINE} for share of a` : MINE, [person, day]);
  const theirs = mine[0]?.standsIn !== true ? [] : await tx.read<TheirsRow>(locked ? `${THEIRS} for share of b, a` : THEIRS, [person, day]);
  const lets = mine[0]?.mayForOthers !== true ? [] : await tx.read<LetRow>(locked ? `${LET} for share of g, a` : LET, [person, day]);
  const substitutes = [...Map.groupBy(theirs, (r) => r.absence)].flatMap(([absence, of]): Substitution[] => (of[0] ? [{ principal: of[0].principal, absence, posts: of.map(heldPost), routes: of[0].routes }] : []));
  const authorities = [...Map.groupBy(lets, (r) => r.authority)].flatMap(([authority, of]): HeldAuthority[] => (of[0] ? [{ principal: of[0].principal, authority, posts: of.map(heldPost), routes: of[0].routes, verbs: of[0].verbs }] : []));
  return { person, posts: mine.map(heldPost), substitutes, authorities };
}

/** What each of these people holds on `day`; nobody is left out, who holds nothing has an empty list. */
export async function postsOfAll(tx: Tx, people: readonly string[], day: string): Promise<ReadonlyMap<string, readonly HeldPost[]>> {
  const rows = people.length === 0 ? [] : await tx.read<Held & Row & { readonly person: string }>(`select a.person_id as person, ${POST} from totrinh.appointment a ${HELD_TODAY} and a.person_id = any($1) order by a.id`, [people, day]);
  return new Map(people.map((person) => [person, rows.filter((r) => r.person === person).map(heldPost)]));
}

/** Who acts; nothing that the act relies on changes before it is committed. */
export function loadActor(tx: Tx, person: string, day: string): Promise<LoadedActor> {
  return actorOn(tx, person, day, true);
}

const HOLDERS = `select a.person_id as person, p.role as capacity, a.id as appointment
  from totrinh.appointment a join totrinh.post p on p.id = a.post_id`;
const VALID = 'a.valid_from <= $1 and (a.valid_to is null or a.valid_to > $1)';

/** Who holds this on `day`, each person once: in the order of posts, or, with a pick, of whose turn it is. */
export async function askDirectory(tx: Tx, query: WhoQuery, day: string): Promise<Assignee[]> {
  const rows = await holders(tx, query, day);
  const first = new Map<string, Assignee>();
  for (const { person, capacity, appointment } of rows) if (!first.has(person)) first.set(person, { person, capacity, appointment });
  return [...first.values()];
}

type HolderRow = Row & Assignee;

function holders(tx: Tx, query: WhoQuery, day: string): Promise<HolderRow[]> {
  switch (query.kind) {
    case 'person':
      return tx.read<HolderRow>(`${HOLDERS} where ${VALID} and a.person_id = $2 and p.unit_id = $3 order by p.id, a.id`, [day, query.person, query.unit]);
    case 'post':
      return tx.read<HolderRow>(
        `${HOLDERS} where ${VALID} and p.unit_id = $2 and p.role = any($3) and ($4::text is null or exists (select 1 from totrinh.person s where s.id = a.person_id and $4 = any(s.skills)))
         order by ${turn(query.pick)}array_position($3, p.role), p.id, a.id`, [day, query.unit, query.roles, query.skill ?? null]);
    case 'body':
      return tx.read<HolderRow>(`${HOLDERS} where ${VALID} and p.body_id = $2 and p.role <> 'secretary' order by ${turn(query.pick)}p.id, a.id`, [day, query.body]);
    case 'signers':
      return tx.read<HolderRow>(`${HOLDERS} join totrinh.body_signer g on g.post_id = p.id where ${VALID} and g.body_id = $2 order by ${turn(query.pick)}g.sort, a.id`, [day, query.body]);
    case 'holder':
      return tx.read<HolderRow>(`${HOLDERS} where ${VALID} and a.person_id = $2 order by p.id, a.id`, [day, query.person]);
    case 'superior':
      // Nobody is their own superior: who heads the unit has none in it.
      return tx.read<HolderRow>(
        `${HOLDERS} where ${VALID} and p.role = 'head' and a.person_id <> $2 and p.unit_id in (select o.unit_id from totrinh.appointment h join totrinh.post o on o.id = h.post_id
           where h.person_id = $2 and h.valid_from <= $1 and (h.valid_to is null or h.valid_to > $1)) order by p.id, a.id`, [day, query.person]);
    default:
      return assertNever(query);
  }
}

type Pick = Extract<WhoQuery, { kind: 'body' }>['pick'];

/** Ids of tasks are in the order in which they were opened, so that the latest is found by its index. A turn is had by whoever was given the task, not by all who could have been. */
function turn(pick: Pick): string {
  switch (pick) {
    case 'roundRobin': return '(select k.task_id from totrinh.task_candidate k join totrinh.task t on t.id = k.task_id and t.holder = k.person_id where k.person_id = a.person_id and not k.helper order by k.task_id desc limit 1) nulls first, ';
    case 'shortestQueue': return `(select count(*) from totrinh.task t where t.holder = a.person_id and t.state = 'open'), `;
    case 'offer': case undefined: return '';
    default: return assertNever(pick);
  }
}
