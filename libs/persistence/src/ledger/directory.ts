import type { Actor, Assignee, HeldPost, WhoQuery } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

interface PostRow extends Row { readonly appointment: string; readonly role: string; readonly unit: string | null; readonly body: string | null }

/** Who acts, with the posts held on `day`; the appointments stay locked against change until the act is committed. */
export async function loadActor(tx: Tx, person: string, day: string): Promise<Actor> {
  const posts = await tx.read<PostRow>(
    `select a.id as appointment, p.role, p.unit_id as unit, p.body_id as body from totrinh.appointment a join totrinh.post p on p.id = a.post_id
     where a.person_id = $1 and a.valid_from <= $2 and (a.valid_to is null or a.valid_to > $2) order by a.id for share of a`, [person, day]);
  return { person, posts: posts.map(({ appointment, role, unit, body }): HeldPost => ({ appointment, role, unit, body })) };
}

const HOLDERS = `select a.person_id as person, p.role as capacity, a.id as appointment
  from totrinh.appointment a join totrinh.post p on p.id = a.post_id`;
const VALID = 'a.valid_from <= $1 and (a.valid_to is null or a.valid_to > $1)';

/** Who holds this on `day`, in the order of posts; each person once. */
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
      return tx.read<HolderRow>(`${HOLDERS} where ${VALID} and p.unit_id = $2 and p.role = any($3) order by array_position($3, p.role), p.id, a.id`, [day, query.unit, query.roles]);
    case 'body':
      return tx.read<HolderRow>(`${HOLDERS} where ${VALID} and p.body_id = $2 order by p.id, a.id`, [day, query.body]);
    case 'signers':
      return tx.read<HolderRow>(`${HOLDERS} join totrinh.body_signer g on g.post_id = p.id where ${VALID} and g.body_id = $2 order by g.sort, a.id`, [day, query.body]);
  }
}
