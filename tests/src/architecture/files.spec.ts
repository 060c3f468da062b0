import { countLines, LONGEST_FILE } from '../lint-rules/file-length.ts';
import { judgeFileName } from '../lint-rules/file-name.ts';
import { isHandWritten, readRepoFile, repoFiles, sourceFiles } from './repository.ts';

const ROOMS = ['apps', 'workflows', 'activities', 'libs', 'tests', 'docs', 'docker', '.ci'];
const LIFECYCLE = 'workflows/src/dossier-lifecycle.workflow.ts';

describe('files', () => {
  test('the top level holds the rooms and files of configuration, nothing else', () => {
    const folders = new Set(repoFiles().filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
    expect([...folders].filter((folder) => !ROOMS.includes(folder!))).toEqual([]);
  });

  test('names are kebab-case, say what is inside, and carry a role of the closed list', () => {
    expect(sourceFiles().filter(judgeFileName).map((path) => `${path}: ${judgeFileName(path)}`)).toEqual([]);
  });

  test('no room, folder or file of any kind is named after nothing', () => {
    const named = repoFiles().filter((path) => judgeFileName(path)?.includes('says nothing'));
    expect(named).toEqual([]);
  });

  test(`no file that people write is longer than ${LONGEST_FILE} lines`, () => {
    const written = repoFiles().filter((path) => isHandWritten(path) && /\.(ts|tsx|mts|js|mjs|go|sh|sql|css)$|^\.ci\//.test(path));
    const long = written.map((path) => ({ path, lines: countLines(readRepoFile(path)) })).filter(({ lines }) => lines > LONGEST_FILE);
    expect(long).toEqual([]);
  });

  test('the life of a dossier is read at one sitting: at most 120 lines', () => {
    expect(repoFiles()).toContain(LIFECYCLE);
    expect(countLines(readRepoFile(LIFECYCLE))).toBeLessThanOrEqual(120);
  });

  test('every test file is one that a runner runs', () => {
    const astray = repoFiles().filter((path) => /\.(spec|test)\.[cm]?[jt]sx?$/.test(path) && !/^tests\/src\/[a-z-]+\/.+\.spec\.ts$/.test(path));
    expect(astray).toEqual([]);
  });

  test.each([
    ['libs/domain/src/utils.ts', '"utils" says nothing'],
    ['libs/domain/src/dueDate.ts', 'is not kebab-case'],
    ['apps/api/src/tasks.service.ts', '".service" is not a role'],
  ])('%s is refused', (path, sentence) => {
    expect(judgeFileName(path)).toContain(sentence);
  });
});
