import type { Circumstances } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

/** A task `t` of an open dossier `d` that nobody may do on this day (a parameter): its holder has left, or all candidates while nobody holds it or an officer prepares it for them. */
export const ownerlessOn = (day: string): string => `(t.state = 'open' and d.status = 'open' and not exists (select 1 from totrinh.task_candidate c join totrinh.appointment a on a.id = c.appointment_id
  where c.task_id = t.id and (t.holder = c.person_id or (not c.helper and (t.holder is null or t.holder = t.more #>> '{officer,person}')))
    and a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to > ${day}::date)))`;
export const OWNERLESS = ownerlessOn('$1');

interface Found extends Row { readonly overdue: string[]; readonly told: string[]; readonly ownerless: string[] }

/**
 * What is late in a dossier at `now`, of which lateness a rung has told this person as head of the unit or superior, and which tasks have nobody on `day`.
 * The telling is read from the dossier's own chain.
 */
export async function circumstancesOf(tx: Tx, dossier: string, person: string, day: string, now: Date): Promise<Circumstances> {
  const [found] = await tx.read<Found>(
    `with late as (select s.id from totrinh.step s where s.dossier_id = $2 and s.state = 'open' and s.due_at <= $4)
     select array(select id::text from late order by 1) as overdue,
       array(select l.id::text from late l where exists (select 1 from totrinh.event e cross join jsonb_array_elements(e.body::jsonb #> '{data,told}') told
         where e.dossier_id = $2 and e.type = 'rung.fired' and e.body::jsonb #>> '{data,step}' = l.id::text and told ->> 'person' = $3 and told ->> 'as' in ('headOfUnit', 'superior')) order by 1) as told,
       array(select t.id::text from totrinh.task t join totrinh.dossier d on d.id = t.dossier_id where t.dossier_id = $2 and ${OWNERLESS} order by t.opened) as ownerless`,
    [day, dossier, person, now]);
  return { ...(found ?? { overdue: [], told: [], ownerless: [] }), today: day };
}

/** Who substitutes one of these people on `day` in a route. */
export interface StandIn extends Row { readonly person: string; readonly substitute: string; readonly absence: string }

export function substitutesOf(tx: Tx, people: readonly string[], route: string | null, day: string): Promise<StandIn[]> {
  return tx.read<StandIn>(
    `select b.person_id as person, b.substitute_id as substitute, b.id as absence from totrinh.absence b where b.person_id = any($1) and (b.routes is null or $3 = any(b.routes))
       and b.from_on <= $2::date and b.to_on >= $2::date and (b.ended_on is null or b.ended_on > $2::date) order by b.id`, [people, day, route]);
}
