import type { Element } from 'bpmn-moddle';
import type { BpmnFault, BpmnNote } from '../answer.ts';
import { list, nameOf, one, processesOf, textOf } from '../element-parts.ts';

export interface ForeignFlow {
  readonly id: string;
  readonly name: string;
  readonly condition?: string;
  readonly from: string;
  readonly to: string;
  readonly isDefault: boolean;
}
export interface ForeignNode {
  readonly id: string;
  /** BPMN's type without its prefix. */
  readonly type: string;
  readonly name?: string;
  readonly element: Element;
  readonly out: ForeignFlow[];
  readonly in: ForeignFlow[];
  /** Timers at its rim: those that end the task, and those that only remind. */
  readonly timers: { readonly id: string; readonly ends: boolean; readonly definition: Element; readonly out: ForeignFlow[] }[];
}
export interface ForeignGraph {
  readonly process: Element;
  readonly nodes: ReadonlyMap<string, ForeignNode>;
  readonly start: ForeignNode;
}

export const TASKS = new Set(['UserTask', 'ManualTask', 'Task']);
export const FORKS = new Set(['ParallelGateway', 'InclusiveGateway']);
const READ = new Set(['StartEvent', 'EndEvent', ...TASKS, 'ServiceTask', 'SendTask', 'CallActivity', 'ExclusiveGateway', ...FORKS, 'IntermediateCatchEvent', 'BoundaryEvent']);
const BESIDE = new Set(['DataObject', 'DataObjectReference', 'DataStoreReference']);
/** Events that each type may carry. */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  StartEvent: [], EndEvent: ['TerminateEventDefinition', 'ErrorEventDefinition', 'CancelEventDefinition'],
  IntermediateCatchEvent: ['TimerEventDefinition'], BoundaryEvent: ['TimerEventDefinition'],
};
const MOST_NODES = 500;
const short = (element: Element): string => element.$type.replace(/^bpmn:/, '');

/** The one process of a file as a graph; everything outside the subset is a fault that names its element. */
export function graphOf(definitions: Element, faults: BpmnFault[], notes: BpmnNote[]): ForeignGraph | null {
  const fault = (element: Element, vi: string, en: string): void => void faults.push({ element: nameOf(element), vi, en });
  const [process, ...others] = processesOf(definitions).filter((one) => list(one, 'flowElements').length > 0);
  if (!process) {
    fault(definitions, 'Tệp không có quy trình nào.', 'The file has no process.');
    return null;
  }
  for (const other of others) fault(other, 'Chỉ nhận một quy trình trong một tệp.', 'Only one process in a file is read.');
  const elements = list(process, 'flowElements');
  if (elements.length > MOST_NODES * 4) {
    fault(process, 'Quy trình quá lớn.', 'The process is too large.');
    return null;
  }
  const nodes = new Map<string, ForeignNode>();
  const usable = elements.filter((element) => element.$type !== 'bpmn:SequenceFlow').filter((element) => {
    const type = short(element);
    if (BESIDE.has(type)) notes.push({ element: nameOf(element), vi: 'Dữ liệu, không phải bước; bỏ qua.', en: 'Data and no step; left out.' });
    else if (!READ.has(type)) fault(element, `Chưa nhận loại phần tử ${type}.`, `Elements of type ${type} are not read.`);
    else if (hasStrangeEvent(element, type)) fault(element, `Sự kiện của ${type} này không nhận được.`, `The event of this ${type} is not read.`);
    else if (one(element, 'loopCharacteristics')?.$type === 'bpmn:StandardLoopCharacteristics') fault(element, 'Không nhận vòng lặp trong một bước.', 'A loop within a task is not read.');
    else return element.id !== undefined || (fault(element, 'Phần tử không có id.', 'The element has no id.'), false);
    return false;
  });
  for (const element of usable) {
    if (short(element) === 'BoundaryEvent') continue;
    const name = textOf(element, 'name');
    nodes.set(element.id ?? '', { id: element.id ?? '', type: short(element), element, ...(name ? { name } : {}), out: [], in: [], timers: [] });
  }
  const timers = new Map<string, ForeignNode['timers'][number]>();
  for (const element of usable) {
    const task = short(element) === 'BoundaryEvent' ? nodes.get(one(element, 'attachedToRef')?.id ?? '') : undefined;
    const definition = list(element, 'eventDefinitions')[0];
    if (!task || !definition) continue;
    const timer = { id: element.id ?? '', ends: element.get('cancelActivity') !== false, definition, out: [] };
    task.timers.push(timer);
    timers.set(timer.id, timer);
  }
  for (const element of elements.filter((one) => one.$type === 'bpmn:SequenceFlow')) {
    const [from, to] = [one(element, 'sourceRef'), one(element, 'targetRef')];
    if (!from || !to) {
      fault(element, 'Luồng thiếu một đầu.', 'The flow lacks an end.');
      continue;
    }
    const condition = one(element, 'conditionExpression');
    const body = condition && textOf(condition, 'body')?.trim();
    const flow: ForeignFlow = { id: nameOf(element), name: textOf(element, 'name') ?? '', from: from.id ?? '', to: to.id ?? '', isDefault: one(from, 'default') === element, ...(body ? { condition: body } : {}) };
    nodes.get(flow.to)?.in.push(flow);
    (nodes.get(flow.from) ?? timers.get(flow.from))?.out.push(flow);
  }
  const starts = [...nodes.values()].filter((node) => node.type === 'StartEvent');
  for (const extra of starts.slice(1)) fault(extra.element, 'Chỉ nhận một điểm bắt đầu.', 'Only one start is read.');
  if (!starts[0]) fault(process, 'Quy trình không có điểm bắt đầu.', 'The process has no start.');
  for (const node of nodes.values()) checkFlows(node, fault);
  return starts[0] ? { process, nodes, start: starts[0] } : null;
}

const hasStrangeEvent = (element: Element, type: string): boolean => {
  const known = EVENTS[type];
  const events = list(element, 'eventDefinitions').map(short);
  if (type.endsWith('CatchEvent') || type === 'BoundaryEvent') return events.length !== 1 || !known?.includes(events[0] ?? '');
  return known !== undefined && events.some((event) => !known.includes(event));
};

function checkFlows(node: ForeignNode, fault: (element: Element, vi: string, en: string) => void): void {
  const isGateway = node.type.endsWith('Gateway');
  if (node.type === 'EndEvent') return;
  if (node.out.length === 0) fault(node.element, 'Không có luồng đi tiếp.', 'No flow leads on.');
  if (!isGateway && node.out.length > 1) fault(node.element, 'Nhiều luồng ra khỏi một bước: dùng cổng rẽ nhánh hoặc song song.', 'Several flows leave a task: use a gateway.');
  if (FORKS.has(node.type) && node.out.length > 1 && node.in.length > 1) fault(node.element, 'Cổng vừa tách vừa nhập: tách thành hai cổng.', 'A gateway that both joins and forks: make it two.');
  for (const timer of node.timers) if (timer.out.length !== 1) fault(node.element, `Đồng hồ ${timer.id} cần đúng một luồng ra.`, `Timer ${timer.id} needs exactly one flow.`);
}
