/** What this room uses of the library, which brings no types for its own entry. */
declare module 'bpmn-moddle' {
  /** An element of the model: properties by name, as the descriptors declare them. */
  export interface Element {
    readonly $type: string;
    readonly $attrs: Readonly<Record<string, string>>;
    readonly id?: string;
    $parent?: Element;
    get(property: string): unknown;
    set(property: string, value: unknown): void;
    $instanceOf(type: string): boolean;
  }
  export interface Warning {
    readonly message: string;
    readonly element?: Element;
    readonly property?: string;
    readonly value?: string;
  }
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    create(type: string, attributes?: Readonly<Record<string, unknown>>): Element;
    fromXML(xml: string): Promise<{ rootElement: Element; warnings: Warning[]; elementsById: Record<string, Element> }>;
    toXML(element: Element, options?: { format?: boolean; preamble?: boolean }): Promise<{ xml: string }>;
  }
}
