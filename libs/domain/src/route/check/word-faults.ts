import { BALLOT_CHOICES, TASK_OUTCOMES } from '../outcomes.ts';
import type { Route, WorkRule } from '../route.ts';
import { atStep, type RouteFault } from './fault.ts';

/** Labels, reasons and fresh sign-ins for outcomes that the step does not have. */
export function wordFaults(route: Route): RouteFault[] {
  return Object.entries(route.steps).flatMap(([step, rule]) => {
    if (rule.kind === 'end' || rule.kind === 'choice') return [];
    const said = saidIn(rule);
    return wordsOf(rule).filter(([, word]) => !said.includes(word)).map(([key, word]) =>
      atStep('unknownWord', step, `nhắc tới “${word}” ở ${key} nhưng bước này không có kết quả ấy; các kết quả: ${said.join(', ')}`, `names “${word}” under ${key} but has no such outcome; it has: ${said.join(', ')}`, key));
  });
}

/** What can be said in a step: the outcomes that it has edges for, and what each person asked may answer. */
function saidIn(rule: WorkRule): string[] {
  const answers = rule.kind === 'consult' ? TASK_OUTCOMES.consult : rule.kind === 'vote' ? BALLOT_CHOICES : [];
  return [...Object.keys(rule.next), ...answers];
}

function wordsOf(rule: WorkRule): [key: string, word: string][] {
  const listed = (key: 'reasons' | 'fresh', words: readonly string[] | undefined): [string, string][] => (words ?? []).map((word) => [key, word]);
  return [
    ...Object.keys(rule.labels ?? {}).map((word): [string, string] => ['labels', word]),
    ...('reasons' in rule ? listed('reasons', rule.reasons) : []),
    ...('fresh' in rule ? listed('fresh', rule.fresh) : []),
  ];
}
