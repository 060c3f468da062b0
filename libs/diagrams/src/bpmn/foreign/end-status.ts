import { list } from '../element-parts.ts';
import type { ForeignNode } from './graph.ts';
import { plain } from './read-words.ts';

/** How an end ends, by its words and its event. */
export function statusOf(node: ForeignNode): 'done' | 'rejected' | 'cancelled' {
  const words = plain(`${node.name ?? ''} ${node.id}`).replaceAll('_', ' ');
  if (/\b(cancel\w*|abort\w*|huy|dung)\b/.test(words)) return 'cancelled';
  if (/\b(reject\w*|refus\w*|denied|declin\w*|tu choi|khong)\b/.test(words)) return 'rejected';
  const event = list(node.element, 'eventDefinitions')[0]?.$type;
  return event === 'bpmn:ErrorEventDefinition' || event === 'bpmn:CancelEventDefinition' ? 'rejected' : 'done';
}
