import type { DataSource } from 'typeorm';
import type { Row } from '../tx.ts';
import { HOLDS_A_POST, reading } from './viewer.ts';

/** A deadline in a calendar feed: codes only. `changed` is the instant at which it came to be as it is, `changes` how often it moved. */
export interface FeedDeadline extends Row { readonly task: string; readonly dossier: string; readonly code: string; readonly step: string; readonly dueAt: Date; readonly changed: Date; readonly changes: number }

/** Nobody has more at once; a calendar that asks is not led to read all that was ever given. */
const MOST = 500;

/** "When is what of mine due?", asked without a sign-in by whoever knows the address. */
export class DeadlineFeedReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /**
   * Open tasks with a term that the owner of this token holds or may take, the nearest first. Null where no such address holds, also for whoever holds no post on
   * `day` any more. `hash`: SHA-256 of the token, hex.
   */
  read(hash: string, day: string): Promise<readonly FeedDeadline[] | null> {
    return reading(this.#source, async (tx) => {
      const owner = (await tx.read<{ person: string }>('select person_id as person from totrinh.feed_token where token_hash = $1 and ended_at is null', [hash]))[0]?.person;
      if (owner === undefined || (await tx.read(`select 1 where ${HOLDS_A_POST}`, [owner, day])).length === 0) return null;
      return tx.read<FeedDeadline>(
        `select t.id as task, d.id as dossier, d.code, s.path as step, s.due_at as "dueAt", coalesce(c.at, t.opened_at) as changed, c.n as changes
         from totrinh.task_candidate k join totrinh.task t on t.id = k.task_id and t.state = 'open' join totrinh.step s on s.id = t.step_id join totrinh.dossier d on d.id = t.dossier_id
           cross join lateral (select max(e.at) as at, count(*)::int as n from totrinh.event e where e.dossier_id = d.id and e.type = 'due.changed' and e.body::json #>> '{data,step}' = s.id::text) c
         where k.person_id = $1 and k.open and not k.helper and (t.holder is null or t.holder = $1) and s.due_at is not null and d.more #>> '{suspended,until}' is null order by s.due_at, t.id limit ${MOST}`, [owner]);
    });
  }
}
