import { BpmnModdle } from 'bpmn-moddle';

/** The namespace of what BPMN has no word for: the full rule of each step, and which outcome a flow stands for. */
export const NAMESPACE = 'urn:totrinh:bpmn:1';

const text = { name: 'text', isBody: true, type: 'String' };
const attribute = (name: string): object => ({ name, isAttr: true, type: 'String' });

/**
 * `totrinh:route` on a process: the head of the route as JSON. `totrinh:part`: a sub-route that the route is published with.
 * `totrinh:step` on a flow node: the step's rule as JSON, without where its outcomes lead, which the flows say themselves.
 * On flows: `outcome`, `arm` (place of a choice's arm), `branch`. On nodes that only the drawing needs: `of`, the step that
 * they belong to, and `part`, what they are to it: `outcomes`, `lapsed` or `join`.
 */
const DESCRIPTOR = {
  name: 'ToTrinh',
  prefix: 'totrinh',
  uri: NAMESPACE,
  xml: { tagAlias: 'lowerCase' },
  types: [
    { name: 'Route', superClass: ['Element'], properties: [text] },
    { name: 'Part', superClass: ['Element'], properties: [attribute('name'), attribute('version'), attribute('process')] },
    { name: 'Step', superClass: ['Element'], properties: [attribute('name'), text] },
    { name: 'Way', extends: ['bpmn:SequenceFlow'], properties: ['outcome', 'arm', 'branch'].map(attribute) },
    { name: 'Gate', extends: ['bpmn:FlowNode'], properties: ['of', 'part'].map(attribute) },
  ],
};

/** BPMN 2.0 with the words of this namespace. */
export const bpmnModel = (): BpmnModdle => new BpmnModdle({ totrinh: DESCRIPTOR });

/** JSON that XML can carry: signs that XML 1.0 does not know are escaped. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
