import type { Due, StepRule } from '@totrinh/domain';
import type { BpmnModdle, Element } from 'bpmn-moddle';
import { dueWords } from '../words/due-words.ts';
import { stepTitle } from '../words/step-words.ts';
import { actorWords } from '../words/who-words.ts';
import { isWaitEvent, type BpmnNode } from './bpmn-plan.ts';
import { jsonText } from './model.ts';

/** Conditions are CEL, as in the route. */
export const CEL = 'https://cel.dev';
/** Deadlines in working days have no ISO duration; an engine that does not know them shall refuse them rather than count days off. */
export const DUE_LANGUAGE = 'urn:totrinh:due';

export const expression = (model: BpmnModdle, body: string, language?: string): Element =>
  model.create('bpmn:FormalExpression', { body, ...(language ? { language } : {}) });

/** The timer of a deadline: ISO 8601 where it can say it. */
function timer(model: BpmnModdle, due: Due | undefined): Element {
  if (due && 'days' in due) return model.create('bpmn:TimerEventDefinition', { timeDuration: expression(model, `P${due.days}D`) });
  if (due && 'hours' in due) return model.create('bpmn:TimerEventDefinition', { timeDuration: expression(model, `PT${due.hours}H`) });
  if (due && 'date' in due) return model.create('bpmn:TimerEventDefinition', { timeDate: expression(model, due.date) });
  return model.create('bpmn:TimerEventDefinition', { timeDuration: expression(model, due ? dueWords(due, 'en') : 'due', DUE_LANGUAGE) });
}

const several = (model: BpmnModdle, isSequential: boolean, done?: string): Element =>
  model.create('bpmn:MultiInstanceLoopCharacteristics', { isSequential, ...(done ? { completionCondition: expression(model, done, CEL) } : {}) });

/** How many work in a step at once: one task each for a consultation, a vote, and an approval that more than one decide. */
function repetition(model: BpmnModdle, rule: StepRule): Element | undefined {
  if (rule.kind === 'consult' || rule.kind === 'vote') return several(model, false);
  if (rule.kind !== 'approve' || rule.rule === 'any') return undefined;
  if (typeof rule.rule === 'object') return several(model, false, `approved >= ${rule.rule.atLeast}`);
  return several(model, rule.rule === 'sequence');
}

/** BPMN's word for a step. */
function typeOf(rule: StepRule): string {
  switch (rule.kind) {
    case 'notify': return 'bpmn:SendTask';
    case 'webhook': return 'bpmn:ServiceTask';
    case 'wait': return isWaitEvent(rule) ? 'bpmn:IntermediateCatchEvent' : 'bpmn:ReceiveTask';
    case 'route': return 'bpmn:CallActivity';
    case 'choice': return 'bpmn:ExclusiveGateway';
    case 'parallel': return Object.values(rule.branches).some((branch) => branch.if !== undefined) ? 'bpmn:InclusiveGateway' : 'bpmn:ParallelGateway';
    case 'end': return 'bpmn:EndEvent';
    default: return 'bpmn:UserTask';
  }
}

/** How the branches meet: a gateway like the one that parted them, or a complex one where not all are waited for. */
function joinElement(model: BpmnModdle, id: string, rule: Extract<StepRule, { kind: 'parallel' }>, gate: object): Element {
  if (rule.join === 'all') return model.create(typeOf(rule), { id, ...gate });
  const enough = rule.join === 'any' ? 1 : rule.join.atLeast;
  return model.create('bpmn:ComplexGateway', { id, activationCondition: expression(model, `arrived >= ${enough}`, CEL), ...gate });
}

/** The rule as it is kept in the file: without where it leads, which the flows say. */
const keptRule = (rule: StepRule): object => {
  if (!('next' in rule)) return rule;
  const { next: _next, ...kept } = rule;
  return kept;
};

function notesOf(rule: StepRule): string {
  const who = actorWords(rule, 'vi');
  const due = 'due' in rule && rule.due ? dueWords(rule.due, 'vi') : null;
  return [who === null ? null : `Thực hiện: ${who}.`, due === null ? null : `Hạn: ${due}.`].filter((one) => one !== null).join(' ');
}

/** The element of a node; flows and references between elements are tied by the caller. */
export function elementOf(model: BpmnModdle, node: BpmnNode, called: (route: string) => string): Element {
  if (!node.step) return model.create('bpmn:StartEvent', { id: node.id });
  const { name, rule } = node.step;
  if (node.part === 'outcomes') return model.create('bpmn:ExclusiveGateway', { id: node.id, of: name, part: 'outcomes' });
  if (node.part === 'lapsed') return model.create('bpmn:BoundaryEvent', { id: node.id, cancelActivity: true, of: name, part: 'lapsed', eventDefinitions: [timer(model, 'due' in rule ? rule.due : undefined)] });
  if (node.part === 'join') {
    const gate = { of: name, part: 'join' };
    return rule.kind === 'parallel' ? joinElement(model, node.id, rule, gate) : model.create('bpmn:ExclusiveGateway', { id: node.id, ...gate });
  }
  const notes = notesOf(rule);
  const loop = repetition(model, rule);
  const element = model.create(typeOf(rule), {
    id: node.id,
    name: stepTitle(name, rule, null, 'vi'),
    ...(notes ? { documentation: [model.create('bpmn:Documentation', { text: notes })] } : {}),
    extensionElements: model.create('bpmn:ExtensionElements', { values: [model.create('totrinh:Step', { name, text: jsonText(keptRule(rule)) })] }),
    ...(loop ? { loopCharacteristics: loop } : {}),
    ...(rule.kind === 'route' ? { calledElement: called(rule.route) } : {}),
  });
  if (rule.kind === 'end' && rule.status !== 'done') element.set('eventDefinitions', [model.create('bpmn:TerminateEventDefinition')]);
  if (isWaitEvent(rule)) element.set('eventDefinitions', [timer(model, 'due' in rule ? rule.due : undefined)]);
  return element;
}
