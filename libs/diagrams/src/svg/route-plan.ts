import type { Route } from '@totrinh/domain';
import { ASIDE, type Flow, type FlowRegion } from '../flow/flow.ts';
import { flowOf } from '../flow/flow-of.ts';
import type { LayoutNode, Plan } from '../layout/drawing.ts';
import type { Lang } from '../words/lang.ts';
import { lineWords } from '../words/line-words.ts';
import { joinWords, kindWords, stepTitle } from '../words/step-words.ts';
import { textWidth, wrapText } from '../words/wrap-text.ts';
import { cardOf, gate, linesHeight, type Card } from './step-card.ts';

export const LABEL = { size: 11.5, height: 14, width: 118 } as const;

/** A route ready to be laid out, with what is written on its shapes, lines and frames. */
export interface RoutePlan {
  readonly flow: Flow;
  readonly plan: Plan;
  readonly cards: ReadonlyMap<string, Card>;
  readonly labels: ReadonlyMap<string, readonly string[]>;
  readonly heads: ReadonlyMap<string, string>;
  readonly laneHeads: ReadonlyMap<string, string>;
}

const OUTLINES = { card: 'box', pill: 'box', diamond: 'gem', dot: 'gem', bar: 'bar' } as const;

/** The words of a region's frame: what it is called, and for a parallel step how many branches it waits for. */
function headOf(region: FlowRegion, lang: Lang): string {
  const title = stepTitle(region.name, region.rule, region.part, lang);
  return region.rule.kind === 'parallel' ? `${title} · ${joinWords(region.rule.join, lang)}` : `${kindWords(region.rule.kind, lang)}: ${title}`;
}

export function planOf(route: Route, lang: Lang): RoutePlan {
  const flow = flowOf(route);
  const regions = new Map(flow.regions.map((region) => [region.step, region]));
  const cards = new Map<string, Card>();
  const nodes = flow.shapes.map((shape): LayoutNode => {
    const region = regions.get(shape.id);
    const card = region ? gate(region.rule) : cardOf(shape, lang);
    cards.set(shape.id, card);
    return { id: shape.id, lane: shape.lane, outline: OUTLINES[card.shape], width: card.width, height: card.height, foot: card.shape === 'diamond' ? linesHeight(card.lines) + 4 : 0 };
  });
  const labels = new Map<string, readonly string[]>();
  const edges = flow.lines.map((line) => {
    const text = lineWords(line, lang);
    const lines = text === null ? [] : wrapText(text, LABEL.width, LABEL.size, 3);
    if (lines.length > 0) labels.set(line.id, lines);
    const label = { width: Math.max(0, ...lines.map((one) => textWidth(one, LABEL.size))), height: lines.length * LABEL.height };
    return { id: line.id, from: line.from, to: line.to, weak: line.outcome !== undefined && ASIDE.has(line.outcome), ...(lines.length > 0 ? { label } : {}) };
  });
  const heads = new Map(flow.regions.map((region) => [regionId(region), headOf(region, lang)]));
  const laneHeads = new Map(flow.regions.filter((region) => region.rule.kind === 'parallel').flatMap((region) => region.lanes.map((lane) => [lane.id, lane.branch] as const)));
  return {
    flow, cards, labels, heads, laneHeads,
    plan: {
      nodes, edges,
      regions: flow.regions.map((region) => ({
        id: regionId(region), lane: region.lane, entry: region.step, exit: region.exit, lanes: region.lanes.map((lane) => lane.id),
        head: 30, laneHead: region.rule.kind === 'parallel' ? 18 : 4, width: Math.min(420, textWidth(headOf(region, lang), 12, true) + 28),
      })),
    },
  };
}

export const regionId = (region: FlowRegion): string => `${region.step}·frame`;
