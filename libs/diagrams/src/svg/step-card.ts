import type { StepRule } from '@totrinh/domain';
import type { FlowShape } from '../flow/flow.ts';
import { dueWords } from '../words/due-words.ts';
import type { Lang } from '../words/lang.ts';
import { kindWords, stepTitle } from '../words/step-words.ts';
import { actorWords } from '../words/who-words.ts';
import { textWidth, wrapText } from '../words/wrap-text.ts';

/** One line of text in a card. */
export interface CardLine {
  readonly text: string;
  readonly style: 'kind' | 'title' | 'small';
}
export type CardShape = 'card' | 'pill' | 'diamond' | 'dot' | 'bar';

/** How a shape looks before it has a place. Words of a diamond stand above it. */
export interface Card {
  readonly shape: CardShape;
  readonly lines: readonly CardLine[];
  readonly width: number;
  readonly height: number;
}

export const CARD_WIDTH = 210;
export const PADDING = 11;
/** Font size and height of a line, in pixels. */
export const TYPE = { kind: { size: 10.5, height: 16 }, title: { size: 13, height: 18 }, small: { size: 11.5, height: 16 } } as const;

const INNER = CARD_WIDTH - 2 * PADDING;
const wrapped = (text: string, style: CardLine['style'], width: number, most: number): CardLine[] =>
  wrapText(text, width, TYPE[style].size, most, style === 'title').map((line) => ({ text: line, style }));

/** The height of lines of a card. */
export const linesHeight = (lines: readonly CardLine[]): number => lines.reduce((sum, line) => sum + TYPE[line.style].height, 0);

/** The card of a shape: kind, title, who and by when. */
export function cardOf(shape: FlowShape, lang: Lang): Card {
  if (shape.type === 'start') return { shape: 'dot', lines: [], width: 18, height: 18 };
  if (shape.type === 'exit') return gate(shape.rule);
  const { rule } = shape;
  const title = stepTitle(shape.name, rule, shape.part, lang);
  if (rule.kind === 'end') {
    const lines = wrapped(title, 'title', 120, 3);
    const width = Math.max(72, ...lines.map((line) => textWidth(line.text, TYPE.title.size, true) + 32));
    return { shape: 'pill', lines, width, height: linesHeight(lines) + 18 };
  }
  if (rule.kind === 'choice') return { shape: 'diamond', lines: wrapped(title, 'title', 150, 3), width: 44, height: 44 };
  const lines = [
    ...wrapped(kindWords(rule.kind, lang), 'kind', INNER, 1),
    ...wrapped(title, 'title', INNER, 4),
    ...wrapped(actorWords(rule, lang) ?? '', 'small', INNER, 2),
    ...('due' in rule && rule.due ? wrapped(`${lang === 'vi' ? 'Hạn' : 'Due'}: ${dueWords(rule.due, lang)}`, 'small', INNER, 2) : []),
  ];
  return { shape: 'card', lines, width: CARD_WIDTH, height: Math.max(58, linesHeight(lines) + 2 * PADDING - 2) };
}

/** The entry or exit of a region: a bar where branches part and meet, a dot for a sub-route. */
export function gate(rule: StepRule): Card {
  return rule.kind === 'parallel' ? { shape: 'bar', lines: [], width: 7, height: 44 } : { shape: 'dot', lines: [], width: 14, height: 14 };
}
