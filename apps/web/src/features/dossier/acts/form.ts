import type { Offer } from './offers.ts';
import type { Answer, Task } from './shapes.ts';
import type { Field } from './verbs.ts';
import { textOf, type Values } from './values.ts';

/** What a dialog asks for, given what is chosen in it so far. */
export interface Form {
  readonly fields: readonly Field[];
  readonly needs: (field: Field) => boolean;
  /** The answers to choose from in the dialog; null where there are none to choose. */
  readonly answers: readonly Pick<Answer, 'outcome' | 'label'>[] | null;
  readonly outcome: string | null;
  readonly lacksAnswer: boolean;
  /** Where a return may lead. */
  readonly back: readonly string[];
  /** The server will ask for a fresh sign-in. */
  readonly fresh: boolean;
}

/** `task` is the one that is worked on, `others` the one of other people that is chosen; `wrong`: fields that the server refused as they were. */
export function formOf({ row, verb, action, answer }: Offer, task: Task | null, others: Task | null, values: Values, wrong: Readonly<Record<string, string>>): Form {
  const answers = row.choosesAnswer === true ? answersOf(action.outcomes, verb === 'prepare' ? task : others) : null;
  const said = answer ?? answers?.find(({ outcome }) => outcome === textOf(values, 'outcome')) ?? null;
  const outcome = said?.outcome ?? null;
  const back = said !== null && 'returnTargets' in said && said.returnTargets.length > 0 ? said.returnTargets : (action.returnTargets ?? []);
  const secret = verb === 'cast' && task?.ballot?.secret === true;
  const shows = (field: Field): boolean => {
    if (field.name === 'reason' && secret) return false;
    if (field.name === 'demands') return verb === 'recordResult' || said?.needsDemands === true || outcome === 'conditional';
    if (field.kind === 'target' && field.of === 'back' && field.asked === 'never') return back.length > 0 && (outcome === 'returned' || verb === 'return' || verb === 'reopen');
    if (field.kind === 'unit' && textOf(values, 'person') !== '') return false;
    return !(field.kind === 'person' && verb === 'addParticipant' && textOf(values, 'unit') !== '');
  };
  const needs = (field: Field): boolean => {
    if (field.asked !== 'sometimes') return field.asked === 'always';
    if (field.name === 'reason') return said?.needsReason === true || wrong['reason'] !== undefined;
    if (field.name === 'demands') return said?.needsDemands === true;
    return field.kind === 'unit' && textOf(values, 'person') === '';
  };
  return { fields: row.fields.filter(shows), needs, answers, outcome, lacksAnswer: answers !== null && outcome === null, back, fresh: said?.freshSignIn === true && verb !== 'record' };
}

/** The answers of a task, only those that the act may bring where it says which. */
function answersOf(outcomes: readonly string[] | undefined, task: Task | null): readonly Answer[] {
  const all = task?.answers ?? [];
  return outcomes === undefined ? all : all.filter(({ outcome }) => outcomes.includes(outcome));
}
