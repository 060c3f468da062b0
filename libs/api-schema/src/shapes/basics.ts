import { z } from 'zod';

/** Shapes that many answers share. Instants are UTC with milliseconds, days are `YYYY-MM-DD` of the office's zone. */
export const uuid = z.uuid();
export const instant = z.iso.datetime({ precision: 3 });
export const day = z.iso.date();
export const etag = z.string().meta({ description: 'Entity tag, to be sent back as If-Match' });
/** Id of a person, a unit or a body. */
export const id = z.string().min(1).max(100);
/** A name of the route language, and the full path of a step. */
export const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(64);
export const path = z.string().min(1).max(500);
/** Words of people: cleaned and measured by the rules of text, which answer with codes of their own. */
export const words = z.string();
/** Typed facts of a case, by the names that its route declares. */
export const fields = z.record(z.string().max(40), z.union([z.boolean(), z.number(), z.string().max(500)]));
/** A word to filter by: no control characters, which PostgreSQL does not take. */
export const filterWord = (most: number) => z.string().max(most).regex(/^\P{C}*$/u);
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

export const bilingual = z.object({ vi: z.string(), en: z.string() }).meta({ id: 'Bilingual' });
export const personRef = z.object({ person: z.string(), name: z.string() }).meta({ id: 'PersonRef' });
export const unitRef = z.object({ id: z.string(), name: z.string() }).meta({ id: 'UnitRef' });

export const idParams = z.strictObject({ id: uuid });
export const codeParams = z.strictObject({ id: z.string().min(1).max(100) });

/** Keyset paging: `cursor` is what the page before answered as `next`. */
export const paging = { limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(300).optional() };

/** A page of a list; `next` is null on the last one. */
export function pageOf<T extends z.ZodType>(item: T, id: string) {
  return z.object({ items: z.array(item), next: z.string().nullable() }).meta({ id });
}

export type Bilingual = z.infer<typeof bilingual>;
export type PersonRef = z.infer<typeof personRef>;
