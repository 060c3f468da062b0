import { findTask, liesBeforeLeader } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import type { Row, Tx } from '../tx.ts';
import { loadCases } from '../ledger/load-case.ts';
import { loadRoute } from '../ledger/routes.ts';
import { DossierReadModel, type SeenDossier } from './dossier.read-model.ts';
import type { Named } from './dossier-parts.ts';
import { LEADER_ROWS, type LeaderRow } from './leader-desk-rows.ts';
import { QueueReadModel, type QueuedTask, type QueueKey } from './queue.read-model.ts';
import { readReckoning } from './reckoning.ts';
import { reading, type PageFound, type Viewer } from './viewer.ts';

/** A thing on a leader's list: the task as it waits in their queue. */
export type LeaderTask = Pick<QueuedTask, 'id' | 'openedAt' | 'inSteadOf' | 'byAuthorityOf'> & { readonly dossier: string };
/** Giao thư ký: who gave it to whom, and what they said; null where it was erased. */
export interface Entrusted { readonly by: Named; readonly at: Date; readonly to: readonly Named[]; readonly text: string | null }
/** A card: the dossier as its reader sees it, and what stands beside it. */
export interface LeaderCard { readonly task: LeaderTask; readonly seen: SeenDossier; readonly posts: ReadonlyMap<string, string>; readonly submittedAt: Date | null; readonly entrusted: Entrusted | null }
/** A leader for whom the viewer may record, with how many things lie before them. */
export interface LeaderCount extends Named { readonly post: string | null; readonly count: number }

const PAGE = 200;

/** "What lies before this leader, and what does the office say to it?" */
export class LeaderDeskReadModel {
  readonly #source: DataSource;
  readonly #queue: QueueReadModel;
  readonly #dossiers: DossierReadModel;

  constructor(source: DataSource) {
    this.#source = source;
    this.#queue = new QueueReadModel(source);
    this.#dossiers = new DossierReadModel(source);
  }

  /** The viewer's own list, the longest waiting first. */
  async own(viewer: Viewer): Promise<LeaderTask[]> {
    const found: QueuedTask[] = [];
    let after: QueueKey | null = null;
    do {
      const page: PageFound<QueuedTask, QueueKey> = await this.#queue.page(viewer, { limit: PAGE, after });
      found.push(...page.items.filter((t) => t.leaders && !t.asHelper));
      after = page.next;
    } while (after !== null);
    const tasks = found.map((t) => ({ id: t.id, openedAt: t.openedAt, inSteadOf: t.inSteadOf, byAuthorityOf: t.byAuthorityOf, dossier: t.dossier.id }));
    return reading(this.#source, async (tx) => inOrder(await beforeLeaders(tx, tasks)));
  }

  /** What lies before somebody else, in dossiers where the viewer may enter what they say: nothing else is told. */
  async of(viewer: Viewer, leader: string): Promise<LeaderTask[]> {
    return reading(this.#source, async (tx) => {
      const rows = (await tx.read<LeaderRow>(LEADER_ROWS, [viewer.person, viewer.day])).filter((r) => r.person === leader);
      return inOrder(await beforeLeaders(tx, rows.map(asTask)));
    });
  }

  /** The leaders before whom something lies in which the viewer may record, by name. */
  people(viewer: Viewer): Promise<LeaderCount[]> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<LeaderRow>(LEADER_ROWS, [viewer.person, viewer.day]);
      const kept = new Set((await beforeLeaders(tx, rows.map(asTask))).map((t) => t.id));
      const byPerson = Map.groupBy(rows.filter((r) => kept.has(r.task)), (r) => r.person);
      return [...byPerson].map(([person, of]) => ({ person, name: of[0]?.name ?? person, post: of[0]?.post ?? null, count: new Set(of.map((r) => r.task)).size })).toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
    });
  }

  /** The cards of these tasks; what the viewer may not see any more is left out. */
  async cards(viewer: Viewer, tasks: readonly LeaderTask[]): Promise<LeaderCard[]> {
    const cards: LeaderCard[] = [];
    for (const task of tasks) {
      const seen = await this.#dossiers.find(viewer, task.dossier);
      if (seen) cards.push({ task, seen, ...(await reading(this.#source, (tx) => besides(tx, seen, task.id))) });
    }
    return cards;
  }

  /** Somebody's name; null for nobody. */
  async name(person: string): Promise<string | null> {
    const rows = await reading(this.#source, (tx) => tx.read<{ name: string }>('select name from totrinh.person where id = $1', [person]));
    return rows[0]?.name ?? null;
  }
}

const inOrder = (tasks: readonly LeaderTask[]): LeaderTask[] => tasks.toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || (a.id < b.id ? -1 : 1));

const asTask = (r: LeaderRow): LeaderTask => ({ id: r.task, openedAt: r.openedAt, inSteadOf: null, byAuthorityOf: null, dossier: r.dossier });

/** Those of the tasks that a leader answers themselves. */
async function beforeLeaders(tx: Tx, tasks: readonly LeaderTask[]): Promise<LeaderTask[]> {
  const reckoning = await readReckoning(tx);
  const cases = new Map((await loadCases(tx, [...new Set(tasks.map((t) => t.dossier))])).map((l) => [l.case.id, l.case]));
  const kept: LeaderTask[] = [];
  for (const task of tasks) {
    const c = cases.get(task.dossier);
    const open = c && findTask(c, task.id);
    if (!c?.route || !open) continue;
    const { rules } = await loadRoute(tx, c.route);
    if (liesBeforeLeader(c, rules, open, (ladder) => reckoning.leaders.has(ladder))) kept.push(task);
  }
  return kept;
}

async function besides(tx: Tx, { loaded: { case: c } }: SeenDossier, task: string): Promise<Pick<LeaderCard, 'posts' | 'submittedAt' | 'entrusted'>> {
  const posts = await tx.read<{ id: string; title: string }>('select x.id, o.title from totrinh.decision x join totrinh.appointment a on a.id = x.appointment_id join totrinh.post o on o.id = a.post_id where x.dossier_id = $1', [c.id]);
  const submitted = await tx.read<{ at: Date }>('select at from totrinh.event where dossier_id = $1 and seq = $2::int', [c.id, c.submission?.seq ?? null]);
  const entrusted = await tx.read<Row & Entrusted>(
    `select json_build_object('person', p.id, 'name', p.name) as by, e.at, (select w.value from totrinh.event_private w where w.dossier_id = $1 and w.seq = e.seq and w.field = 'text') as text,
       (select coalesce(json_agg(json_build_object('person', m.id, 'name', m.name) order by m.id), '[]') from totrinh.person m where m.id in (select json_array_elements_text(e.body::json #> '{data,mentions}'))) as to
     from totrinh.act x join totrinh.event e on e.dossier_id = x.dossier_id and e.act_id = x.id and e.type = 'comment.added' join totrinh.person p on p.id = x.actor
     where x.dossier_id = $1 and x.verb = 'entrust' and x.target = $2 order by e.seq desc limit 1`, [c.id, task]);
  return { posts: new Map(posts.map((p) => [p.id, p.title])), submittedAt: submitted[0]?.at ?? null, entrusted: entrusted[0] ?? null };
}
