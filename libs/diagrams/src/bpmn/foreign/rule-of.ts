import type { Element } from 'bpmn-moddle';
import type { BpmnFault } from '../answer.ts';
import { list, one, textOf } from '../element-parts.ts';
import type { Draft } from './draft.ts';
import { statusOf } from './end-status.ts';
import { isFork } from './forks.ts';
import type { ForeignNode } from './graph.ts';
import { dueOf, slug } from './read-words.ts';

type Rule = Record<string, unknown>;

/** The rule of a step as far as the file says it; what it does not say is filled in and noted. */
export function ruleOf(draft: Draft, node: ForeignNode, faults: BpmnFault[]): Rule {
  const title = node.name ? { title: { vi: node.name.slice(0, 300), en: node.name.slice(0, 300) } } : {};
  const next = node.out[0] ? draft.goalName(node.out[0]) : '';
  const lapse = node.timers.find((timer) => timer.ends);
  const lapsed = lapse?.out[0] ? { lapsed: draft.goalName(lapse.out[0]) } : {};
  const due = dueOfNode(draft, node);
  if (node.type === 'EndEvent') return { kind: 'end', ...title, status: statusOf(node) };
  if (isFork(node)) return { kind: 'parallel', ...title, ...parallelOf(draft, node) };
  if (node.type === 'ExclusiveGateway') return { kind: 'choice', ...title, when: armsOf(draft, node) };
  if (node.type === 'IntermediateCatchEvent') return { kind: 'wait', ...title, ...timerDue(draft, node, list(node.element, 'eventDefinitions')[0]), next: { completed: next } };
  if (node.type === 'ServiceTask') {
    draft.note(node, 'Việc tự động: đặt tên webhook và cấu hình nơi nhận.', 'An automatic task: name the webhook and configure where it goes.');
    return { kind: 'webhook', ...title, ...due, hook: draft.nameOf(node), next: { completed: next, ...lapsed } };
  }
  if (lapse && (node.type === 'SendTask' || node.type === 'CallActivity' || node === draft.first)) {
    faults.push({ element: lapse.id, vi: 'Bước này không thể kết thúc vì quá hạn.', en: 'This step cannot end because time is up.' });
  }
  if (node.type === 'SendTask') {
    draft.note(node, 'Thông báo: chọn người nhận và viết nội dung.', 'A notice: choose who gets it and write what it says.');
    const words = node.name ?? node.id;
    return { kind: 'notify', ...title, to: [{ person: 'drafter' }], message: { vi: words.slice(0, 300), en: words.slice(0, 300) }, next: { completed: next } };
  }
  if (node.type === 'CallActivity') {
    draft.note(node, 'Quy trình con: công bố nó trước, và kiểm tra nơi đến khi nó không thông qua.', 'A sub-route: publish it first, and check where a refusal leads.');
    return { kind: 'route', ...title, ...due, route: slug(textOf(node.element, 'calledElement') ?? '') || draft.nameOf(node), next: { completed: next, rejected: draft.refusal() } };
  }
  return taskOf(draft, node, { ...title, ...due }, next, lapsed);
}

function taskOf(draft: Draft, node: ForeignNode, head: Rule, next: string, lapsed: Rule): Rule {
  const given = assignedOf(node.element);
  draft.note(node, `Chọn người xử lý${given ? ` (tệp gốc ghi: ${given})` : ''}.`, `Choose who acts${given ? ` (the file says: ${given})` : ''}.`);
  if (node === draft.first) return { kind: 'draft', ...head, who: { person: 'drafter' }, next: { completed: next } };
  const who = { headOf: 'leadUnit' };
  const loop = one(node.element, 'loopCharacteristics');
  const decision = draft.decisionAfter(node);
  if (!decision && !loop && !('lapsed' in lapsed)) {
    draft.note(node, 'Tệp gốc không có đường trả lại: mặc định trả về bước đầu.', 'The file has no way back: a return goes to the first step by default.');
    return { kind: 'review', ...head, who, next: { approved: next, returned: draft.nameOf(draft.first) } };
  }
  if (!decision && loop && loop.get('isSequential') !== true && !('lapsed' in lapsed)) {
    draft.note(node, 'Nhiều người cùng làm: hiểu là lấy ý kiến các cơ quan phối hợp.', 'Several at once: read as a consultation of the cooperating units.');
    return { kind: 'consult', ...head, each: { units: 'cooperating' }, next: { completed: next } };
  }
  const goals = Object.fromEntries([...(decision?.flows ?? [])].map(([outcome, flow]) => [outcome, draft.goalName(flow)]));
  const missing = ['approved', 'rejected', 'returned'].filter((outcome) => !(outcome in goals) && !(outcome === 'approved' && !decision));
  if (missing.length > 0) draft.note(node, `Bổ sung đường đi cho: ${missing.join(', ')}.`, `To be completed, where these lead: ${missing.join(', ')}.`);
  return {
    kind: 'approve', ...head, who,
    rule: !loop ? 'any' : loop.get('isSequential') === true ? 'sequence' : 'all',
    next: { approved: next, rejected: missing.includes('rejected') ? draft.refusal() : '', returned: draft.nameOf(draft.first), ...goals, ...lapsed },
  };
}

function parallelOf(draft: Draft, node: ForeignNode): Rule {
  const fork = draft.ways.forks.get(node.id);
  const names = new Set<string>();
  const branches = (fork?.branches ?? []).map((branch, i) => {
    const wanted = slug(branch.flow.name) || `nhanh-${i + 1}`;
    const name = names.has(wanted) ? `${wanted}-${i + 1}` : wanted;
    names.add(name);
    const steps = branch.nodes.map((id) => draft.graph.nodes.get(id)).filter((one) => one !== undefined).filter((one) => !isFolded(draft, one)).map((one) => draft.nameOf(one));
    const isChosen = node.type === 'InclusiveGateway' && branch.flow.condition !== undefined;
    return [name, { steps, ...(isChosen ? { if: draft.condition(branch.flow) } : {}) }] as const;
  });
  const after = fork?.join.out[0];
  return { branches: Object.fromEntries(branches), join: 'all', next: { completed: after ? draft.goalName(after) : '' } };
}

/** A gateway that became the outcomes of the task before it is no step. */
const isFolded = (draft: Draft, node: ForeignNode): boolean =>
  node.type === 'ExclusiveGateway' && node.in.some((flow) => draft.decisionAfter(draft.graph.nodes.get(flow.from) ?? node)?.node === node);

function armsOf(draft: Draft, node: ForeignNode): Rule[] {
  const rest = node.out.find((flow) => flow.isDefault) ?? node.out.find((flow) => flow.condition === undefined) ?? node.out.at(-1);
  if (rest && !rest.isDefault) draft.note(node, `Cổng không ghi nhánh mặc định: lấy ${rest.name || rest.id}.`, `The gateway names no default: ${rest.name || rest.id} is taken.`);
  const arms = node.out.filter((flow) => flow !== rest).map((flow) => ({ if: draft.condition(flow), go: draft.goalName(flow) }));
  return rest ? [...arms, { else: draft.goalName(rest) }] : arms;
}

/** Attributes that engines write beside BPMN, by their local names: `flowable:dueDate`, `camunda:dueDate` … */
function attributeOf(element: Element, local: string): string | undefined {
  const key = Object.keys(element.$attrs).find((name) => name.endsWith(`:${local}`));
  return key === undefined ? undefined : String(element.$attrs[key]);
}

function assignedOf(element: Element): string {
  const found = ['assignee', 'candidateUsers', 'candidateGroups'].flatMap((local) => {
    const value = attributeOf(element, local);
    return value === undefined ? [] : [`${local} = ${value.slice(0, 100)}`];
  });
  return found.join(', ');
}

function timerDue(draft: Draft, node: ForeignNode, definition: Element | undefined): Rule {
  const timer = definition && (one(definition, 'timeDuration') ?? one(definition, 'timeDate') ?? one(definition, 'timeCycle'));
  const text = timer ? textOf(timer, 'body')?.trim() ?? '' : '';
  const due = dueOf(text);
  if (!due) draft.note(node, `Thời hạn “${text}” không chuyển được; cần ghi lại.`, `Deadline “${text}” could not be taken over; to be written anew.`);
  return due ? { due } : {};
}

function dueOfNode(draft: Draft, node: ForeignNode): Rule {
  for (const timer of node.timers.filter((one) => !one.ends)) {
    draft.note(node, `Nhắc khi quá hạn (${timer.id}): dùng bậc nhắc thay cho luồng vẽ.`, `A reminder when time is up (${timer.id}): a ladder takes the place of the drawn flow.`);
  }
  const timer = node.timers[0];
  const reminds = node.timers.some((one) => !one.ends) ? { ladder: 'standard' } : {};
  if (timer) return { ...timerDue(draft, node, timer.definition), ...reminds };
  const date = attributeOf(node.element, 'dueDate');
  if (date === undefined) return {};
  const due = dueOf(date.trim());
  if (!due) draft.note(node, `Thời hạn “${date.slice(0, 100)}” không chuyển được; cần ghi lại.`, `Deadline “${date.slice(0, 100)}” could not be taken over; to be written anew.`);
  return due ? { due } : {};
}
