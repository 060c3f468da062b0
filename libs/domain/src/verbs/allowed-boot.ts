import type { FactType } from '../case/facts.ts';
import { DOSSIER_CHECKERS } from './allowed-dossiers.ts';
import { OTHERS_TASK_CHECKERS, TASK_CHECKERS } from './allowed-tasks.ts';
import { verbRow, VERB_NAMES, type VerbName } from './verb-table.ts';

/** Every type of fact, by name; the type keeps it whole. */
const FACT_TYPES: Readonly<Record<FactType, true>> = {
  'dossier.created': true, 'dossier.imported': true, 'dossier.edited': true, 'document.attached': true, 'content.frozen': true, 'dossier.submitted': true, 'dossier.reached': true,
  'step.opened': true, 'choice.made': true, 'branch.joined': true, 'task.opened': true, 'task.assigned': true, 'task.claimed': true, 'task.released': true, 'task.seen': true,
  'task.transferred': true, 'task.registered': true, 'task.given': true, 'task.prepared': true, 'task.nudged': true, 'task.reassigned': true, 'task.takenOver': true, 'task.handedBack': true, 'lateness.explained': true, 'decision.made': true, 'decision.voided': true, 'ballot.cast': true,
  'urn.opened': true, 'result.recorded': true, 'opinion.reserved': true, 'opinion.responded': true, 'demand.made': true, 'demand.answered': true, 'content.finished': true,
  'revision.confirmed': true, 'roster.corrected': true, 'participant.added': true, 'sequence.passed': true, 'proposal.made': true, 'proposal.confirmed': true, 'proposal.declined': true,
  'task.closed': true, 'step.settled': true, 'step.skipped': true, 'step.cancelled': true, 'dossier.returned': true, 'dossier.recalled': true, 'dossier.redone': true, 'dossier.repaired': true,
  'dossier.reopened': true, 'dossier.suspended': true, 'dossier.resumed': true, 'route.migrated': true, 'due.changed': true, 'milestone.reached': true, 'effect.done': true,
  'event.arrived': true, 'agenda.placed': true, 'agenda.papersSent': true, 'agenda.putOff': true, 'conclusion.made': true, 'document.withdrawn': true, 'dossier.cancelled': true,
  'comment.added': true, 'number.given': true, 'dossier.issued': true, 'item.completed': true, 'deadline.passed': true, 'rung.fired': true, 'priority.raised': true, 'fault.mended': true, 'dossier.ended': true,
};

/** Every type of fact that a chain may hold. */
export const FACT_TYPE_NAMES = Object.keys(FACT_TYPES) as FactType[];

/**
 * What keeps the table of verbs from being whole, as sentences for whoever starts the process: a verb on a task or a
 * dossier without its check, or a fact that no verb produces. None where it is sound.
 */
export function verbFaults(): string[] {
  const isChecked = (verb: VerbName): boolean => verb in TASK_CHECKERS || verb in OTHERS_TASK_CHECKERS || verb in DOSSIER_CHECKERS;
  const unchecked = VERB_NAMES.filter((verb) => ['task', 'dossier'].includes(verbRow(verb).on) && verbRow(verb).sameAs === undefined && !isChecked(verb));
  const produced = new Set(VERB_NAMES.flatMap((verb) => verbRow(verb).facts));
  const unknown = [...produced].filter((type) => !Object.hasOwn(FACT_TYPES, type));
  const orphans = FACT_TYPE_NAMES.filter((type) => !produced.has(type));
  return [...unchecked.map((verb) => `the verb ${verb} has no check`), ...unknown.map((type) => `${type} is no type of fact`), ...orphans.map((type) => `no verb produces ${type}`)];
}

/** Throws where the table of verbs is not whole; asked once when a process starts. */
export function checkVerbs(): void {
  const faults = verbFaults();
  if (faults.length > 0) throw new Error(`the table of verbs is not whole: ${faults.join('; ')}`);
}
