import type { Element } from 'bpmn-moddle';
import type { BpmnFault, BpmnNote, FromBpmn } from '../answer.ts';
import { nameOf, textOf } from '../element-parts.ts';
import { waysOf } from './forks.ts';
import { graphOf, type ForeignNode } from './graph.ts';
import { slug } from './read-words.ts';
import { draftOf, type Draft } from './draft.ts';
import { ruleOf } from './rule-of.ts';

/**
 * A route out of another engine's file. The first user task becomes the draft, one that is followed by a decision with yes
 * and no an approval, one with several instances a consultation or an approval, every other a review.
 */
export function fromOthers(definitions: Element): FromBpmn {
  const faults: BpmnFault[] = [];
  const notes: BpmnNote[] = [];
  const graph = graphOf(definitions, faults, notes);
  if (!graph || faults.length > 0) return { ok: false, faults };
  const ways = waysOf(graph, faults);
  const first = graph.start.out[0] && ways.goal(graph.start.out[0]);
  if (!first || ways.isJoin(first)) faults.push({ element: nameOf(graph.start.element), vi: 'Điểm bắt đầu không dẫn đến bước nào.', en: 'The start leads to no step.' });
  if (faults.length > 0 || !first) return { ok: false, faults };

  const draft = draftOf(graph, ways, first, notes);
  for (const node of reached(draft, first)) draft.steps.set(draft.nameOf(node), ruleOf(draft, node, faults));
  for (const node of graph.nodes.values()) {
    const isStep = node.type !== 'StartEvent' && !node.type.endsWith('Gateway');
    if (isStep && !draft.steps.has(draft.nameOf(node))) notes.push({ element: node.id, vi: 'Không tới được từ điểm bắt đầu; bỏ qua.', en: 'Not reached from the start; left out.' });
  }
  if (faults.length > 0) return { ok: false, faults };
  const title = (textOf(graph.process, 'name') ?? nameOf(graph.process)).slice(0, 300);
  notes.unshift({ element: nameOf(graph.process), vi: 'Chuyển từ phần mềm khác: kiểm tra từng bước, người xử lý và thẩm quyền trước khi công bố.', en: 'Taken over from another system: check every step, who acts and with what authority, before publishing.' });
  return {
    ok: true, notes,
    route: {
      route: slug(nameOf(graph.process)) || 'quy-trinh',
      title: { vi: title, en: title },
      ...(draft.fields.size > 0 ? { fields: Object.fromEntries(draft.fields) } : {}),
      ...([...draft.steps.values()].some((rule) => rule['kind'] === 'consult') ? { groups: { cooperating: 'from item' } } : {}),
      start: draft.nameOf(first),
      steps: Object.fromEntries(draft.steps),
    },
  };
}

/** The nodes that become steps, in the order in which somebody who walks from the start meets them. */
function reached(draft: Draft, first: ForeignNode): ForeignNode[] {
  const found = [first];
  for (const node of found) {
    const inner = draft.ways.forks.get(node.id)?.branches.map((branch) => branch.flow) ?? [];
    const decision = draft.decisionAfter(node);
    for (const flow of [...inner, ...(decision ? decision.node.out : []), ...draft.ways.onward(node)]) {
      const goal = draft.ways.goal(flow);
      if (goal && goal !== decision?.node && !draft.ways.isJoin(goal) && !found.includes(goal)) found.push(goal);
    }
  }
  return found;
}
