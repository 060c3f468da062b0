import { inLanguage } from '../../kit/words/words.ts';

type Both = { readonly vi: string; readonly en: string };
/** Titles of steps by the last name of their path. */
export type RouteTitles = Readonly<Record<string, Both>>;

const isRecord = (x: unknown): x is Readonly<Record<string, unknown>> => typeof x === 'object' && x !== null && !Array.isArray(x);
const isBoth = (x: unknown): x is Both => isRecord(x) && typeof x['vi'] === 'string' && typeof x['en'] === 'string';

/** Finds the titles of every step in the rules of a version, those of its sub-routes and branches too. */
export function titlesOfRules(rules: unknown, found: Record<string, Both> = {}): RouteTitles {
  if (!isRecord(rules)) return found;
  for (const [name, part] of Object.entries(rules)) {
    if (!isRecord(part)) continue;
    if (typeof part['kind'] === 'string' && isBoth(part['title'])) found[name] ??= part['title'];
    titlesOfRules(part, found);
  }
  return found;
}

/** What a step of the route is called, by its path. */
export function titleIn(titles: RouteTitles | undefined, path: string): string {
  const title = titles?.[path.split('/').at(-1) ?? path];
  return title === undefined ? path : inLanguage(title);
}
