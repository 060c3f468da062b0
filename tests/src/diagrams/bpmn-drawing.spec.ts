import type { Element } from 'bpmn-moddle';
import { toBpmn } from '@totrinh/diagrams';
import { bpmnModel } from '../../../libs/diagrams/src/bpmn/model.ts';
import { overlaps, type Rect, type Turn } from './geometry.ts';
import { EVERY_KIND, SAMPLE_ROUTES } from './sample-routes.ts';

const list = (element: Element, property: string): Element[] => element.get(property) as Element[];
const one = (element: Element, property: string): Element => element.get(property) as Element;
const bounds = (shape: Element): Rect => {
  const box = one(shape, 'bounds');
  return { x: box.get('x') as number, y: box.get('y') as number, width: box.get('width') as number, height: box.get('height') as number };
};
const middle = (box: Rect): Turn => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
const touches = (point: Turn, box: Rect): boolean => point.x >= box.x - 2 && point.x <= box.x + box.width + 2 && point.y >= box.y - 2 && point.y <= box.y + box.height + 2;

async function readAgain(xml: string): Promise<{ processes: Element[]; diagrams: Element[]; byId: Record<string, Element> }> {
  const { rootElement, warnings, elementsById } = await bpmnModel().fromXML(xml);
  expect(warnings).toEqual([]);
  return { processes: list(rootElement, 'rootElements'), diagrams: list(rootElement, 'diagrams'), byId: elementsById };
}

describe('Hình vẽ trong tệp BPMN · the drawing in a BPMN file', () => {
  test.each(SAMPLE_ROUTES)('mỗi phần tử có hình, mỗi luồng có đường, không hình nào đè nhau · every element has a shape, every flow a line, nothing overlaps: %s', async (_, route) => {
    const { processes, diagrams } = await readAgain(await toBpmn(route));
    expect(diagrams).toHaveLength(processes.length);
    processes.forEach((process, i) => {
      const plane = one(diagrams[i]!, 'plane');
      expect(one(plane, 'bpmnElement')).toBe(process);
      const drawn = new Map(list(plane, 'planeElement').map((shape) => [one(shape, 'bpmnElement'), shape]));
      expect([...drawn.keys()].map((e) => e.id).sort()).toEqual(list(process, 'flowElements').map((e) => e.id).sort());
      const boxes = new Map<string, Rect>();
      for (const element of list(process, 'flowElements')) {
        const shape = drawn.get(element)!;
        if (element.$type === 'bpmn:SequenceFlow') continue;
        if (element.$type !== 'bpmn:BoundaryEvent') boxes.set(element.id!, bounds(shape));
        else expect(touches(middle(bounds(shape)), bounds(drawn.get(one(element, 'attachedToRef'))!))).toBe(true);
      }
      expect(overlaps(boxes)).toEqual([]);
      for (const flow of list(process, 'flowElements').filter((e) => e.$type === 'bpmn:SequenceFlow')) {
        const points = list(drawn.get(flow)!, 'waypoint').map((p) => ({ x: p.get('x') as number, y: p.get('y') as number }));
        expect(points.length).toBeGreaterThanOrEqual(2);
        expect([flow.id, touches(points[0]!, bounds(drawn.get(one(flow, 'sourceRef'))!)), touches(points.at(-1)!, bounds(drawn.get(one(flow, 'targetRef'))!))]).toEqual([flow.id, true, true]);
        expect(list(one(flow, 'sourceRef'), 'outgoing')).toContain(flow);
        expect(list(one(flow, 'targetRef'), 'incoming')).toContain(flow);
      }
    });
  });

  test.each([
    ['step_soan-thao', 'bpmn:UserTask'], ['step_song-song', 'bpmn:InclusiveGateway'], ['step_song-song_join', 'bpmn:ComplexGateway'],
    ['step_cho-y-kien_outcomes', 'bpmn:ExclusiveGateway'], ['step_cho-y-kien_lapsed', 'bpmn:BoundaryEvent'], ['step_re-nhanh', 'bpmn:ExclusiveGateway'],
    ['step_nhac', 'bpmn:SendTask'], ['step_goi', 'bpmn:ServiceTask'], ['step_nghi', 'bpmn:IntermediateCatchEvent'], ['step_cho-hop', 'bpmn:ReceiveTask'],
    ['step_ra-soat', 'bpmn:CallActivity'], ['step_xong', 'bpmn:EndEvent'],
  ])('%s là %s · is the word of BPMN for it', async (id, type) => {
    const { byId } = await readAgain(await toBpmn(EVERY_KIND));
    expect(byId[id]?.$type).toBe(type);
  });

  test('nhiều người làm cùng lúc hay lần lượt · several at once, or one after the other', async () => {
    const { byId } = await readAgain(await toBpmn(EVERY_KIND));
    const loop = (id: string): Element | undefined => byId[id]?.get('loopCharacteristics') as Element | undefined;
    expect(['step_lay-y-kien', 'step_bieu-quyet', 'step_phe-duyet', 'step_cho-y-kien'].map((id) => loop(id)?.get('isSequential'))).toEqual([false, false, false, true]);
    expect(one(loop('step_phe-duyet')!, 'completionCondition').get('body')).toBe('approved >= 2');
    expect(loop('step_xem-xet')).toBeUndefined();
  });

  test('ngày làm việc không giả làm ngày ISO · working days never pose as ISO days', async () => {
    const { byId } = await readAgain(await toBpmn(EVERY_KIND));
    const timer = (id: string): unknown => one(list(byId[id]!, 'eventDefinitions')[0]!, 'timeDuration').get('body');
    expect([timer('step_bieu-quyet_lapsed'), timer('step_cho-hop_lapsed'), timer('step_goi_lapsed'), timer('step_nghi')]).toEqual(['15 working days', 'P10D', 'PT2H', 'P1D']);
  });

  test('bị từ chối hay dừng thì kết thúc tất cả · a refusal or a stop ends everything', async () => {
    const { byId } = await readAgain(await toBpmn(EVERY_KIND));
    const events = ['step_xong', 'step_dung', 'step_huy'].map((id) => list(byId[id]!, 'eventDefinitions').map((event) => event.$type));
    expect(events).toEqual([[], ['bpmn:TerminateEventDefinition'], ['bpmn:TerminateEventDefinition']]);
  });
});
