import { readFileSync } from 'node:fs';

/** A row of the Workflow Patterns Initiative's catalogue, and how much this engine needs it: M must, S should, - not at all. */
export interface PatternRow { readonly id: string; readonly name: string; readonly need: 'M' | 'S' | '-'; readonly use: string }

/** The rows of tests/patterns/workflow-patterns.csv. */
export function readPatterns(): PatternRow[] {
  const text = readFileSync(new URL('../../patterns/workflow-patterns.csv', import.meta.url), 'utf8');
  return text.trim().split('\n').slice(1).map((line) => {
    const [id = '', name = '', need = '', ...use] = line.trim().split(',');
    if (!/^W[CR]P-\d\d$/.test(id) || (need !== 'M' && need !== 'S' && need !== '-')) throw new Error(`a row of the patterns is broken: ${line}`);
    return { id, name, need, use: use.join(',').replace(/^"|"$/g, '') };
  });
}

/** The rows that need a test. */
export function neededPatterns(): PatternRow[] {
  return readPatterns().filter((row) => row.need !== '-');
}
