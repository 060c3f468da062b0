import type { Element } from 'bpmn-moddle';
import { JOIN } from '@totrinh/domain';
import type { BpmnFault, BpmnNote, FromBpmn } from './answer.ts';
import { extensions, list, nameOf, one, processesOf, textOf } from './element-parts.ts';

type Written = Record<string, unknown>;
const isRecord = (value: unknown): value is Written => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Elements that say nothing about who does what when. */
const BESIDE = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

/** Whether a process was written by `toBpmn`. */
export const isOwn = (process: Element): boolean => extensions(process, 'totrinh:Route').length > 0;

/**
 * The route of a file that `toBpmn` wrote. Rules come from the extension elements, and what leads where from the flows, so
 * that what was redrawn in a modeller counts.
 */
export function fromOwn(definitions: Element): FromBpmn {
  const processes = new Map(processesOf(definitions).map((process) => [process.id, process]));
  const main = [...processes.values()].find(isOwn);
  const faults: BpmnFault[] = [];
  const notes: BpmnNote[] = [];
  const route = main ? readProcess(main, processes, [], faults, notes) : {};
  return faults.length > 0 ? { ok: false, faults } : { ok: true, route, notes };
}

function readProcess(process: Element, processes: ReadonlyMap<string | undefined, Element>, above: readonly Element[], faults: BpmnFault[], notes: BpmnNote[]): Written {
  const fault = (element: Element, vi: string, en: string): void => void faults.push({ element: nameOf(element), vi, en });
  const head = json(extensions(process, 'totrinh:Route')[0], fault);
  const nodes = new Map<Element, Node>();
  const rules = new Map<string, Written>();
  for (const element of list(process, 'flowElements')) {
    if (element.$type === 'bpmn:SequenceFlow') continue;
    if (BESIDE.has(element.$type)) {
      notes.push({ element: nameOf(element), vi: 'Không thuộc quy trình; bỏ qua.', en: 'No part of a route; left out.' });
      continue;
    }
    const node = nodeOf(element);
    if (!node) fault(element, 'Phần tử này không kèm quy tắc của bước (totrinh:step).', 'This element brings no rule of a step (totrinh:step).');
    else if (node.part === 'step' && rules.has(node.name)) fault(element, `Bước “${node.name}” có hai lần.`, `Step “${node.name}” stands twice.`);
    else nodes.set(element, node);
    if (node?.part === 'step') rules.set(node.name, json(extensions(element, 'totrinh:Step')[0], fault));
  }
  const flows = list(process, 'flowElements').filter((element) => element.$type === 'bpmn:SequenceFlow').flatMap((flow) => {
    const [from, to] = [nodes.get(one(flow, 'sourceRef') as Element), nodes.get(one(flow, 'targetRef') as Element)];
    return from && to && to.part !== 'outcomes' ? [{ flow, from, to }] : [];
  });
  const starts = flows.filter(({ from }) => from.part === 'start');
  if (starts.length !== 1) fault(process, 'Cần đúng một luồng từ điểm bắt đầu.', 'Exactly one flow must lead from the start.');
  const steps = [...rules].map(([name, rule]) => [name, lead(name, rule, flows.filter(({ from }) => from.part !== 'start' && from.name === name), process, fault)] as const);
  const parts = extensions(process, 'totrinh:Part').flatMap((part) => {
    const inner = processes.get(textOf(part, 'process'));
    if (!inner || above.includes(inner) || inner === process) {
      fault(process, `Quy trình con “${textOf(part, 'name') ?? ''}” không có trong tệp hoặc gọi vòng.`, `Sub-route “${textOf(part, 'name') ?? ''}” is not in the file, or calls itself.`);
      return [];
    }
    return [[textOf(part, 'name') ?? '', { version: Number(textOf(part, 'version')), rules: readProcess(inner, processes, [...above, process], faults, notes) }] as const];
  });
  return { ...head, start: starts[0]?.to.name ?? '', steps: Object.fromEntries(steps), ...(parts.length > 0 ? { parts: Object.fromEntries(parts) } : {}) };
}

type Fault = (element: Element, vi: string, en: string) => void;
interface Node {
  readonly part: string;
  readonly name: string;
}
interface FlowSeen {
  readonly flow: Element;
  readonly from: Node;
  readonly to: Node;
}

function nodeOf(element: Element): Node | null {
  if (element.$type === 'bpmn:StartEvent') return { part: 'start', name: '' };
  const step = extensions(element, 'totrinh:Step')[0];
  if (step) return { part: 'step', name: textOf(step, 'name') ?? '' };
  const [of, part] = [textOf(element, 'of'), textOf(element, 'part')];
  return of !== undefined && (part === 'outcomes' || part === 'lapsed' || part === 'join') ? { part, name: of } : null;
}

function json(holder: Element | undefined, fault: Fault): Written {
  if (!holder) return {};
  try {
    const value: unknown = JSON.parse(textOf(holder, 'text') ?? '');
    if (isRecord(value)) return value;
    fault(holder, 'Quy tắc kèm theo không phải một đối tượng JSON.', 'The rule that comes along is no JSON object.');
  } catch (error) {
    fault(holder, `Quy tắc kèm theo không phải JSON: ${String(error)}.`, `The rule that comes along is no JSON: ${String(error)}.`);
  }
  return {};
}

/** A rule with where it leads, as the flows say. */
function lead(name: string, rule: Written, flows: readonly FlowSeen[], process: Element, fault: Fault): Written {
  const goal = ({ to }: FlowSeen): string => (to.part === 'join' ? JOIN : to.name);
  if (rule['kind'] === 'choice' && Array.isArray(rule['when'])) {
    const arms = rule['when'].map((arm: unknown, i) => ({ arm: isRecord(arm) ? arm : {}, drawn: flows.filter(({ flow }) => textOf(flow, 'arm') === String(i)) }));
    if (arms.some(({ drawn }) => drawn.length !== 1) || flows.length !== arms.length) {
      fault(flows[0]?.flow ?? process, `Rẽ nhánh “${name}” cần đúng một luồng cho mỗi nhánh (totrinh:arm).`, `Choice “${name}” needs exactly one flow for each arm (totrinh:arm).`);
    }
    return { ...rule, when: arms.map(({ arm, drawn }) => armOf(arm, drawn[0], goal)) };
  }
  const kept = rule['kind'] === 'parallel' ? { ...rule, branches: openings(rule['branches'], flows) } : rule;
  if (rule['kind'] === 'end') return kept;
  const next = new Map<string, string>();
  for (const seen of flows) {
    if (textOf(seen.flow, 'branch') !== undefined) continue;
    const outcome = textOf(seen.flow, 'outcome');
    if (outcome === undefined) fault(seen.flow, 'Luồng này không ghi kết quả nào (totrinh:outcome).', 'This flow names no outcome (totrinh:outcome).');
    else if (next.has(outcome)) fault(seen.flow, `Kết quả “${outcome}” có hai luồng.`, `Outcome “${outcome}” has two flows.`);
    else next.set(outcome, goal(seen));
  }
  return { ...kept, next: Object.fromEntries(next) };
}

function armOf(arm: Written, seen: FlowSeen | undefined, goal: (seen: FlowSeen) => string): Written {
  if (!seen) return arm;
  if ('else' in arm) return { else: goal(seen) };
  const drawn = one(seen.flow, 'conditionExpression');
  const body = drawn && textOf(drawn, 'body');
  // The text of XML may lose spaces at its ends; where nothing else differs, the kept condition stands.
  return { if: body === undefined || body.trim() === String(arm['if']).trim() ? arm['if'] : body, go: goal(seen) };
}

/** Branches whose first step is the one that the opening flow leads to. */
function openings(branches: unknown, flows: readonly FlowSeen[]): unknown {
  if (!isRecord(branches)) return branches;
  return Object.fromEntries(Object.entries(branches).map(([name, branch]) => {
    const first = flows.find(({ flow }) => textOf(flow, 'branch') === name)?.to.name;
    if (!isRecord(branch) || !Array.isArray(branch['steps']) || first === undefined) return [name, branch];
    return [name, { ...branch, steps: [first, ...branch['steps'].filter((step) => step !== first)] }];
  }));
}
