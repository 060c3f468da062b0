import type { StandingName } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import type { Row, Tx } from '../tx.ts';
import { boardLines, OPEN_ROWS, openRowValues, readLines, type BoardTask, type BoardWish } from './board-rows.ts';
import { readReckoning, type Reckoning } from './reckoning.ts';
import { pageFrom, readingOneSnapshot, type PageFound, type PageWish, type Viewer } from './viewer.ts';

/** `at` is the due instant, or on the leaders' board the opening; `id` the task's, or the step's. */
export interface BoardKey { readonly at: string; readonly id: string }

/** How many open tasks of a unit stand how. */
export interface UnitCount { readonly unit: { readonly id: string; readonly name: string }; readonly standing: StandingName; readonly count: number }

/** A page with what its standings are judged by, so that words and filters say the same. */
export interface BoardPage extends PageFound<BoardTask, BoardKey> { readonly reckoning: Reckoning }

/** "What is late, with whom, and what was done about it?": only what the viewer may see; by units, never by persons. */
export class BoardReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** Open tasks with a term at `now`, the nearest first, and how many stand how in each unit; those before leaders are told apart. */
  deadlines(viewer: Viewer, now: Date, wish: BoardWish & { readonly standing: StandingName | null }, page: PageWish<BoardKey>): Promise<BoardPage & { readonly counts: readonly UnitCount[] }> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const reckoning = await readReckoning(tx);
      const values = [...await openRowValues(tx, viewer, now, reckoning, wish.route), wish.unit];
      const counts = await readCounts(tx, values);
      const open = `select x.* from (${OPEN_ROWS}) x where not x.leaders and ($14::text is null or x.unit = $14) and ($15::text is null or x.standing = $15)
        and ($16::timestamptz is null or (x.due_at, x.task) > ($16::timestamptz, $17::uuid)) order by x.due_at, x.task limit $18`;
      const lines = await readLines(tx, boardLines(open, 'x.due_at, x.task'), [...values, wish.standing, page.after?.at ?? null, page.after?.id ?? null, page.limit + 1]);
      return { ...pageFrom(lines, page.limit, (l) => ({ at: (l.dueAt ?? l.openedAt).toISOString(), id: l.task })), counts, reckoning };
    });
  }

  /** Open steps that lie before leaders and bodies, each once, the longest first: how long, never how late. */
  leaders(viewer: Viewer, now: Date, wish: BoardWish, page: PageWish<BoardKey>): Promise<BoardPage> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const reckoning = await readReckoning(tx);
      const values = await openRowValues(tx, viewer, now, reckoning, wish.route);
      const open = `select distinct on (x.opened_at, x.step) x.* from (${OPEN_ROWS}) x where x.leaders and ($14::text is null or x.lead_unit = $14)
        and ($15::timestamptz is null or (x.opened_at, x.step) > ($15::timestamptz, $16::uuid)) order by x.opened_at, x.step, x.task limit $17`;
      const lines = await readLines(tx, boardLines(open, 'x.opened_at, x.step'), [...values, wish.unit, page.after?.at ?? null, page.after?.id ?? null, page.limit + 1]);
      return { ...pageFrom(lines, page.limit, (l) => ({ at: l.openedAt.toISOString(), id: l.step.id })), reckoning };
    });
  }
}

function readCounts(tx: Tx, values: readonly unknown[]): Promise<UnitCount[]> {
  return tx.read<Row & UnitCount>(
    `select json_build_object('id', u.id, 'name', u.name) as unit, x.standing, count(*)::int as count from (${OPEN_ROWS}) x join totrinh.unit u on u.id = x.unit
     where not x.leaders and ($14::text is null or x.unit = $14) group by u.id, u.name, x.standing order by u.name, u.id, x.standing`, values);
}
