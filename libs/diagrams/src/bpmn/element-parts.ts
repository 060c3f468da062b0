import type { Element } from 'bpmn-moddle';

/** What names an element to a person who opens the file. */
export const nameOf = (element: Element): string => element.id ?? element.$type;

export const list = (element: Element, property: string): Element[] => (element.get(property) as Element[] | undefined) ?? [];
export const one = (element: Element, property: string): Element | undefined => element.get(property) as Element | undefined;
export const textOf = (element: Element, property: string): string | undefined => {
  const value = element.get(property);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Elements of a type under `extensionElements`. */
export function extensions(element: Element, type: string): Element[] {
  const holder = one(element, 'extensionElements');
  return holder ? list(holder, 'values').filter((value) => value.$type === type) : [];
}

export const processesOf = (definitions: Element): Element[] => list(definitions, 'rootElements').filter((root) => root.$type === 'bpmn:Process');
