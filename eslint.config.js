import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { doorTable } from './tests/src/architecture/doors.ts';
import { floorConfig } from './tests/src/lint-rules/floor-scopes.ts';

// Without a fresh graph of the rooms the rule on module boundaries skips every file and only warns.
await createProjectGraphAsync({ exitOnError: false });

/** One constraint of the module boundaries for each row of doors.json; type-only doors are judged by floor/through-doors. */
const depConstraints = Object.entries(doorTable.doors).map(([room, row]) => ({
  sourceTag: `room:${room}`,
  onlyDependOnLibsWithTags: Object.entries(row).filter(([, door]) => door !== 'none').map(([other]) => `room:${other}`),
  ...(doorTable.externals[room] ? { allowedExternalImports: Object.keys(doorTable.externals[room]) } : {}),
}));

export default tseslint.config(
  { ignores: ['**/node_modules', '**/dist', '**/generated/**', '**/fixtures/**', '.nx', '.data', 'reports'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.ts', '**/*.tsx'], extends: [...tseslint.configs.strict] },
  // A box that scrolls sideways has to be reached by keyboard, and TanStack Virtual is known to React's compiler.
  { files: ['apps/web/src/**/*.{ts,tsx}'], extends: [hooks.configs.flat['recommended-latest'], a11y.flatConfigs.strict], rules: { 'react-hooks/incompatible-library': 'off', 'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region', 'tabpanel'], allowExpressionValues: true }] } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      // A Nest module or a TypeORM migration is a class whose body is its decorators.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // An update of a workflow that answers nothing is typed `defineUpdate<void, …>`.
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  // A test that reads what is not there fails by that, which is what it is for; and it may look behind a front door.
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@nx/enforce-module-boundaries': 'off' } },
  ...floorConfig,
);
