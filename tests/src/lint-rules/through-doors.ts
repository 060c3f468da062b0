import type { TSESTree } from '@typescript-eslint/utils';
import { floorRule } from './selector-rule.ts';
import { judgeImport } from '../architecture/doors.ts';
import { relativeToRepo } from '../architecture/repository.ts';

// `import { type X }` still loads the module under verbatimModuleSyntax, so only `import type` counts as types.
export const throughDoors = floorRule('{{about}}', (context) => {
  const file = relativeToRepo(context.filename);
  const judge = (node: TSESTree.Node, source: TSESTree.Node | null, typeOnly: boolean): void => {
    if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
    const about = judgeImport({ file, specifier: source.value, kind: typeOnly ? 'types' : 'full' });
    if (about) context.report({ node, messageId: 'floor', data: { about } });
  };
  return {
    ImportDeclaration: (node) => judge(node, node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => judge(node, node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => judge(node, node.source, node.exportKind === 'type'),
    ImportExpression: (node) => judge(node, node.source, false),
  };
});
