import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** A rule of the floor as a row: what is forbidden (esquery selectors) and what to do instead. */
export interface SelectorRule {
  readonly forbids: readonly string[];
  readonly message: string;
}

export type FloorRule = TSESLint.RuleModule<'floor'>;

/** Makes an ESLint rule of a row: each node that a selector finds is reported with the row's message. */
export function selectorRule({ forbids, message }: SelectorRule): FloorRule {
  return floorRule(message, (context) =>
    Object.fromEntries(
      forbids.map((selector) => [selector, (node: TSESTree.Node) => context.report({ node, messageId: 'floor' })]),
    ),
  );
}

export type FloorContext = Readonly<TSESLint.RuleContext<'floor', []>>;

/** Frame of every rule of the floor: one message, which says what to do instead; `{{about}}` is filled in by the rule. */
export function floorRule(message: string, create: (context: FloorContext) => TSESLint.RuleListener): FloorRule {
  return { meta: { type: 'problem', schema: [], messages: { floor: message } }, defaultOptions: [], create };
}
