import { DeskReadModel, NO_FILTER, type DeskListWish } from '@totrinh/persistence';
import type { LedgerDossier } from '../house/ledger-dossier.ts';
import type { LedgerHouse } from '../house/ledger-house.ts';
import { readerIn } from './queue-ward.ts';

/**
 * Copies of a dossier with one open task: `mine` of them before this person, and `others` before somebody else, opened a minute apart; of each five, one has no
 * term. Rows alone, without a chain: for what pages and plans are about.
 */
export async function crowd(house: LedgerHouse, like: LedgerDossier, { person, mine, others, done = 0, title = 'Hồ sơ MẪU đông' }: { person: string; mine: number; others: number; done?: number; title?: string }): Promise<void> {
  await house.look(
    `with n as materialized (select g, gen_random_uuid() as d, gen_random_uuid() as s, gen_random_uuid() as t, case when g <= $2::int or g > $3::int then $4 else 'sxd-truong' end as who, g > $3::int as done from generate_series(1, $5::int) g),
       dossiers as (insert into totrinh.dossier (id, code, kind, title, lead_unit_id, drafter_id, route_id, route_version, route_semantics, roles, status, round, programme_state, pending, seq, head_hash, last_at, created_at)
         select n.d, 'ĐÔNG-' || lpad(n.g::text, 6, '0') || '-' || left(n.d::text, 8), d.kind, $6 || ' ' || n.g, d.lead_unit_id, null, d.route_id, d.route_version, d.route_semantics, d.roles, 'open', 1, d.programme_state, '[]', 1, d.head_hash, d.last_at, d.created_at
         from n, totrinh.dossier d where d.id = $1::uuid),
       steps as (insert into totrinh.step (id, dossier_id, path, kind, round, cause, opened, state, opened_at, due_at)
         select n.s, n.d, 'duyet-noi-dung', 'review', 1, 1, 1, case when n.done then 'settled' else 'open' end, o.at, case when n.g % 5 > 0 then o.at + interval '30 days' end from n cross join lateral (select '2022-07-01T00:00Z'::timestamptz + n.g * interval '1 minute' as at) o),
       tasks as (insert into totrinh.task (id, dossier_id, step_id, state, opened, holder, seen, opened_at, closed_at)
         select n.t, n.d, n.s, case when n.done then 'done' else 'open' end, 1, n.who, false, '2022-07-01T00:00Z'::timestamptz + n.g * interval '1 minute', case when n.done then '2022-07-02T00:00Z'::timestamptz + n.g * interval '1 minute' end from n),
       seats as (insert into totrinh.task_candidate (task_id, person_id, capacity, appointment_id, sort, open) select n.t, n.who, 'head', a.id, 0, not n.done from n join totrinh.appointment a on a.person_id = n.who)
     insert into totrinh.participant (dossier_id, person_id) select n.d, n.who from n`,
    [like.id, mine, mine + others, person, mine + others + done, title]);
  await house.look('vacuum analyze');
}

interface Plan { readonly 'Index Name'?: string; readonly 'Node Type': string; readonly 'Relation Name'?: string; readonly Plans?: readonly Plan[] }

/** The names of the indexes by which PostgreSQL reads this page. */
export async function indexesOf(house: LedgerHouse, person: string, wish: Pick<DeskListWish, 'list' | 'sort'> & Partial<DeskListWish>): Promise<string[]> {
  const asked: { text: string; values?: readonly unknown[] }[] = [];
  const source = { createQueryRunner: () => overheard(house, asked) } as unknown as ConstructorParameters<typeof DeskReadModel>[0];
  await new DeskReadModel(source).page(readerIn(house, person), { filter: NO_FILTER, ...wish }, { limit: 50, after: null });
  const page = asked.find((q) => q.text.startsWith('with x as materialized'));
  const [row] = await house.look<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (format json) ${page?.text ?? ''}`, page?.values ?? []);
  const names = (p: Plan): string[] => [...(p['Index Name'] === undefined ? [] : [p['Index Name']]), ...(p.Plans ?? []).flatMap(names)];
  return [...new Set((row?.['QUERY PLAN'] ?? []).flatMap((p) => names(p.Plan)))].sort();
}

/** A connection whose statements are written down as they pass. */
function overheard(house: LedgerHouse, asked: { text: string; values?: readonly unknown[] }[]): unknown {
  const runner = house.source.createQueryRunner();
  return {
    release: () => runner.release(),
    connect: async () => {
      const client = (await runner.connect()) as { query: (q: { text: string; values?: readonly unknown[] }) => Promise<unknown> };
      return { query: (q: { text: string; values?: readonly unknown[] }) => { asked.push(q); return client.query(q); } };
    },
  };
}
