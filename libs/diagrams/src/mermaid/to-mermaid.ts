import type { Route, StepRule } from '@totrinh/domain';
import type { Flow, FlowRegion, FlowShape } from '../flow/flow.ts';
import { flowOf } from '../flow/flow-of.ts';
import type { Lang } from '../words/lang.ts';
import { lineWords } from '../words/line-words.ts';
import { joinWords, kindWords, stepTitle } from '../words/step-words.ts';

/** Signs that mean something to Mermaid or HTML, as its own entities. */
const quote = (text: string): string => `"${text.replaceAll(/["#&<>`\\[\]{}()|;]/g, (sign) => `#${sign.charCodeAt(0)};`).replaceAll(/\s+/gu, ' ')}"`;

/**
 * A route as the text of a Mermaid flowchart, left to right: titles and kinds of the steps, words of the outcomes,
 * parallel steps and (where the route brings its parts) sub-routes as subgraphs.
 */
export function toMermaid(route: Route, lang: Lang): string {
  const flow = flowOf(route);
  const ids = new Map(flow.shapes.map((shape, i) => [shape.id, `n${i}`]));
  const id = (shape: string): string => ids.get(shape) ?? 'n0';
  const lines = flow.lines.map((line) => {
    const words = lineWords(line, lang);
    const arrow = line.outcome === 'returned' || line.outcome === 'lapsed' ? '-.->' : '-->';
    return `  ${id(line.from)} ${arrow}${words === null ? '' : `|${quote(words)}|`} ${id(line.to)}`;
  });
  return ['flowchart LR', ...laneText(flow, '', lang, id, '  '), ...lines, ''].join('\n');
}

function laneText(flow: Flow, lane: string, lang: Lang, id: (shape: string) => string, indent: string): string[] {
  const gates = new Set(flow.regions.flatMap((region) => [region.step, region.exit]));
  return [
    ...flow.shapes.filter((shape) => shape.lane === lane && !gates.has(shape.id)).map((shape) => `${indent}${id(shape.id)}${shapeText(shape, lang)}`),
    ...flow.regions.filter((region) => region.lane === lane).flatMap((region) => regionText(flow, region, lang, id, indent)),
  ];
}

function regionText(flow: Flow, region: FlowRegion, lang: Lang, id: (shape: string) => string, indent: string): string[] {
  const words = `${kindWords(region.rule.kind, lang)}: ${stepTitle(region.name, region.rule, region.part, lang)}`;
  const gate = region.rule.kind === 'parallel' ? ['[[', ']]'] as const : ['((', '))'] as const;
  const join = region.rule.kind === 'parallel' ? joinWords(region.rule.join, lang) : ' ';
  const inner = region.rule.kind === 'parallel'
    ? region.lanes.flatMap((lane) => [`${indent}  subgraph ${id(region.step)}b${region.lanes.indexOf(lane)}[${quote(lane.branch)}]`, ...laneText(flow, lane.id, lang, id, `${indent}    `), `${indent}  end`])
    : region.lanes.flatMap((lane) => laneText(flow, lane.id, lang, id, `${indent}  `));
  return [
    `${indent}subgraph ${id(region.step)}r[${quote(words)}]`,
    `${indent}  ${id(region.step)}${gate[0]}${quote(stepTitle(region.name, region.rule, region.part, lang))}${gate[1]}`,
    ...inner,
    `${indent}  ${id(region.exit)}${gate[0]}${quote(join)}${gate[1]}`,
    `${indent}end`,
  ];
}

function shapeText(shape: FlowShape, lang: Lang): string {
  if (shape.type !== 'step') return '(( ))';
  const title = quote(stepTitle(shape.name, shape.rule, shape.part, lang));
  if (shape.rule.kind === 'choice') return `{${title}}`;
  if (shape.rule.kind === 'end') return `([${title}])`;
  const [open, close] = brackets(shape.rule);
  return `${open}${title.slice(0, -1)}<br/>${quote(kindWords(shape.rule.kind, lang)).slice(1)}${close}`;
}

const brackets = (rule: StepRule): readonly [string, string] => (rule.kind === 'route' ? ['[[', ']]'] : rule.kind === 'notify' || rule.kind === 'webhook' || rule.kind === 'wait' ? ['(', ')'] : ['[', ']']);
