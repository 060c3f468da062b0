import type { DataSource } from 'typeorm';
import { AWAY, LETS } from '../ledger/directory.ts';
import type { Row } from '../tx.ts';
import { MAY_SEE, reading } from './viewer.ts';

/** A row that was written: an act of `person`, a step or a task that opened, or a notice to `person`. Its id tells when it was made. */
export interface Change { readonly id: string; readonly is: 'act' | 'opened' | 'notice'; readonly dossier: string | null; readonly person: string | null }

/** Somebody who may read a changed dossier; `desk`: they take part in it or act for somebody who does. */
export interface Hearer { readonly person: string; readonly dossier: string; readonly desk: boolean }

/** The least id (UUIDv7) that can have been made at this instant. */
export function firstIdAt(ms: number): string {
  const hex = Math.max(0, Math.trunc(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

const between = (table: string, is: Change['is'], dossier: string, person: string): string => `select id, '${is}' as is, ${dossier} as dossier, ${person} as person from totrinh.${table} where id > $1::uuid and id < $2::uuid`;
const CHANGES = [between('act', 'act', 'dossier_id', 'actor'), between('step', 'opened', 'dossier_id', 'null::text'), between('task', 'opened', 'dossier_id', 'null::text'), between('notice', 'notice', 'dossier_id', 'person_id')].join(' union all ');

const ofPerson = (condition: string): string => condition.replaceAll(/\$1\b/g, 'q.person');
/** The desk of `q.person` shows dossier `d` in one list or another. */
const ON_DESK = `exists (select 1 from totrinh.participant k where k.dossier_id = d.id and (k.person_id = q.person
  or exists (select 1 from totrinh.absence b where b.substitute_id = q.person and b.person_id = k.person_id and ${AWAY})
  or exists (select 1 from totrinh.authority g where g.grantee_id = q.person and g.grantor_id = k.person_id and ${LETS})))`;

/** "What has changed just now, and who may know?": asked for everybody who listens at once. */
export class LiveReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** What was written with an id made between two instants (ms): primary keys alone are read, whoever wrote it. */
  between(from: number, to: number): Promise<Change[]> {
    return reading(this.#source, (tx) => tx.read<Row & Change>(CHANGES, [firstIdAt(from), firstIdAt(to)]));
  }

  /** Which of these people may read which of these dossiers on a day: the rule of all read models. */
  hearers(people: readonly string[], dossiers: readonly string[], day: string): Promise<Hearer[]> {
    return reading(this.#source, (tx) => tx.read<Row & Hearer>(
      `select q.person, d.id as dossier, ${ON_DESK} as desk from unnest($1::text[]) as q(person) join totrinh.dossier d on d.id = any($3::uuid[]) where ${ofPerson(MAY_SEE)}`, [people, day, dossiers]));
  }
}
