import type { FloorRule } from './selector-rule.ts';
import { selectorRule } from './selector-rule.ts';
import { selectorRules } from './selector-rules.ts';
import { fileLength } from './file-length.ts';
import { fileName } from './file-name.ts';
import { noInnerBarrel } from './no-inner-barrel.ts';
import { syncHandlers } from './sync-handlers.ts';
import { throughDoors } from './through-doors.ts';

const bySelector = Object.fromEntries(Object.entries(selectorRules).map(([name, row]) => [name, selectorRule(row)]));

/** The project's own rules as an ESLint plugin; in reports they are called `floor/<name>`. */
export const floorPlugin: { readonly rules: Readonly<Record<string, FloorRule>> } = {
  rules: {
    ...bySelector,
    'file-length': fileLength,
    'file-name': fileName,
    'no-inner-barrel': noInnerBarrel,
    'sync-handlers': syncHandlers,
    'through-doors': throughDoors,
  },
};
