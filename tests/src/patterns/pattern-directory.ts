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

/** A unit of its own: people by the role of the post that they hold there; answers its id. Posts are asked in the order of roles, then of people. */
export async function newUnit(posts: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const unit = `MAU-${randomUUID().slice(0, 8)}`;
  await asOwner(`insert into totrinh.unit (id, name, short, regime, valid_from) values ($1, 'Cơ quan MẪU', $1, 'party', '2020-10-01')`, [unit]);
  for (const [role, people] of Object.entries(posts)) for (const person of people) await isAppointed(unit, role, person);
  return unit;
}

/** Somebody is appointed in a unit. */
export async function isAppointed(unit: string, role: string, person: string): Promise<void> {
  await asOwner(`with post as (insert into totrinh.post (id, unit_id, role, title) values ($1, $2, $3, 'Chức vụ MẪU') returning id)
    insert into totrinh.appointment (id, person_id, post_id, valid_from) select $4, $5, id, '2020-10-01' from post`, [`${unit}-${role}-${person}`, unit, role, randomUUID(), person]);
}

/** Somebody leaves a unit: their appointment ended yesterday at the latest. */
export async function leavesUnit(unit: string, person: string): Promise<void> {
  await asOwner(`update totrinh.appointment a set valid_to = '2021-01-01' from totrinh.post p where p.id = a.post_id and p.unit_id = $1 and a.person_id = $2`, [unit, person]);
}

/** What somebody is good at is written in the directory; answers the word, which nobody else has. */
export async function learns(person: string): Promise<string> {
  const skill = `chuyen-sau-${randomUUID().slice(0, 8)}`;
  await asOwner('update totrinh.person set skills = skills || $2::text where id = $1', [person, skill]);
  return skill;
}

/** The day of an open step comes: what the clock has to do about it is due from the moment on which the step opened. */
export async function dayComes(dossier: string, path: string): Promise<void> {
  await asOwner(`update totrinh.rung r set due_at = s.opened_at from totrinh.step s where s.id = r.step_id and s.dossier_id = $1 and s.path = $2 and s.state = 'open'`, [dossier, path]);
}

/** The term of an open step passed on Friday 8/7/2022, three working days ago: what stands written as its due instant, and everything that the clock has to do about it. */
export async function termPassed(dossier: string, path: string): Promise<void> {
  await asOwner(`update totrinh.step set due_at = '2022-07-08T10:00:00Z' where dossier_id = $1 and path = $2 and state = 'open'`, [dossier, path]);
  await dayComes(dossier, path);
}

/** Somebody's browsers signed in ten minutes ago at the latest: longer than a sign-in counts as fresh. */
export async function signedInLongAgo(person: string): Promise<void> {
  await asOwner(`update totrinh.session set signed_in_at = signed_in_at - interval '10 minutes' where person_id = $1`, [person]);
}
