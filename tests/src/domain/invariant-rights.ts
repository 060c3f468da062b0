import assert from 'node:assert/strict';
import { findRule, type CaseTask, type Fact, type FactData, type PlacedFact, type StepKind } from '@totrinh/domain';
import type { Walk } from './walk.ts';

const JUDGED: ReadonlySet<StepKind> = new Set(['review', 'appraise', 'approve', 'sign', 'vote', 'finish']);

/** Nobody decides without an appointment of today that the task was given by; nobody judges what they drafted or submitted, through no channel. */
export function actedInTheirRight(w: Walk, fact: Fact): void {
  if (fact.type === 'ballot.cast') notTheirOwn(w, fact.data.task, [fact.data.person]);
  if (fact.type !== 'decision.made') return;
  const made = fact.data;
  const task = taskOf(w, made.task);
  const { directory } = w.d;
  const given = givenTo(w.d.facts, made.task);
  assert(given.some((a) => a.person === made.principal && a.appointment === made.appointment), `${made.principal} was never asked`);
  assert(directory.actor(made.principal).posts.some((p) => p.appointment === made.appointment), `${made.principal} has left the post`);
  if (made.recorded) onPaper(w, task, made);
  else if (made.inStead !== undefined) {
    const absence = w.absences.find((a) => a.id === made.inStead);
    assert.deepEqual([absence?.person, absence?.substitute], [made.principal, made.actor]);
    assert(task.purpose === 'aside' || !['vote', 'sign'].includes(kindOf(w, task)), 'a substitute voted or signed');
  } else if (made.authority !== undefined) {
    const paper = w.authorities.find((g) => g.id === made.authority);
    assert.deepEqual([paper?.grantor, paper?.grantee, made.capacity], [made.principal, made.actor, 'TUQ']);
    const asked = task.purpose === 'confirm' ? 'confirm' : kindOf(w, task) === 'sign' ? 'sign' : 'decide';
    assert(paper?.verbs.includes(asked) && kindOf(w, task) !== 'vote' && task.purpose !== 'aside', `${asked} is not in the authority`);
  } else assert.equal(made.actor, made.principal);
  if (task.purpose !== 'aside' && JUDGED.has(kindOf(w, task))) notTheirOwn(w, made.task, made.recorded ? [made.principal] : [made.actor, made.principal]);
  if (kindOf(w, task) === 'review' && made.outcome === 'approved') oneInitial(w, task, made);
}

/** What was written down for somebody: by another, and confirmed by a third or by whoever said it where it decides. */
function onPaper(w: Walk, task: CaseTask, made: FactData['decision.made']): void {
  const { by, confirmedBy } = made.recorded!;
  assert.notEqual(by, made.principal, 'recorded for oneself');
  assert.equal(made.actor, by);
  const counts = task.purpose !== 'aside' && kindOf(w, task) !== 'consult';
  assert.equal(confirmedBy !== null, counts, 'confirmed where it decides');
  assert.notEqual(confirmedBy, by, 'confirmed by whoever entered it');
}

function notTheirOwn(w: Walk, taskId: string, people: readonly string[]): void {
  const before = w.d.facts.slice(0, w.d.facts.findIndex((f) => (f.type === 'decision.made' || f.type === 'ballot.cast') && f.data.task === taskId));
  const submitted = before.findLast((f) => f.type === 'dossier.submitted');
  const submitter = w.route.semantics >= 2 && submitted?.type === 'dossier.submitted' ? submitted.data.by : undefined;
  assert(!people.includes(w.case.drafter ?? ''), `self-approval of the drafter at ${taskId}`);
  assert(!people.includes(submitter ?? ''), `self-approval of the submitter at ${taskId}`);
}

/** Content and form are initialled by different people, on one content. */
function oneInitial(w: Walk, task: CaseTask, made: FactData['decision.made']): void {
  const initialsOf = (step: string): string | undefined => { const rule = findRule(w.route, w.case.steps.find((s) => s.id === step)?.path ?? ''); return rule?.kind === 'review' ? rule.initials : undefined; };
  const mine = initialsOf(task.step);
  if (mine === undefined || w.route.semantics < 2) return;
  const others = w.case.decisions.filter((d) => d.outcome === 'approved' && d.manifest === made.manifest && (initialsOf(d.step) ?? mine) !== mine);
  assert(!others.some((d) => d.principal === made.principal), 'both initials by one person');
}

/** What wants two people has two. */
export function twoPeople(w: Walk, fact: Fact): void {
  const pair = pairOf(w.d.facts, fact);
  if (pair) assert.notEqual(pair[0], pair[1], `${fact.type} by one person`);
  if (fact.type === 'step.skipped') assert(!['draft', 'approve', 'vote', 'sign', 'finish', 'issue'].includes(w.case.steps.find((s) => s.id === fact.data.step)?.kind ?? ''), 'skipped what decides');
}

function pairOf(facts: readonly PlacedFact[], fact: Fact): readonly [unknown, unknown] | null {
  switch (fact.type) {
    case 'proposal.confirmed': { const made = facts.find((f) => f.type === 'proposal.made' && f.data.proposal === fact.data.proposal); return [made?.type === 'proposal.made' ? made.data.by : undefined, fact.data.by]; }
    case 'step.skipped': case 'dossier.repaired': case 'route.migrated': return [fact.data.proposedBy, fact.data.confirmedBy];
    case 'result.recorded': return [fact.data.by, fact.data.confirmedBy];
    case 'revision.confirmed': {
      const finished = facts.findLast((f) => f.type === 'content.finished');
      const confirmed = facts.findLast((f) => f.type === 'decision.made' && f.data.outcome === 'confirmed');
      return [finished?.type === 'content.finished' ? finished.data.by : undefined, confirmed?.type === 'decision.made' ? confirmed.data.principal : null];
    }
    default: return null;
  }
}

function givenTo(facts: readonly PlacedFact[], task: string): { person: string; appointment: string }[] {
  return facts.flatMap((f) => {
    if ((f.type === 'task.opened' || f.type === 'task.assigned') && f.data.task === task) return f.data.assignees;
    if ((f.type === 'task.transferred' || f.type === 'task.reassigned' || f.type === 'task.takenOver') && f.data.task === task) return [f.data.to];
    return f.type === 'task.given' && f.data.task === task && f.data.mayAnswer ? [f.data.officer] : [];
  });
}

function taskOf(w: Walk, id: string): CaseTask {
  return w.case.tasks.find((t) => t.id === id)!;
}

function kindOf(w: Walk, task: CaseTask): StepKind {
  return w.case.steps.find((s) => s.id === task.step)!.kind;
}
