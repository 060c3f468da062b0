import type { Digest } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

/** Who wants a letter a day and holds a post on `$3`, what they have not read, and which of their tasks are due before an instant. */
const WANTS = `totrinh.person p left join totrinh.notice_preference f on f.person_id = p.id
  where p.email is not null and (coalesce(f.email, 'each') = 'digest' or (coalesce(f.email, 'each') = 'each' and coalesce(f.digest, true)))
    and exists (select 1 from totrinh.appointment a where a.person_id = p.id and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to > $3::date))
    and exists (select 1 from totrinh.outside_channel o where o.channel = 'email' and o.is_on)`;

export interface UnreadNotice extends Row { readonly person: string; readonly code: string | null; readonly kind: string; readonly at: Date; readonly n: number }
export interface NearTask extends Row { readonly person: string; readonly code: string; readonly step: string; readonly dueAt: Date; readonly n: number }

/** Unread notices of everybody who wants a letter a day, the latest `most` of each person, who holds a post on `day`; `n` counts all of that person's. */
export function unreadOfAll(tx: Tx, until: Date, most: number, day: string): Promise<UnreadNotice[]> {
  return tx.read<UnreadNotice>(
    `with w as materialized (select p.id from ${WANTS})
     select x.person, x.code, x.kind, x.at, x.n from (
       select n.person_id as person, d.code, n.kind, n.at, count(*) over (partition by n.person_id)::int as n, row_number() over (partition by n.person_id order by n.at desc, n.id) as place
       from w join totrinh.notice n on n.person_id = w.id left join totrinh.dossier d on d.id = n.dossier_id where n.read_at is null and n.at <= $1) x
     where x.place <= $2 order by x.person, x.place`, [until, most, day]);
}

/** Open tasks with a term until `until` of everybody who wants a letter a day, the nearest `most` of each; whoever holds one, or all who may take it. Leaders and bodies are never late, so that theirs are not among them. */
export function nearTasksOfAll(tx: Tx, until: Date, most: number, day: string): Promise<NearTask[]> {
  return tx.read<NearTask>(
    `with w as materialized (select p.id from ${WANTS})
     select x.person, x.code, x.step, x.due_at as "dueAt", x.n from (
       select c.person_id as person, d.code, s.path as step, s.due_at, count(*) over (partition by c.person_id)::int as n, row_number() over (partition by c.person_id order by s.due_at, t.id) as place
       from w join totrinh.task_candidate c on c.person_id = w.id and c.open and not c.helper join totrinh.task t on t.id = c.task_id and t.state = 'open' and (t.holder is null or t.holder = c.person_id)
         join totrinh.step s on s.id = t.step_id join totrinh.dossier d on d.id = t.dossier_id
       where d.status = 'open' and s.state = 'open' and s.due_at <= $1 and s.kind not in ('approve', 'vote')) x
     where x.place <= $2 order by x.person, x.place`, [until, most, day]);
}

/** One letter a person and day, however often it is written. Answers how many are new. */
export async function insertDigests(tx: Tx, digests: readonly { readonly person: string; readonly digest: Digest }[], at: Date): Promise<number> {
  if (digests.length === 0) return 0;
  const rows = await tx.read(
    `insert into totrinh.delivery (id, effect_key, channel, person_id, kind, data, at)
     select gen_random_uuid(), 'digest ' || x.person || ' ' || x.day, 'email', x.person, 'digest', x.data, $4 from unnest($1::text[], $2::text[], $3::jsonb[]) as x(person, day, data) on conflict (effect_key) do nothing returning 1`,
    [digests.map((d) => d.person), digests.map((d) => d.digest.day), digests.map((d) => JSON.stringify(d.digest)), at]);
  return rows.length;
}
