import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { theHouse } from '../house/house-address.ts';

// What no request changes: the office's directory is administered in the store, and days pass by themselves.

async function asOwner(text: string, values: readonly unknown[]): Promise<void> {
  const client = new Client({ connectionString: theHouse().dbOwnerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(text, [...values]);
    if (rowCount === 0) throw new Error(`nothing was changed: ${text}`);
  } finally {
    await client.end();
  }
}

/** A body of its own whose seats these people hold, in this order; answers its id. */
export async function newBody(...people: readonly string[]): Promise<string> {
  const body = `hoi-dong-mau-${randomUUID().slice(0, 8)}`;
  await asOwner(`insert into totrinh.body (id, name, valid_from) values ($1, 'Hội đồng MẪU', '2020-10-01')`, [body]);
  for (const person of people) await takesSeat(body, person);
  return body;
}

/** Somebody comes into a body. */
export async function takesSeat(body: string, person: string): Promise<void> {
  await asOwner(`with seat as (insert into totrinh.post (id, body_id, role, title) values ($1, $2, 'member', 'Thành viên MẪU') returning id)
    insert into totrinh.appointment (id, person_id, post_id, valid_from) select $3, $4, id, '2020-10-01' from seat`, [`${body}-${person}`, body, randomUUID(), person]);
}

/** Somebody leaves a body: their appointment ended yesterday at the latest. */
export async function leavesSeat(body: string, person: string): Promise<void> {
  await asOwner(`update totrinh.appointment set valid_to = '2021-01-01' where person_id = $2 and post_id = $1`, [`${body}-${person}`, person]);
}

/** The day of an open step comes: what the clock has to do about it is due from the moment on which the step opened. */
export async function dayComes(dossier: string, path: string): Promise<void> {
  await asOwner(`update totrinh.rung r set due_at = s.opened_at from totrinh.step s where s.id = r.step_id and s.dossier_id = $1 and s.path = $2 and s.state = 'open'`, [dossier, path]);
}
