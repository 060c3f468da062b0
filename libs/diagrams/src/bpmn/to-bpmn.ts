import type { Route } from '@totrinh/domain';
import type { BpmnModdle, Element } from 'bpmn-moddle';
import { sure } from '../layout/drawing.ts';
import { layOut } from '../layout/lay-out.ts';
import { bpmnPlan, type BpmnFlow } from './bpmn-plan.ts';
import { CEL, elementOf, expression } from './elements.ts';
import { diagramOf } from './interchange.ts';
import { bpmnModel, jsonText, NAMESPACE } from './model.ts';

/**
 * A route as BPMN 2.0 with its drawing. What BPMN has no word for is kept beside it in the namespace `urn:totrinh:bpmn:1`,
 * so that `fromBpmn` gives an equal route back; sub-routes that the route brings are processes of their own. The processes
 * are not marked executable: an engine that runs BPMN knows neither bodies nor working days.
 */
export async function toBpmn(route: Route): Promise<string> {
  const model = bpmnModel();
  const processes: Element[] = [];
  const diagrams: Element[] = [];
  add(route, `route_${route.route}`);
  const definitions = model.create('bpmn:Definitions', {
    id: 'definitions', targetNamespace: NAMESPACE, expressionLanguage: CEL, exporter: 'Tờ Trình', rootElements: processes, diagrams,
  });
  return (await model.toXML(definitions, { format: true })).xml;

  function add(part: Route, id: string): void {
    const prefix = processes.length === 0 ? '' : `p${processes.length}_`;
    const drawn = bpmnPlan(part, prefix);
    const inner = Object.entries(part.parts ?? {}).map(([name, published]) => ({ name, published, process: `${id}.${name}` }));
    const called = (name: string): string => inner.find((one) => one.name === name)?.process ?? name;
    const elements = new Map(drawn.nodes.map((node) => [node.id, elementOf(model, node, called)]));
    for (const node of drawn.nodes) if (node.part === 'lapsed') sure(elements.get(node.id)).set('attachedToRef', elements.get(node.id.slice(0, -'_lapsed'.length)));
    for (const flow of drawn.flows) elements.set(flow.id, flowElement(model, flow, elements));
    const { steps: _steps, start: _start, parts: _parts, ...head } = part;
    const process = model.create('bpmn:Process', {
      id, name: part.title.vi, isExecutable: false,
      extensionElements: model.create('bpmn:ExtensionElements', {
        values: [
          model.create('totrinh:Route', { text: jsonText(head) }),
          ...inner.map((one) => model.create('totrinh:Part', { name: one.name, version: String(one.published.version), process: one.process })),
        ],
      }),
      flowElements: [...elements.values()],
    });
    processes.push(process);
    diagrams.push(diagramOf(model, process, elements, drawn, layOut(drawn.plan)));
    for (const one of inner) add(one.published.rules, one.process);
  }
}

/** A flow, tied to both of its ends; the one that is taken otherwise is its gateway's default. */
function flowElement(model: BpmnModdle, flow: BpmnFlow, elements: ReadonlyMap<string, Element>): Element {
  const { line } = flow;
  const source = sure(elements.get(line?.outcome === 'lapsed' ? `${flow.from}_lapsed` : flow.from));
  const target = sure(elements.get(flow.to));
  const isDecided = line?.outcome !== undefined && source.$type === 'bpmn:ExclusiveGateway';
  const condition = line?.condition ?? (isDecided ? `outcome == "${line.outcome}"` : undefined);
  const element = model.create('bpmn:SequenceFlow', {
    id: flow.id, sourceRef: source, targetRef: target,
    ...(flow.words ? { name: flow.words } : {}),
    ...(condition === undefined ? {} : { conditionExpression: expression(model, condition, CEL) }),
    ...(line?.outcome === undefined ? {} : { outcome: line.outcome }),
    ...(line?.arm === undefined ? {} : { arm: String(line.arm) }),
    ...(line?.branch === undefined ? {} : { branch: line.branch }),
  });
  if (line?.isElse) source.set('default', element);
  source.set('outgoing', [...(source.get('outgoing') as Element[]), element]);
  target.set('incoming', [...(target.get('incoming') as Element[]), element]);
  return element;
}
