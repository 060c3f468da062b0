import { isHandWritten, readRepoFile, repoFiles } from './repository.ts';

// The words are written with a dot inside, so that this list does not find itself.
const plain = (dotted: string): string => dotted.replaceAll('·', '');
const oneOf = (...words: string[]): RegExp => new RegExp(words.map(plain).join('|'), 'i');
const exactly = (...words: string[]): RegExp => new RegExp(words.map(plain).join('|'));

const rules: { about: string; words: RegExp; in: (path: string) => boolean; bad: string }[] = [
  {
    about: 'the project speaks of itself alone, not of who wrote it, with what or where',
    words: oneOf('cl·aude', 'anth·ropic', 'open·ai\\b', 'chat·gpt', '\\bcop·ilot\\b', 'language mo·del', '\\bA·I (assistant|generated|session)', 'sub·agent', '(^|[^\\w.])/wo·rk/', '\\.\\./sha·red/', '\\bsha·red/(design|data|tried|hooks|peers)\\b', 'before-s·top'),
    in: () => true,
    bad: plain('see /wo·rk/main'),
  },
  {
    about: 'packages are named, their registries are not',
    words: oneOf('registry\\.npm·js', 'registry\\.yarn·pkg', 'repo\\.?1?\\.mav·en', 'maven\\.org/mav·en2', 'proxy\\.gol·ang', 'py·pi\\.org', 'crat·es\\.io/api', 'deb\\.deb·ian\\.org'),
    in: () => true,
    bad: plain('https://registry.npm·js.org/zod'),
  },
  {
    about: 'what is left to do stands in an issue, not in the code',
    words: exactly('\\bTO·DO\\b', '\\bFIX·ME\\b', '\\bHA·CK\\b', '\\bX·XX\\b', '[Nn]ot imple·mented'),
    in: (path) => isHandWritten(path) && path !== 'package-lock.json',
    bad: plain('// TO·DO later'),
  },
  {
    about: 'no rule of types or lint is switched off in place',
    words: exactly('@ts-ig·nore', '@ts-noch·eck', '@ts-expect-er·ror', 'eslint-dis·able'),
    in: (path) => /\.[cm]?tsx?$/.test(path) && isHandWritten(path),
    bad: plain('// @ts-ig·nore'),
  },
  {
    about: 'no test is skipped or singled out in the source; what a machine lacks is asked at run time',
    words: oneOf('\\b(describe|it|test)\\.(on·ly|to·do)\\b', '\\bx(it|des·cribe|te·st)\\('),
    in: (path) => path.endsWith('.spec.ts'),
    bad: plain("test.on·ly('x')"),
  },
];

/** Text files only: what holds a zero byte is no text. */
function violations(words: RegExp, path: string): string[] {
  const text = readRepoFile(path);
  if (text.includes('\0')) return [];
  return text.split('\n').flatMap((line, at) => (words.test(line) ? [`${path}:${at + 1} ${line.trim().slice(0, 120)}`] : []));
}

describe.each(rules)('$about', ({ words, in: holdsIn, bad }) => {
  test('in every file', () => {
    expect(repoFiles().filter(holdsIn).flatMap((path) => violations(words, path))).toEqual([]);
  });

  test('and a line that breaks it is found', () => {
    expect(bad).toMatch(words);
  });
});
