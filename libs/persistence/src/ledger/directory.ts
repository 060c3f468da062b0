import { assertNever, type Actor, type Assignee, type HeldPost, type Substitution, type WhoQuery } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

/** Who acts, whom they substitute on that day always said. */
export type LoadedActor = Actor & { readonly substitutes: readonly Substitution[] };

export interface HeldRow extends Row { readonly absence: string | null; readonly principal: string | null; readonly routes: string[] | null; readonly appointment: string; readonly role: string; readonly unit: string | null; readonly body: string | null }

/** An absence `b` holds on the day `$2`: both its days count, the day on which it was ended does not. */
export const AWAY = '(b.from_on <= $2::date and b.to_on >= $2::date and (b.ended_on is null or b.ended_on > $2::date))';
const held = (columns: string, tables: string, lock: string): string => `select ${columns}, a.id as appointment, p.role, p.unit_id as unit, p.body_id as body
  from ${tables} join totrinh.post p on p.id = a.post_id where a.valid_from <= $2::date and (a.valid_to is null or a.valid_to > $2::date) and ${lock}`;
const MINE = held('null::uuid as absence, null::text as principal, null::text[] as routes', 'totrinh.appointment a', 'a.person_id = $1');
const THEIRS = held('b.id as absence, b.person_id as principal, b.routes', 'totrinh.absence b join totrinh.appointment a on a.person_id = b.person_id', `b.substitute_id = $1 and ${AWAY}`);

/** What `person` ($1) may act by on a day ($2): posts of their own, and those of whom they substitute. `locked` keeps both as they are. */
export function heldPosts(tx: Tx, person: string, day: string, locked: boolean): Promise<HeldRow[]> {
  const [mine, theirs] = locked ? [`${MINE} for share of a`, `${THEIRS} for share of b, a`] : [MINE, THEIRS];
  return tx.read<HeldRow>(`with mine as materialized (${mine}), theirs as materialized (${theirs}) select * from mine union all select * from theirs order by absence nulls first, appointment`, [person, day]);
}

export function actorFrom(person: string, rows: readonly HeldRow[]): LoadedActor {
  const post = ({ appointment, role, unit, body }: HeldRow): HeldPost => ({ appointment, role, unit, body });
  const substitutes = [...Map.groupBy(rows.filter((r) => r.absence !== null), (r) => r.absence)].map(([absence, of]): Substitution => ({
    principal: of[0]?.principal ?? '', absence: absence ?? '', posts: of.map(post), routes: of[0]?.routes ?? null,
  }));
  return { person, posts: rows.filter((r) => r.absence === null).map(post), substitutes };
}

/** Who acts, with the posts held on `day` and whom they substitute then; appointments and absences stay locked against change until the act is committed. */
export async function loadActor(tx: Tx, person: string, day: string): Promise<LoadedActor> {
  return actorFrom(person, await heldPosts(tx, person, day, true));
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
      return tx.read<HolderRow>(`${HOLDERS} where ${VALID} and p.body_id = $2 order by ${turn(query.pick)}p.id, a.id`, [day, query.body]);
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

/** Ids of tasks are in the order in which they were opened, so that the latest is found by its index. */
function turn(pick: Pick): string {
  switch (pick) {
    case 'roundRobin': return '(select k.task_id from totrinh.task_candidate k where k.person_id = a.person_id and not k.helper order by k.task_id desc limit 1) nulls first, ';
    case 'shortestQueue': return `(select count(*) from totrinh.task t where t.holder = a.person_id and t.state = 'open'), `;
    case 'offer': case undefined: return '';
    default: return assertNever(pick);
  }
}
