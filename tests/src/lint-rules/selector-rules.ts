import type { SelectorRule } from './selector-rule.ts';

const writesSql = String.raw`/^\s*(insert\s+into|update\s+[\w."]+\s+(as\s+\w+\s+)?set|delete\s+from|truncate\s)/i`;
const notifies = String.raw`/\bpg_notify\b|(^|;)\s*notify\s+\w/i`;
const text = (pattern: string): string[] => [`Literal[value=${pattern}]`, `TemplateElement[value.raw=${pattern}]`];

/** The rules of the floor that a pattern of syntax can tell; `floor-scopes.ts` says where each holds. */
export const selectorRules = {
  'no-orm-save': {
    forbids: [`CallExpression[callee.property.name='save']`],
    message: 'save() reads, compares and writes rows of its own choosing, without a condition: use insert(), or update() with the state it relies on in its where clause, and check how many rows were affected.',
  },
  'no-version-column': {
    forbids: [`Decorator[expression.callee.name='VersionColumn']`, `ImportSpecifier[imported.name='VersionColumn']`],
    message: '@VersionColumn is raised but never compared: use a plain @Column() and let the writer compare and raise it under the lock of the dossier.',
  },
  'casework-receives-tx': {
    forbids: [
      `ImportSpecifier[imported.name=/^(Repository|TreeRepository|DataSource|EntityManager|InjectRepository|InjectDataSource|InjectEntityManager)$/]`,
      `TSTypeReference[typeName.name=/^(Repository|TreeRepository|DataSource|EntityManager)$/]`,
      `Decorator[expression.callee.name=/^Inject(Repository|DataSource|EntityManager)$/]`,
    ],
    message: 'A use case reads and writes through the one transaction of its act: take a `Tx` of @totrinh/persistence as parameter; what opens it is a function that persistence gives, not the pool itself.',
  },
  'no-clock': {
    forbids: [
      `MemberExpression[object.name='Date'][property.name='now']`,
      `MemberExpression[object.property.name='Date'][property.name='now']`,
      `NewExpression[callee.name='Date'][arguments.length=0]`,
      `CallExpression[callee.name='Date']`,
      `MemberExpression[object.name='performance']`,
      `MemberExpression[object.name='process'][property.name='hrtime']`,
      `CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate)$/]`,
    ],
    message: 'Time is a parameter here: take `now: Date` from the caller, who has it from the business clock; a workflow sleeps for a span that an activity gave it.',
  },
  'domain-without-io': {
    forbids: [
      `CallExpression[callee.name=/^(fetch|require)$/]`,
      `ImportExpression`,
      `MemberExpression[object.name=/^(process|crypto)$/]`,
      `MemberExpression[object.name='Math'][property.name='random']`,
    ],
    message: 'The domain is pure and runs in Node and in the browser: take what is needed (data, a chance, a setting) as a parameter.',
  },
  'no-notify-in-act': {
    forbids: text(notifies),
    message: 'NOTIFY inside a transaction serialises commits: raise the outbox row here, and let the process that acted send the nudge after its commit.',
  },
  'no-raw-writes': {
    forbids: text(writesSql),
    message: 'Only libs/casework and libs/persistence write tables: call the use case of @totrinh/casework that records this fact.',
  },
  'no-default-export': {
    forbids: ['ExportDefaultDeclaration', `ExportSpecifier[exported.name='default']`],
    message: 'Export by name, so that the same thing has the same name everywhere: `export function …` or `export const …`.',
  },
  'no-export-all': {
    forbids: ['ExportAllDeclaration'],
    message: "List the names: `export { a, b } from './x.ts'`, so that a door is opened on purpose.",
  },
  'workflow-failures': {
    forbids: [`ThrowStatement > NewExpression[callee.name=/^(Error|TypeError|RangeError|SyntaxError|AggregateError)$/]`],
    message: 'A plain Error fails the workflow task and is retried for ever: throw ApplicationFailure.create({ type: code, nonRetryable: true }).',
  },
  'no-sleep-in-specs': {
    forbids: [
      `CallExpression[callee.name=/^(setTimeout|setInterval|sleep|delay|pause)$/]`,
      `ImportDeclaration[source.value=/timers/]`,
    ],
    message: 'A sleep is too long on a good day and too short on a bad one: wait for the condition with `eventually` of tests/src/house/eventually.ts.',
  },
  'no-console': {
    forbids: [`MemberExpression[object.name='console']`],
    message: 'Write to the log of @totrinh/platform (in a workflow: `log` of @temporalio/workflow), which carries the correlation id.',
  },
  'no-swallowed-error': {
    forbids: [
      'CatchClause > BlockStatement[body.length=0]',
      `CallExpression[callee.property.name='catch'] > :function[body.body.length=0]`,
      `CallExpression[callee.property.name='catch'] > ArrowFunctionExpression > Identifier.body[name='undefined']`,
      `CallExpression[callee.property.name='catch'] > ArrowFunctionExpression > Literal.body[raw='null']`,
    ],
    message: 'An error that nobody hears is found by the user: handle the case that is expected, by its code, and let the rest pass on or log it.',
  },
} as const satisfies Record<string, SelectorRule>;
