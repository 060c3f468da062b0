import { whomOfRung, type Ladder, type Whom } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';
import type { Named } from './dossier-parts.ts';

/** Somebody who was told, and as what. */
export interface ToldPerson extends Named { readonly as: Whom }

/** A rung of a step: one that has spoken (`firedAt`), with everybody who was told, or one to come, with whom it will tell by the ladder's words. */
export interface StepRung {
  readonly step: string;
  readonly kind: 'ladder' | 'overdue' | 'lapse';
  readonly ladder: string | null;
  readonly name: string | null;
  readonly n: number;
  /** The instant for which it spoke, or will. */
  readonly at: Date;
  readonly firedAt: Date | null;
  readonly told: readonly ToldPerson[];
  readonly tells: readonly Whom[];
  /** How many had been sent by then; null for one to come. */
  readonly reminders: number | null;
}

type RungRow = Row & Omit<StepRung, 'tells'> & { readonly rules: Ladder | null };

/** What was said for the steps of a dossier and what is to come, each step's in the order of instants. */
export async function readRungs(tx: Tx, dossier: string): Promise<StepRung[]> {
  const rows = await tx.read<RungRow>(
    `select e.body::json #>> '{data,step}' as step, 'ladder' as kind, e.body::json #>> '{data,ladder}' as ladder, e.body::json #>> '{data,name}' as name, (e.body::json #>> '{data,n}')::int as n,
       (e.body::json #>> '{data,effectiveAt}')::timestamptz as at, e.at as "firedAt", (e.body::json #>> '{data,reminders}')::int as reminders, null::jsonb as rules,
       (select coalesce(json_agg(json_build_object('person', p.id, 'name', p.name, 'as', w."as")), '[]') from json_to_recordset(e.body::json #> '{data,told}') as w(person text, "as" text) join totrinh.person p on p.id = w.person) as told
     from totrinh.event e where e.dossier_id = $1 and e.type = 'rung.fired'
     union all select r.step_id::text, r.kind, r.ladder, r.name, r.n, r.due_at, null, null, (select l.body from totrinh.ladder_version l where l.ladder_id || ':' || l.version = r.ladder), '[]'
     from totrinh.rung r where r.dossier_id = $1 and r.fired_at is null and r.void_at is null and r.step_id is not null order by 6, 5`, [dossier]);
  return rows.map(({ rules, ...r }) => {
    const rung = rules?.rungs.find((x) => x.rung === r.name);
    return { ...r, tells: rung ? whomOfRung(rung) : [] };
  });
}
