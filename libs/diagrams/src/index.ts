export { toMermaid } from './mermaid/to-mermaid.ts';
export { toSvg, type Standing } from './svg/to-svg.ts';
export { toBpmn } from './bpmn/to-bpmn.ts';
export type { Lang } from './words/lang.ts';
