import type { TSESTree } from '@typescript-eslint/utils';
import { floorRule } from './selector-rule.ts';
import { relativeToRepo } from '../architecture/repository.ts';

const FRONT_DOOR = /^((apps|libs)\/[a-z-]+|workflows|activities|tests)\/src\/index\.ts$/;

const reExports = (statement: TSESTree.ProgramStatement): boolean =>
  statement.type === 'ExportAllDeclaration' || (statement.type === 'ExportNamedDeclaration' && statement.source !== null);

export const noInnerBarrel = floorRule(
  'A room has one front door, src/index.ts: import from the file that owns the thing instead of from a list of re-exports inside.',
  (context) => ({
    Program(node) {
      const path = relativeToRepo(context.filename);
      if (FRONT_DOOR.test(path)) return;
      const onlyReExports = node.body.length > 0 && node.body.every(reExports);
      if (path.endsWith('/index.ts') || onlyReExports) context.report({ node, loc: { line: 1, column: 0 }, messageId: 'floor' });
    },
  }),
);
