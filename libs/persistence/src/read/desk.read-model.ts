import type { DeskList, DeskSort } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import type { Row, Tx } from '../tx.ts';
import { linesOf, linesSql, placesOf, type DeskLine, type DeskPlace, type LineRow } from './queue-lines.ts';
import { OTHERS_TASKS, ROWS, type Cut } from './queue-lists.ts';
import { MY_TASKS, WAITS } from './queue-mine.ts';
import { Standings, traitsOf, type Trait } from './queue-standing.ts';
import { behind, every, NO_FILTER, orderOf, Values, type DeskFilter, type DeskListKey, type DeskListWish } from './queue-wish.ts';
import { readReckoning, type Reckoning } from './reckoning.ts';
import { pageFrom, reading, readingOneSnapshot, type PageFound, type PageWish, type Viewer } from './viewer.ts';

export interface DeskPage extends PageFound<DeskLine, DeskListKey> { readonly places: readonly DeskPlace[]; readonly count: number | null; readonly reckoning: Reckoning }
export interface DeskCounts {
  readonly todo: { readonly count: number; readonly offered: number; readonly overdue: number; readonly today: number; readonly soon: number; readonly beforeLeaders: number; readonly bulk: number; readonly inSteadOf: readonly { readonly person: string; readonly name: string; readonly count: number }[] };
  readonly waiting: { readonly count: number }; readonly informed: { readonly count: number; readonly unread: number }; readonly done: { readonly count: number }; readonly troubled: { readonly count: number };
}

/** What has been done may be long: each of its parts is read along its own index, as far as the page goes. */
const along = (list: DeskList, sort: DeskSort): boolean => list === 'done' && sort === 'newest';
const WHOLE: Cut = { where: 'true', tail: '' };

/** "What lies on my desk?": the five lists, each with its count, both by the same rows: nothing is counted that the viewer may not see. */
export class DeskReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** A page of a list; the first one says how many rows there are by its filter. */
  page(viewer: Viewer, { list, sort, filter }: DeskListWish, wish: PageWish<DeskListKey>): Promise<DeskPage> {
    return reading(this.#source, async (tx) => {
      const reckoning = await readReckoning(tx);
      const ask = new Question(viewer, reckoning, await this.#traits(tx, viewer, reckoning, list, filter));
      const { sql, values } = ask.page(list, filter, sort, wish);
      const found = await tx.read<LineRow & { readonly total: number | null }>(sql, values);
      const cut = pageFrom(found, wish.limit, (x): DeskListKey => ({ sort, due: x.dueAt?.toISOString() ?? null, code: x.code, at: x.at.toISOString(), id: x.id }));
      const items = await linesOf(tx, cut.items, reckoning, viewer.person);
      const places = list === 'todo' ? [] : await placesOf(tx, items.map((i) => i.dossier.id), reckoning);
      return { items, next: cut.next, places, count: wish.after !== null ? null : along(list, sort) ? await ask.count(tx, list, filter) : (found[0]?.total ?? 0), reckoning };
    });
  }

  /** How much stands in each list, of one moment. */
  counts(viewer: Viewer): Promise<DeskCounts> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const reckoning = await readReckoning(tx);
      const traits = await traitsOf(tx, reckoning, `from ${MY_TASKS} where ${WAITS}`, [viewer.person, viewer.day]);
      const ask = new Question(viewer, reckoning, traits);
      const count = async (list: DeskList): Promise<{ count: number }> => ({ count: await ask.count(tx, list, NO_FILTER) });
      return { todo: await ask.todo(tx), waiting: await count('waiting'), informed: await ask.informed(tx), done: await count('done'), troubled: await count('troubled') };
    });
  }

  /** Only where the filter asks for what the rules know. */
  async #traits(tx: Tx, viewer: Viewer, reckoning: Reckoning, list: DeskList, { due, urgency, bulk }: DeskFilter): Promise<readonly Trait[]> {
    if (due === null && urgency === null && !bulk) return [];
    if (list === 'todo') return traitsOf(tx, reckoning, `from ${MY_TASKS} where ${WAITS}`, [viewer.person, viewer.day]);
    return list === 'waiting' ? traitsOf(tx, reckoning, `${OTHERS_TASKS} and $2::date is not null`, [viewer.person, viewer.day]) : [];
  }
}

/** Statements on lists for one viewer at one instant. */
class Question {
  readonly #viewer: Viewer;
  readonly #by: { readonly traits: readonly Trait[]; readonly reckoning: Reckoning; readonly now: Date };

  constructor(viewer: Viewer, reckoning: Reckoning, traits: readonly Trait[]) {
    this.#viewer = viewer;
    this.#by = { traits, reckoning, now: viewer.now ?? new Date(`${viewer.day}T00:00:00.000Z`) };
  }

  page(list: DeskList, filter: DeskFilter, sort: DeskListKey['sort'], { limit, after }: PageWish<DeskListKey>): { sql: string; values: unknown[] } {
    const v = new Values(this.#viewer);
    const most = v.put(limit + 1, 'int');
    const part = (at: string, id: string): Cut => ({ where: after === null ? 'true' : `(${at}, ${id}) < (${v.put(after.at, 'timestamptz')}, ${v.put(after.id, 'uuid')})`, tail: `order by ${at} desc, ${id} desc limit ${most}` });
    const rows = ROWS[list](v, filter, new Standings(v, this.#by), along(list, sort) ? part : () => WHOLE);
    const page = `select x.*, ${after === null ? 'count(*) over ()::int' : 'null::int'} as total from (${rows}) x where $2::date is not null and ${every(after === null ? [] : [behind(v, after)])} order by ${orderOf(sort)} limit ${most}`;
    return { sql: linesSql(page, orderOf(sort)), values: v.list };
  }

  async count(tx: Tx, list: DeskList, filter: DeskFilter): Promise<number> {
    return (await this.#sums(tx, list, filter, 'count(*)::int as count'))['count'] ?? 0;
  }

  async informed(tx: Tx): Promise<DeskCounts['informed']> {
    const { count = 0, unread = 0 } = await this.#sums(tx, 'informed', NO_FILTER, `count(*)::int as count, count(*) filter (where not (x.told ->> 'read')::boolean)::int as unread`);
    return { count, unread };
  }

  async todo(tx: Tx): Promise<DeskCounts['todo']> {
    const of = (group: string): string => `count(*) filter (where x.grp = '${group}')::int as "${group}"`;
    const sums = await this.#sums(tx, 'todo', NO_FILTER, `count(*)::int as count, count(*) filter (where x.offered)::int as offered, ${['overdue', 'today', 'soon', 'beforeLeaders'].map(of).join(', ')}, count(*) filter (where x.bulk)::int as bulk, count(x.stead)::int as stead`, true);
    const { count = 0, offered = 0, overdue = 0, today = 0, soon = 0, beforeLeaders = 0, bulk = 0, stead = 0 } = sums;
    return { count, offered, overdue, today, soon, beforeLeaders, bulk, inSteadOf: stead === 0 ? [] : await this.#steads(tx) };
  }

  async #steads(tx: Tx): Promise<DeskCounts['todo']['inSteadOf']> {
    const v = new Values(this.#viewer);
    const rows = ROWS.todo(v, NO_FILTER, new Standings(v, this.#by), () => WHOLE);
    return tx.read<Row & { person: string; name: string; count: number }>(`select p.id as person, p.name, count(*)::int as count from (${rows}) x join totrinh.person p on p.id = x.stead group by p.id order by p.id`, v.list);
  }

  async #sums(tx: Tx, list: DeskList, filter: DeskFilter, sums: string, grouped = false): Promise<Readonly<Record<string, number>>> {
    const v = new Values(this.#viewer);
    const rows = ROWS[list](v, filter, new Standings(v, this.#by, grouped), () => WHOLE);
    const [found] = await tx.read<Row & Readonly<Record<string, number>>>(`select ${sums} from (${rows}) x where $2::date is not null`, v.list);
    return found ?? {};
  }
}
