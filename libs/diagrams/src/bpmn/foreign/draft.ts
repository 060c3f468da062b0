import type { BpmnNote } from '../answer.ts';
import { statusOf } from './end-status.ts';
import { type ForeignFlow, type ForeignGraph, type ForeignNode, TASKS } from './graph.ts';
import type { Ways } from './forks.ts';
import { celOf, outcomeOf, slug } from './read-words.ts';

/** A decision that belongs to the task before it: each flow is one of the task's outcomes. */
export interface Decision {
  readonly node: ForeignNode;
  readonly flows: ReadonlyMap<'approved' | 'rejected' | 'returned', ForeignFlow>;
}

/** What has been read so far of another engine's process. */
export interface Draft {
  readonly graph: ForeignGraph;
  readonly ways: Ways;
  readonly first: ForeignNode;
  readonly steps: Map<string, Record<string, unknown>>;
  readonly fields: Map<string, unknown>;
  nameOf(node: ForeignNode): string;
  /** The name of the step that a flow leads to, or `join`. */
  goalName(flow: ForeignFlow): string;
  note(node: { readonly id: string }, vi: string, en: string): void;
  decisionAfter(node: ForeignNode): Decision | null;
  /** A condition in CEL over a declared fact. */
  condition(flow: ForeignFlow): string;
  /** An end for what is refused, made where the file has none. */
  refusal(): string;
}

/** Ids that modellers make up; a name says more. */
const MADE_UP = /^(?:activity|task|usertask|gateway|event|flow|sid|id)?[-_]?[0-9a-f_-]*$|_[0-9a-z]{7}$/i;

export function draftOf(graph: ForeignGraph, ways: Ways, first: ForeignNode, notes: BpmnNote[]): Draft {
  const names = namesOf(graph);
  const nameOf = (node: ForeignNode): string => names.get(node.id) ?? node.id;
  const steps = new Map<string, Record<string, unknown>>();
  const fields = new Map<string, unknown>();
  const stepOf = (id: string): string | undefined => names.get(id);
  const note: Draft['note'] = (node, vi, en) => {
    const step = stepOf(node.id);
    notes.push({ element: node.id, vi, en, ...(step === undefined ? {} : { step }) });
  };
  const goalName = (flow: ForeignFlow): string => {
    const goal = ways.goal(flow);
    return !goal ? '' : ways.isJoin(goal) ? 'join' : nameOf(goal);
  };
  const decisionAfter = (node: ForeignNode): Decision | null => {
    const gateway = TASKS.has(node.type) && node !== first && node.out[0] ? ways.goal(node.out[0]) : null;
    return gateway?.type === 'ExclusiveGateway' && gateway.in.length === 1 ? decisionOf(ways, node, gateway) : null;
  };
  const condition = (flow: ForeignFlow): string => {
    const read = celOf(flow.condition ?? '');
    if (read && (fields.get(read.field) ?? read.type) === read.type) {
      fields.set(read.field, read.type);
      return read.cel;
    }
    const field = `condition${fields.size + 1}`;
    fields.set(field, { type: 'boolean', title: { vi: flow.name || flow.id, en: flow.name || flow.id }, default: false });
    note({ id: flow.id }, `Điều kiện “${flow.condition ?? ''}” không chuyển được; thay bằng trường ${field}, cần viết lại.`, `Condition “${flow.condition ?? ''}” could not be taken over; field ${field} stands for it, to be written anew.`);
    return `case.${field}`;
  };
  const refusal = (): string => {
    const ended = [...graph.nodes.values()].find((node) => node.type === 'EndEvent' && node.in.length > 0 && statusOf(node) === 'rejected');
    if (ended) return nameOf(ended);
    steps.set('khong-thong-qua', { kind: 'end', status: 'rejected' });
    return 'khong-thong-qua';
  };
  return { graph, ways, first, steps, fields, nameOf, goalName, note, decisionAfter, condition, refusal };
}

/** Each flow one outcome, one of them an approval; a default that says nothing is what is left. */
function decisionOf(ways: Ways, task: ForeignNode, gateway: ForeignNode): Decision | null {
  const flows = new Map<'approved' | 'rejected' | 'returned', ForeignFlow>();
  const back = (flow: ForeignFlow): boolean => {
    const goal = ways.goal(flow);
    return goal !== null && !ways.isJoin(goal) && ways.reaches(goal.id, task.id);
  };
  const silent: ForeignFlow[] = [];
  for (const flow of gateway.out) {
    const outcome = outcomeOf(flow.name, flow.condition ?? '', back(flow));
    if (outcome === null) silent.push(flow);
    else if (flows.has(outcome)) return null;
    else flows.set(outcome, flow);
  }
  const [rest, ...more] = silent;
  if (more.length > 0) return null;
  if (rest) {
    const outcome = flows.has('approved') ? (back(rest) ? 'returned' : 'rejected') : 'approved';
    if (flows.has(outcome)) return null;
    flows.set(outcome, rest);
  }
  return flows.has('approved') ? { node: gateway, flows } : null;
}

/** A name of its own for each node, from its id or, where a modeller made that up, from its name. */
function namesOf(graph: ForeignGraph): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set(['join', 'khong-thong-qua']);
  for (const node of graph.nodes.values()) {
    const wanted = (MADE_UP.test(node.id) ? slug(node.name ?? '') : slug(node.id)) || slug(node.id) || 'buoc';
    let name = wanted;
    for (let i = 2; taken.has(name); i++) name = `${wanted}-${i}`;
    taken.add(name);
    names.set(node.id, name);
  }
  return names;
}
