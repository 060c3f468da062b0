import type { Route, StepRule } from '@totrinh/domain';
import { ASIDE, START, type FlowLine, type FlowShape } from '../flow/flow.ts';
import { flowOf } from '../flow/flow-of.ts';
import type { LayoutEdge, LayoutNode, Plan } from '../layout/drawing.ts';
import { lineWords } from '../words/line-words.ts';
import { textWidth, wrapText } from '../words/wrap-text.ts';

/** What a node of the diagram is to a step of the route. */
export type Part = 'start' | 'step' | 'outcomes' | 'lapsed' | 'join';

export interface BpmnNode {
  readonly id: string;
  readonly part: Part;
  /** The step's name and rule; none for the start. */
  readonly step?: { readonly name: string; readonly rule: StepRule };
}
export interface BpmnFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The line of the route; none between a task and its gateway. */
  readonly line?: FlowLine;
  readonly words?: string;
}
export interface BpmnPlan {
  readonly nodes: readonly BpmnNode[];
  readonly flows: readonly BpmnFlow[];
  readonly plan: Plan;
}

const TASK = { width: 136, height: 84, outline: 'box' } as const;
const GATEWAY = { width: 50, height: 50, outline: 'gem' } as const;
const EVENT = { width: 36, height: 36, outline: 'gem' } as const;
export const EVENT_RADIUS = 18;

/** A deadline that passes has an event of its own at the rim of the task. */
export const isLapse = (line: FlowLine): boolean => line.outcome === 'lapsed';

/** A wait is an event, unless it can lapse: only a task carries a second event. */
export const isWaitEvent = (rule: StepRule): boolean => rule.kind === 'wait' && !('lapsed' in rule.next);

/** The nodes and flows of one process and how they are laid out. Ids begin with `prefix`; sub-routes stay closed. */
export function bpmnPlan(route: Route, prefix: string): BpmnPlan {
  const { parts: _parts, ...closed } = route;
  const flow = flowOf(closed);
  const idOf = (shape: string): string => `${prefix}${nodeId(shape)}`;
  const byId = new Map(flow.shapes.map((shape) => [shape.id, shape]));
  const regions = new Set(flow.regions.map((region) => region.step));
  const nodes: BpmnNode[] = [];
  const places: LayoutNode[] = [];
  const flows: BpmnFlow[] = [];
  const edges: LayoutEdge[] = [];

  const place = (node: BpmnNode, shape: FlowShape, size: typeof TASK | typeof GATEWAY | typeof EVENT, named: boolean): void => {
    nodes.push(node);
    places.push({ id: node.id, lane: shape.lane, ...size, foot: named && size !== TASK ? 32 : 0 });
  };
  const connect = (id: string, from: string, to: string, line?: FlowLine, rim?: number): void => {
    const words = line && lineWords(line, 'vi');
    const lines = words ? wrapText(words, 96, 11, 4) : [];
    const label = { width: Math.max(0, ...lines.map((one) => textWidth(one, 11))) + 4, height: lines.length * 14 };
    flows.push({ id, from, to, ...(line ? { line } : {}), ...(words ? { words } : {}) });
    edges.push({ id, from, to, tight: line === undefined, weak: line?.outcome !== undefined && ASIDE.has(line.outcome), ...(lines.length > 0 ? { label } : {}), ...(rim ? { rim } : {}) });
  };

  const source = new Map<string, string>();
  for (const shape of flow.shapes) {
    const id = idOf(shape.id);
    source.set(shape.id, id);
    if (shape.type === 'start') place({ id, part: 'start' }, shape, EVENT, false);
    else if (shape.type === 'exit') place({ id, part: 'join', step: { name: shape.step, rule: shape.rule } }, shape, GATEWAY, false);
    else {
      const step = { name: shape.name, rule: shape.rule };
      place({ id, part: 'step', step }, shape, sizeOf(shape.rule), true);
      const lines = flow.lines.filter((line) => line.from === shape.id);
      if (shape.rule.kind !== 'choice' && !regions.has(shape.id) && lines.filter((line) => !isLapse(line)).length > 1) {
        place({ id: `${id}_outcomes`, part: 'outcomes', step }, shape, GATEWAY, false);
        source.set(shape.id, `${id}_outcomes`);
        connect(`${id}_flow`, id, `${id}_outcomes`);
      }
      if (lines.some(isLapse)) nodes.push({ id: `${id}_lapsed`, part: 'lapsed', step });
    }
  }
  for (const line of flow.lines) {
    const id = `${prefix}flow_${line.id}`;
    if (isLapse(line) && byId.get(line.from)?.type === 'step') connect(id, idOf(line.from), idOf(line.to), line, EVENT_RADIUS);
    else connect(id, source.get(line.from) ?? idOf(line.from), idOf(line.to), line);
  }
  return {
    nodes, flows,
    plan: {
      nodes: places, edges,
      regions: flow.regions.map((region) => ({ id: `${region.step}·frame`, lane: region.lane, entry: idOf(region.step), exit: idOf(region.exit), lanes: region.lanes.map((lane) => lane.id), head: 10, laneHead: 6, width: 0 })),
    },
  };
}

const nodeId = (shape: string): string => (shape === START ? 'start' : shape.endsWith('·exit') ? `step_${shape.slice(0, -'·exit'.length)}_join` : `step_${shape}`);

function sizeOf(rule: StepRule): typeof TASK | typeof GATEWAY | typeof EVENT {
  if (rule.kind === 'choice' || rule.kind === 'parallel') return GATEWAY;
  return rule.kind === 'end' || isWaitEvent(rule) ? EVENT : TASK;
}
