import type { NoticeKind } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

/** Something that a person is told. `effectKey` makes it once, however often it is tried; `data` holds codes and numbers only. */
export interface NewNotice {
  readonly id: string; readonly person: string; readonly dossier: string | null; readonly kind: NoticeKind; readonly effectKey: string; readonly at: Date;
  readonly step?: string | null; readonly task?: string | null; readonly data?: Readonly<Row>;
}

/** Tells people something in the application, all with one statement. What leaves the house for them is written by `insertDeliveries` beside it. */
export function insertNotices(tx: Tx, notices: readonly NewNotice[]): void {
  if (notices.length === 0) return;
  const column = <T>(of: (n: NewNotice) => T): T[] => notices.map(of);
  tx.write(
    `insert into totrinh.notice (id, person_id, dossier_id, kind, effect_key, at, step_id, task_id, data)
     select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::uuid[], $8::uuid[], $9::jsonb[]) on conflict (effect_key) do nothing`,
    [column((n) => n.id), column((n) => n.person), column((n) => n.dossier), column((n) => n.kind), column((n) => n.effectKey), column((n) => n.at), column((n) => n.step ?? null), column((n) => n.task ?? null),
      column((n) => JSON.stringify(n.data ?? {}))]);
}

/** The person has read these (null: all that came until `at`); what was read before keeps its instant. */
export function readNotices(tx: Tx, person: string, ids: readonly string[] | null, at: Date): void {
  tx.write('update totrinh.notice set read_at = $3::timestamptz where person_id = $1 and read_at is null and at <= $3::timestamptz and ($2::uuid[] is null or id = any($2::uuid[]))', [person, ids, at]);
}
