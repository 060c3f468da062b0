import type { Words } from '../words/lang.ts';

/** A sentence about an element of the file, by its id. */
export interface About extends Words {
  readonly element: string;
}
/** What keeps a file from being read. */
export type BpmnFault = About;
/** What a person must complete or should look at; `step` is the step of the route that it is about. */
export interface BpmnNote extends About {
  readonly step?: string;
}
/** A route as it would be written by hand, not checked yet; or why there is none. */
export type FromBpmn =
  | { readonly ok: true; readonly route: Readonly<Record<string, unknown>>; readonly notes: readonly BpmnNote[] }
  | { readonly ok: false; readonly faults: readonly BpmnFault[] };
