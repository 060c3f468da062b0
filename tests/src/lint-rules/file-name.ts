import { floorRule } from './selector-rule.ts';
import { relativeToRepo } from '../architecture/repository.ts';

/** Words that may stand between a file's name and `.ts`; the list is closed, so that a role is recognised at sight. */
export const ROLES = ['workflow', 'activities', 'entity', 'repository', 'read-model', 'controller', 'module', 'spec', 'migration', 'config'] as const;

/** Names that say nothing about what is inside. */
const EMPTY_NAMES = new Set(['common', 'shared', 'util', 'utils', 'helper', 'helpers', 'core', 'misc']);
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const FOLDER = /^[.a-z0-9]+([-_][a-z0-9]+)*$/;

/**
 * Judges the path of a source file, relative to the repository.
 * @returns what is wrong and what to do, or undefined.
 */
export function judgeFileName(path: string): string | undefined {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const [name = '', ...roles] = file.replace(/\.(d\.)?[cm]?[jt]sx?$/, '').split('.');
  const empty = [...folders, name].find((part) => EMPTY_NAMES.has(part));
  if (empty) return `"${empty}" says nothing about what is inside: name it after what it does or holds, in words of the glossary.`;
  const crooked = folders.find((folder) => !FOLDER.test(folder));
  if (crooked) return `the folder "${crooked}" is not kebab-case: use lower case letters, digits and hyphens.`;
  if (!KEBAB.test(name)) return `"${file}" is not kebab-case: name the file after its main export, in lower case with hyphens.`;
  const strange = roles.find((role) => !ROLES.some((known) => known === role));
  if (strange) return `".${strange}" is not a role: use one of ${ROLES.map((role) => `.${role}`).join(' ')}, or a hyphen.`;
  return undefined;
}

export const fileName = floorRule('{{about}}', (context) => ({
  Program(node) {
    const about = judgeFileName(relativeToRepo(context.filename));
    if (about) context.report({ node, loc: { line: 1, column: 0 }, messageId: 'floor', data: { about } });
  },
}));
