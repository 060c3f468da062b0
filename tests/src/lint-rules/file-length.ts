import { floorRule } from './selector-rule.ts';

/** The ceiling for a file, in lines. 25–70 is normal. */
export const LONGEST_FILE = 300;

/** Lines as an editor counts them: the newline at the end begins no line of its own. */
export function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

export const fileLength = floorRule(
  `{{about}} lines, and ${LONGEST_FILE} is the ceiling: split by verb or by use (one verb, one file).`,
  (context) => ({
    Program(node) {
      const lines = countLines(context.sourceCode.text);
      if (lines > LONGEST_FILE) context.report({ node, loc: { line: LONGEST_FILE + 1, column: 0 }, messageId: 'floor', data: { about: String(lines) } });
    },
  }),
);
