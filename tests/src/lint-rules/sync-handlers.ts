import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { floorRule } from './selector-rule.ts';

type Fn = TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | TSESTree.FunctionDeclaration;

const isFunction = (node: TSESTree.Node | null | undefined): node is Fn =>
  node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression' || node?.type === 'FunctionDeclaration';

/** The function that an expression stands for: written in place, or declared in the same file. */
function functionOf(node: TSESTree.Node | undefined, scope: TSESLint.Scope.Scope | null): Fn | undefined {
  if (isFunction(node)) return node;
  if (node?.type !== 'Identifier') return undefined;
  for (let at = scope; at; at = at.upper) {
    const definition = at.set.get(node.name)?.defs[0]?.node;
    if (definition?.type === 'VariableDeclarator') return isFunction(definition.init) ? definition.init : undefined;
    if (isFunction(definition)) return definition;
  }
  return undefined;
}

function validatorOf(options: TSESTree.CallExpressionArgument | undefined): TSESTree.Node | undefined {
  if (options?.type !== 'ObjectExpression') return undefined;
  const property = options.properties.find(
    (each): each is TSESTree.Property => each.type === 'Property' && each.key.type === 'Identifier' && each.key.name === 'validator',
  );
  return property?.value;
}

export const syncHandlers = floorRule(
  'Handlers and validators of signals, queries and updates are synchronous: note what has come, and let the main flow of the workflow await it with condition().',
  (context) => ({
    CallExpression(node) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'setHandler') return;
      const scope = context.sourceCode.getScope(node);
      for (const given of [node.arguments[1], validatorOf(node.arguments[2])]) {
        if (given && functionOf(given, scope)?.async) context.report({ node: given, messageId: 'floor' });
      }
    },
  }),
);
