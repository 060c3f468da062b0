export { toMermaid } from './mermaid/to-mermaid.ts';
export { toSvg, type Standing } from './svg/to-svg.ts';
export { toBpmn } from './bpmn/to-bpmn.ts';
export { fromBpmn } from './bpmn/from-bpmn.ts';
export type { FromBpmn, BpmnFault, BpmnNote } from './bpmn/answer.ts';
export { LARGEST_XML } from './bpmn/read-xml.ts';
export type { Lang } from './words/lang.ts';
export { outcomeWords } from './words/step-words.ts';
