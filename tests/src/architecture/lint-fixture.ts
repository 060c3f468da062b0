import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { REPO, readRepoFile } from './repository.ts';

/** A piece of code that is linted as if it stood at `path`. `expects`: what must be reported, as `line rule`, sorted. */
export interface LintFixture {
  readonly rule: string;
  readonly verdict: 'fails' | 'passes';
  readonly path: string;
  readonly text: string;
  readonly expects: readonly string[];
}

const FOLDER = 'tests/src/architecture/fixtures/lint';
const HEADER = /^\/\/ at ([^,\n]+)(?:, (\d+) lines)?$/;

/**
 * Reads the fixtures. A file `<rule>.<fails|passes>.txt` holds pieces, each begun by `// at <path>` (and `, n lines` to fill it up).
 * A line that must be reported ends in `// ✗`, once for each report, with the rule's name where it is not floor/<rule>.
 */
export function lintFixtures(): LintFixture[] {
  return readdirSync(join(REPO, FOLDER)).flatMap((file) => {
    const [rule = '', verdict] = file.split('.');
    if (verdict !== 'fails' && verdict !== 'passes') throw new Error(`${file}: name it <rule>.fails.txt or <rule>.passes.txt`);
    return pieces(readRepoFile(`${FOLDER}/${file}`)).map((piece) => ({ rule, verdict, ...piece, expects: expected(rule, verdict, piece.text) }));
  });
}

function pieces(text: string): { path: string; text: string }[] {
  const found: { path: string; lines: string[]; length: number }[] = [];
  for (const line of text.trimEnd().split('\n')) {
    const header = HEADER.exec(line);
    if (header) found.push({ path: header[1] ?? '', lines: [], length: Number(header[2] ?? 0) });
    else found.at(-1)?.lines.push(line);
  }
  return found.map(({ path, lines, length }) => ({ path, text: `${[...lines, ...fill(length - lines.length)].join('\n')}\n` }));
}

const fill = (count: number): string[] => Array.from({ length: Math.max(0, count) }, (_, at) => `// ${at}`);

function expected(rule: string, verdict: string, text: string): string[] {
  if (rule === 'file-length') return verdict === 'fails' ? [`301 floor/${rule}`] : [];
  return text
    .split('\n')
    .flatMap((line, at) => (line.split('// ✗')[1]?.split('✗') ?? []).map((name) => `${at + 1} ${name.trim() || `floor/${rule}`}`))
    .sort();
}
