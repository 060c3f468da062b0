import { WEB_PATHS } from '../../../apps/api/src/http/serve-web.ts';
import { importsOf } from './imports-of.ts';
import { readRepoFile, repoFiles } from './repository.ts';

const WEB = 'apps/web/src/';
const files = repoFiles().filter((path) => path.startsWith(WEB) && /\.tsx?$/.test(path));
const featureOf = (path: string): string | undefined => /^apps\/web\/src\/features\/([^/]+)\//.exec(path)?.[1];
const targetOf = (file: string, specifier: string): string => new URL(specifier, `file:///${file}`).pathname.slice(1);

type Catalogue = { readonly [key: string]: string | Catalogue };
const keysOf = (words: Catalogue, before = ''): string[] => Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`)));
const holes = (words: Catalogue): Map<string, string> => new Map(flat(words).map(([key, text]) => [key, [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort().join()]));
const flat = (words: Catalogue, before = ''): [string, string][] => Object.entries(words).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[before + key, value]] : flat(value, `${before}${key}.`)));
const catalogues = repoFiles().filter((path) => path.startsWith(WEB) && path.endsWith('/vi.json')).map((vi) => ({ vi, en: vi.replace(/vi\.json$/, 'en.json'), feature: vi.startsWith(`${WEB}kit/`) ? 'shell' : vi.split('/').at(-2)! }));
const read = (path: string): Catalogue => JSON.parse(readRepoFile(path)) as Catalogue;

describe('the rooms of the web', () => {
  test('a feature imports no other feature, the kit no feature, and nothing imports the frame', () => {
    const wrong = files.flatMap((file) => importsOf(file, readRepoFile(file)).filter(({ specifier }) => specifier.startsWith('.')).map(({ specifier }) => ({ file, to: targetOf(file, specifier) })))
      .filter(({ file, to }) => {
        const [from, into] = [featureOf(file), featureOf(to)];
        if (into !== undefined && from !== into) return file !== `${WEB}app/router.tsx`;
        return to.startsWith(`${WEB}app/`) && !file.startsWith(`${WEB}app/`) && file !== `${WEB}main.tsx`;
      });
    expect(wrong).toEqual([]);
  });

  test('each file holds at most one query or mutation, and the API is asked nowhere else', () => {
    const hooks = (text: string): number => [...text.matchAll(/\b(useQuery|useInfiniteQuery|useMutation|useAct)(<[^(]*>)?\(/g)].length;
    const found = files.filter((file) => !file.startsWith(`${WEB}kit/api/`)).map((file) => ({ file, hooks: hooks(readRepoFile(file)), asks: /\bapi\.(GET|POST|PUT|PATCH|DELETE|attach)\(/.test(readRepoFile(file)) }));
    expect(found.filter(({ hooks: n }) => n > 1).map(({ file }) => file)).toEqual([]);
    expect(found.filter(({ hooks: n, asks }) => asks && n === 0).map(({ file }) => file)).toEqual([]);
  });

  test('the server knows the addresses of the screens, and no others', () => {
    const router = readRepoFile(`${WEB}app/router.tsx`);
    const paths = [...router.matchAll(/(?:screen\('|path: ')(\/[a-z-]*)/g)].map((m) => m[1]);
    expect([...new Set(['/', ...paths])].sort()).toEqual([...WEB_PATHS].sort());
  });
});

describe('the catalogues', () => {
  test.each(catalogues)('$feature: both languages have the same keys, with the same places to fill in', ({ vi, en }) => {
    expect(keysOf(read(en)).sort()).toEqual(keysOf(read(vi)).sort());
    expect(holes(read(en))).toEqual(holes(read(vi)));
    for (const [key, text] of [...flat(read(vi)), ...flat(read(en))]) expect([key, text.trim()]).not.toEqual([key, '']);
  });

  test('every key that a screen asks for is in its catalogue', () => {
    const missing = files.flatMap((file) => {
      const text = readRepoFile(file);
      const named = new Map([...text.matchAll(/const (\w+) = useWords\((?:'([a-z-]+)')?\)/g)].map((m) => [m[1]!, m[2] ?? 'shell']));
      return [...named].flatMap(([t, feature]) => {
        const catalogue = catalogues.find((c) => c.feature === feature);
        if (catalogue === undefined) return [`${file}: no catalogue ${feature}`];
        const keys = new Set(keysOf(read(catalogue.vi)).flatMap((key) => [key, key.replace(/_(one|other|zero|two|few|many)$/, '')]));
        return [...text.matchAll(new RegExp(`\\b${t}\\('([^'$]+)'\\s*[,)]`, 'g'))].map((m) => m[1]!).filter((key) => !keys.has(key)).map((key) => `${file}: ${feature} ${key}`);
      });
    });
    expect(missing).toEqual([]);
  });

  test('the catalogues write tone marks in one style, from which the other is made', () => {
    const both = catalogues.flatMap(({ vi }) => flat(read(vi)).filter(([, text]) => /(?<![qQ])u[ỳýỷỹỵ](?!\p{L})|o[àáảãạèéẻẽẹ](?!\p{L})/u.test(text.normalize('NFC').replace(/“[^”]*”/g, ''))).map(([key]) => `${vi}: ${key}`));
    expect(both.filter((line) => !line.includes('prefer.tones'))).toEqual([]);
  });
});
