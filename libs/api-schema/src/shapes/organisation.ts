import { z } from 'zod';
import { day, id, pageOf, paging, personRef, unitRef } from './basics.ts';

const regime = z.enum(['party', 'state', 'union']);
const valid = { validFrom: day, validTo: day.nullable().meta({ description: 'The first day on which it is no more' }) };

/** Who holds a post on the day, since when; `acting`: for a time, until it has a holder of its own (quyền, phụ trách). */
const holder = personRef.extend({ since: day, until: day.nullable(), acting: z.boolean() }).meta({ id: 'PostHolder' });
const post = z.object({ id: z.string(), role: z.string(), title: z.string(), holders: z.array(holder) }).meta({ id: 'PostOnDay' });
const unit = z.object({ id: z.string(), name: z.string(), short: z.string(), regime, ...valid, posts: z.array(post) }).meta({ id: 'UnitOnDay' });
const body = z.object({ id: z.string(), name: z.string(), ...valid, seats: z.array(post), signers: z.array(z.object({ post: z.string(), title: z.string(), holders: z.array(personRef) })).meta({ description: 'Who signs for it, the first one first' }) }).meta({ id: 'BodyOnDay' });

export const organisationQuery = z.strictObject({ on: day.optional().meta({ description: 'Today where it is left out' }) });
export const organisationShape = z.object({ on: day, units: z.array(unit), bodies: z.array(body) }).meta({ id: 'Organisation' });

const search = { search: z.string().max(200).optional().meta({ description: 'Words in any order; accents do not matter, and “uỷ” finds “ủy”' }) };
export const peopleQuery = z.strictObject({ ...paging, ...search, unit: id.optional().meta({ description: 'Who holds a post of this unit today' }), body: id.optional() });
const foundPost = z.object({ role: z.string(), title: z.string(), acting: z.boolean(), unit: unitRef.nullable(), body: unitRef.nullable() });
export const foundPersonShape = personRef.extend({ posts: z.array(foundPost) }).meta({ id: 'FoundPerson' });
export const peopleShape = pageOf(foundPersonShape, 'PeoplePage');
export const unitsQuery = z.strictObject({ ...paging, ...search, regime: regime.optional() });
export const unitsShape = pageOf(z.object({ id: z.string(), name: z.string(), short: z.string(), regime }).meta({ id: 'FoundUnit' }), 'UnitPage');
export const bodiesQuery = z.strictObject({ ...paging, ...search });
export const bodiesShape = pageOf(z.object({ id: z.string(), name: z.string(), members: z.int(), mine: z.boolean().meta({ description: 'Whether the asker prepares and writes up its meetings' }) }).meta({ id: 'FoundBody' }), 'BodyPage');
