import type { FlowLine } from '../flow/flow.ts';
import type { Lang } from './lang.ts';
import { outcomeWords } from './step-words.ts';

/** What stands on a line: the outcome where a step has several, the condition of an arm or branch; null where nothing needs saying. */
export function lineWords(line: FlowLine, lang: Lang): string | null {
  if (line.isElse) return lang === 'vi' ? 'Còn lại' : 'Otherwise';
  if (line.condition !== undefined) return line.condition;
  if (line.outcome === undefined || !line.rule) return null;
  const isOnly = 'next' in line.rule && Object.keys(line.rule.next).length === 1;
  const isNamed = 'labels' in line.rule && line.rule.labels?.[line.outcome] !== undefined;
  return isOnly && !isNamed ? null : outcomeWords(line.rule, line.outcome, lang);
}
