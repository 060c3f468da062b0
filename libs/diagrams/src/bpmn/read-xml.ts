import type { Element, Warning } from 'bpmn-moddle';
import type { BpmnFault } from './answer.ts';
import { bpmnModel } from './model.ts';

/** Largest file that is read, in bytes of UTF-8; a route of 200 steps takes about a fifth. */
export const LARGEST_XML = 1_000_000;

export type ReadXml = { readonly ok: true; readonly definitions: Element } | { readonly ok: false; readonly faults: readonly BpmnFault[] };

const refused = (vi: string, en: string): ReadXml => ({ ok: false, faults: [{ element: '', vi, en }] });

/** References of the drawing and of lanes do not matter to a route. */
const UNUSED = new Set(['bpmndi:bpmnElement', 'bpmn:flowNodeRef', 'bpmn:incoming', 'bpmn:outgoing', 'bpmn:processRef']);

function faultOf(warning: Warning): BpmnFault[] {
  if (warning.property !== undefined && UNUSED.has(warning.property)) return [];
  const message = warning.message.split('\n')[0]?.slice(0, 200) ?? '';
  const element = warning.element?.id ?? warning.value ?? '';
  return [{ element, vi: `Không hiểu một chỗ trong tệp: ${message}.`, en: `A place in the file is not understood: ${message}.` }];
}

/**
 * Reads BPMN's XML. Refused before parsing: more than {@link LARGEST_XML} bytes, and any document type or entity, which are
 * never expanded. Whatever the parser would pass over (unknown elements, references to nothing) is a fault.
 */
export async function readXml(xml: string): Promise<ReadXml> {
  if (xml.length > LARGEST_XML || new TextEncoder().encode(xml).length > LARGEST_XML) return refused('Tệp lớn hơn 1 MB.', 'The file is larger than 1 MB.');
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(xml)) return refused('Tệp khai báo DOCTYPE hoặc ENTITY; không nhận.', 'The file declares a DOCTYPE or an ENTITY, which is not accepted.');
  try {
    const { rootElement, warnings } = await bpmnModel().fromXML(xml);
    const faults = warnings.flatMap(faultOf);
    return faults.length > 0 ? { ok: false, faults } : { ok: true, definitions: rootElement };
  } catch (error) {
    const message = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? '';
    return refused(`Tệp không phải BPMN 2.0 hợp lệ: ${message}.`, `The file is not well-formed BPMN 2.0: ${message}.`);
  }
}
