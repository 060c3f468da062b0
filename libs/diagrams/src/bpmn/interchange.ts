import type { BpmnModdle, Element } from 'bpmn-moddle';
import { type Box, type Picture, type Point, sure } from '../layout/drawing.ts';
import { EVENT_RADIUS, type BpmnPlan } from './bpmn-plan.ts';

const round = (value: number): number => Math.round(value);

/** Where an event sits at the rim of its task: where the line that leaves it begins. */
function rimBox(task: Box, start: Point): Box {
  const size = 2 * EVENT_RADIUS;
  const centre = start.y < task.y ? { x: start.x, y: task.y } : { x: task.x + task.width, y: start.y };
  return { x: centre.x - EVENT_RADIUS, y: centre.y - EVENT_RADIUS, width: size, height: size };
}

/** The drawing of one process: a shape for every node, an edge for every flow. */
export function diagramOf(model: BpmnModdle, process: Element, elements: ReadonlyMap<string, Element>, drawn: BpmnPlan, picture: Picture): Element {
  const bounds = (box: Box): Element => model.create('dc:Bounds', { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) });
  const boxOf = (id: string): Box => {
    const box = picture.boxes.get(id);
    if (box) return box;
    // An event at the rim is no node of the layout; its flow is.
    const flow = sure(drawn.flows.find((one) => one.line?.outcome === 'lapsed' && id === `${one.from}_lapsed`));
    return rimBox(sure(picture.boxes.get(flow.from)), sure(sure(picture.lines.get(flow.id)).points[0]));
  };
  const shapes = drawn.nodes.map((node) => model.create('bpmndi:BPMNShape', {
    id: `${node.id}_di`, bpmnElement: sure(elements.get(node.id)), bounds: bounds(boxOf(node.id)),
    ...(sure(elements.get(node.id)).$type === 'bpmn:ExclusiveGateway' ? { isMarkerVisible: true } : {}),
  }));
  const edges = drawn.flows.map((flow) => {
    const line = sure(picture.lines.get(flow.id));
    const edge = sure(drawn.plan.edges.find((one) => one.id === flow.id));
    const label = line.label && edge.label ? bounds({ ...line.label, ...edge.label }) : undefined;
    return model.create('bpmndi:BPMNEdge', {
      id: `${flow.id}_di`, bpmnElement: sure(elements.get(flow.id)),
      waypoint: line.points.map((point) => model.create('dc:Point', { x: round(point.x), y: round(point.y) })),
      ...(label ? { label: model.create('bpmndi:BPMNLabel', { bounds: label }) } : {}),
    });
  });
  const plane = model.create('bpmndi:BPMNPlane', { id: `${String(process.id)}_plane`, bpmnElement: process, planeElement: [...shapes, ...edges] });
  return model.create('bpmndi:BPMNDiagram', { id: `${String(process.id)}_diagram`, plane });
}
