import { readFileSync } from 'node:fs';
import { VERBS, type VerbRow } from '../../../apps/web/src/features/dossier/acts/verbs.ts';

interface Schema { readonly $ref?: string; readonly properties?: Readonly<Record<string, unknown>>; readonly required?: readonly string[] }
interface Op { readonly parameters?: readonly { readonly name: string; readonly description?: string }[]; readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> } }
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
const openapi = read('openapi.json') as { paths: Record<string, Record<string, Op>>; components: { schemas: Record<string, Schema> } };

const acts = Object.entries(openapi.paths).flatMap(([path, methods]) => (/^\/api\/v1\/(tasks|dossiers)\/\{id\}/.test(path) ? Object.entries(methods).filter(([method]) => method !== 'get').map(([method, op]) => ({ at: `${method.toUpperCase()} ${path}`, op })) : []));
const rows = Object.entries<VerbRow>(VERBS).map(([verb, row]) => ({ verb, row, at: `${row.method} ${row.path}`, op: openapi.paths[row.path]?.[row.method.toLowerCase()] }));

function bodyOf(op: Op | undefined): Schema {
  const schema = Object.values(op?.requestBody?.content ?? {})[0]?.schema ?? {};
  return schema.$ref === undefined ? schema : (openapi.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
}

/** The properties that the dialog of a row fills in. */
const filledBy = (row: VerbRow): string[] => [...row.fields.flatMap(({ kind, name }) => (kind === 'counts' ? ['present', 'yes', 'no', 'other', 'abstain', 'names'] : [name])), ...(row.says === undefined ? [] : [row.says])];

describe('the screen’s table of verbs · bảng hành động của màn hình hồ sơ', () => {
  test('no act on a task or a dossier is forgotten, and none is made up', () => {
    expect(rows.map(({ at }) => at).sort()).toEqual(acts.map(({ at }) => at).sort());
  });

  test.each(rows)('$verb sends the tag that its address asks for, and no property that the body does not have', ({ row, op }) => {
    const tag = op?.parameters?.find(({ name }) => name === 'If-Match')?.description ?? null;
    expect(tag === null ? null : tag.includes('task') ? 'task' : 'dossier').toBe(row.tag);
    const known = [...Object.keys(bodyOf(op).properties ?? {}), ...(op?.parameters ?? []).map(({ name }) => name)];
    expect(filledBy(row).filter((name) => !known.includes(name))).toEqual([]);
  });

  test.each(rows)('$verb can fill in everything that its body must have', ({ verb, row, op }) => {
    // The server has a default for these, the meeting of a dossier that is put off is its own, and a file's name comes with it.
    const byItself: Readonly<Record<string, readonly string[]>> = { putOff: ['meeting'], attach: ['name'] };
    expect((bodyOf(op).required ?? []).filter((name) => !filledBy(row).includes(name) && !byItself[verb]?.includes(name))).toEqual([]);
  });

  test.each(['vi', 'en'])('each verb and each of its fields has its words (%s)', (language) => {
    const words = read(`apps/web/src/features/dossier/acts/${language}.json`) as { verb: Record<string, string>; about: Record<string, string>; field: Record<string, string>; option: Record<string, string> };
    const missing = rows.flatMap(({ verb, row }) => [
      ...(words.verb[verb] === undefined ? [`verb.${verb}`] : []), ...(row.place !== 'silent' && words.about[verb] === undefined ? [`about.${verb}`] : []),
      ...row.fields.filter(({ name }) => words.field[name] === undefined).map(({ name }) => `field.${name}`),
      ...row.fields.flatMap((f) => (f.kind === 'oneOf' ? f.options.filter((o) => words.option[o] === undefined).map((o) => `option.${o}`) : [])),
    ]);
    expect([...new Set(missing)]).toEqual([]);
  });
});
