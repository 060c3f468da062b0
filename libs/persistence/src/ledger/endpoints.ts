import type { EndpointCommand } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

export interface NewEndpoint extends EndpointCommand { readonly id: string; readonly secret: string; readonly by: string; readonly act: string; readonly at: Date }

/** Whether an endpoint has this name; whoever else registers one waits. */
export async function lockEndpointName(tx: Tx, name: string): Promise<boolean> {
  await tx.read('select pg_advisory_xact_lock(hashtextextended($1, 9))', [name]);
  return (await tx.read('select 1 from totrinh.webhook_endpoint where name = $1', [name])).length > 0;
}

export function insertEndpoint(tx: Tx, e: NewEndpoint): void {
  tx.write(
    `insert into totrinh.webhook_endpoint (id, name, url, secret, kinds, with_titles, created_by, act_id, at) values ($1::uuid, $2, $3, $4, $5::text[], $6::boolean, $7, $8::uuid, $9::timestamptz)`,
    [e.id, e.name, e.url, e.secret, e.kinds, e.withTitles, e.by, e.act, e.at]);
}

/** Ends an endpoint; what waits for it is tried no more. Answers how many deliveries that were, null where there is no such endpoint any more. */
export async function endEndpoint(tx: Tx, id: string, at: Date): Promise<number | null> {
  const ended = await tx.read('update totrinh.webhook_endpoint set ended_at = $2 where id = $1 and ended_at is null returning 1', [id, at]);
  if (ended.length === 0) return null;
  const rows = await tx.read<Row>(`update totrinh.delivery set state = 'dead', last_error = 'the endpoint was ended' where endpoint_id = $1 and state = 'waiting' returning 1`, [id]);
  return rows.length;
}
