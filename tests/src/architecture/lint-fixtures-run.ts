import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { lintFixtures } from './lint-fixture.ts';
import { REPO } from './repository.ts';

// Lints every fixture with the repository's own configuration and prints the reports as JSON. A process of its own: ESLint loads its
// configuration and Nx its native parts in ways that Jest's module sandbox does not offer.

/** Pieces stand at paths where no file is: the type checker gets them as files of no project. */
const withTypes = { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['libs/*/src/*.ts', 'libs/*/src/verbs/*.ts'], defaultProject: 'tsconfig.json' } } } };
const withoutTypes = { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked };

const linters = {
  typed: new ESLint({ cwd: REPO, overrideConfig: [withTypes] }),
  plain: new ESLint({ cwd: REPO, overrideConfig: [withoutTypes] }),
};
const reports = [];
for (const { rule, verdict, path, text, expects } of lintFixtures()) {
  const linter = rule === 'typed-rules' ? linters.typed : linters.plain;
  const [result] = await linter.lintText(text, { filePath: join(REPO, path) });
  const messages = (result?.messages ?? []).map(({ line, ruleId, message }) => ({ line, rule: ruleId ?? 'parser', message }));
  reports.push({ rule, verdict, path, expects, messages });
}
process.stdout.write(JSON.stringify(reports));
