import { dossierTag } from '@totrinh/casework';
import { askedOfLeader, currentDocuments, findTask, isMoving, leaderAnswers, officeDay, officeVerdict, opinionCounts, opinionWords, stepById, stepOf, submissionSignature, URGENCY_FIELD, urgencyOf, workRule, type Case, type CaseTask, type LeaderAnswer, type Route } from '@totrinh/domain';
import { outcomeWords } from '@totrinh/diagrams';
import type { OPERATIONS } from '@totrinh/api-schema';
import type { LeaderCard, SeenDossier } from '@totrinh/persistence';
import type { z } from 'zod';
import { presentActions } from './actions.ts';
import { presentStanding } from './deadlines.ts';
import { presentDecisions, presentDocuments, presentProposals } from './dossier-parts.ts';
import { etagOf, titleOf } from './tasks.ts';

type Card = z.infer<(typeof OPERATIONS.readLeaderDesk.answers)[200]>['cards'][number];
type Decisions = ReturnType<typeof presentDecisions>;

/** A card of a leader's list, as whoever looks at it may see it; null for a task that ended meanwhile. */
export function presentLeaderCard(card: LeaderCard, now: Date): Card | null {
  const { task: listed, seen } = card;
  const { loaded: { case: c }, route, row } = seen;
  const task = findTask(c, listed.id);
  const principal = task && principalOf(seen, task, listed.inSteadOf?.person ?? listed.byAuthorityOf?.person ?? null);
  if (!task || task.state !== 'open' || route === null || !principal) return null;
  const step = stepOf(c, task);
  const actions = presentActions(c, route, seen.actor, seen.at);
  const opinions = opinionCounts(c);
  const answers = leaderAnswers(c, route, task);
  const recorded = recordedOf(seen, task, answers);
  const standing = presentStanding({ openedAt: listed.openedAt, dueAt: null, pausedUntil: c.suspended?.until ?? null, leaders: true, leadUnit: c.leadUnit }, seen.reckoning, now);
  if (standing === null) throw new Error(`task ${task.id} lies before leaders and stands nowhere`);
  return {
    task: task.id, etag: etagOf(seen, task), principal, inSteadOf: listed.inSteadOf, byAuthorityOf: listed.byAuthorityOf, purpose: task.purpose,
    step: { path: step.path, kind: step.kind, round: step.round, title: titleOf(seen, step.path) }, dossier: { id: row.id, code: row.code, title: row.title, kind: row.kind, leadUnit: row.leadUnit },
    dossierEtag: dossierTag(c), manifest: c.manifest, urgency: urgencyOf(c.fields[URGENCY_FIELD], countsHours(seen, route, step.path)), submittedBy: submitted(card, c, route), asks: { ...askedOfLeader(c, route, task, row.title) },
    verdict: verdictOf(seen, c, route), opinions: opinions && { ...opinions, ...opinionWords(opinions) }, documents: documentsOf(seen, c), since: officeDay(listed.openedAt), standing,
    entrusted: card.entrusted && { by: card.entrusted.by, at: card.entrusted.at.toISOString(), to: [...card.entrusted.to], text: card.entrusted.text },
    recorded, answers: answers.map((a) => ({ ...a, label: { ...a.label }, returnTargets: [...a.returnTargets] })),
    canRecord: recorded === null && actions.some((a) => a.verb === 'record' && a.allowed && a.targets?.includes(task.id) === true), moving: isMoving(c), allowedActions: actions.filter((a) => a.task === task.id || a.targets?.includes(task.id) === true),
  };
}

/** Whose task it is: that of whoever the reader acts for, their own, the holder's, or of the first who may take it. */
function principalOf(seen: SeenDossier, task: CaseTask, standsFor: string | null): Card['principal'] | undefined {
  const details = seen.tasks.find((t) => t.id === task.id);
  const people = details?.candidates ?? [];
  const found = people.find((p) => p.person === (standsFor ?? seen.actor.person)) ?? details?.holder ?? people[0];
  return found && { person: found.person, name: found.name };
}

/** What was entered for whoever has the task and waits for a second person, as far as the reader may know it. */
function recordedOf(seen: SeenDossier, task: CaseTask, answers: readonly LeaderAnswer[]): Card['recorded'] {
  const waiting = presentProposals(seen).findLast((p) => p.verb === 'record' && p.state === 'open' && p.params['task'] === task.id);
  const principal = seen.tasks.find((t) => t.id === task.id)?.candidates.find((p) => p.person === waiting?.params['principal']);
  const said = answers.find((a) => a.outcome === waiting?.params['outcome']);
  if (!waiting || !principal || !said) return null;
  return { proposal: waiting.id, by: waiting.by, at: waiting.at, principal: { person: principal.person, name: principal.name }, outcome: said.outcome, label: { ...said.label } };
}

function submitted({ seen, posts, submittedAt }: LeaderCard, c: Case, route: Route): Card['submittedBy'] {
  const decision = submissionSignature(c, route);
  const shown = presentDecisions(seen).find((d) => d.id === decision?.id);
  const signer = shown ? { person: shown.principal.person, name: shown.principal.name, post: posts.get(shown.id) ?? null, on: officeDay(new Date(shown.at)), signedAs: shown.signedAs } : null;
  return { unit: seen.row.leadUnit, signer, on: submittedAt === null ? null : officeDay(submittedAt) };
}

function verdictOf(seen: SeenDossier, c: Case, route: Route): Card['verdict'] {
  const decision = officeVerdict(c, route);
  const shown: Decisions[number] | undefined = presentDecisions(seen).find((d) => d.id === decision?.id);
  if (!decision || !shown) return null;
  const { path } = stepById(c, decision.step);
  const rule = workRule(route, path);
  const label = { vi: outcomeWords(rule, shown.outcome, 'vi'), en: outcomeWords(rule, shown.outcome, 'en') };
  return { step: titleOf(seen, path), outcome: shown.outcome, label, by: shown.principal, on: officeDay(new Date(shown.at)), comment: shown.reason };
}

/** The latest of each role that the reader is shown. */
function documentsOf(seen: SeenDossier, c: Case): Card['documents'] {
  const current = new Set(currentDocuments(c.documents).map((o) => o.id));
  const items = presentDocuments(seen).filter((o) => current.has(o.id)).map(({ id, role, no, name, mediaType, size }) => ({ id, role, no, name, mediaType, size }));
  return { count: items.length, items };
}

/** Hỏa tốc: the route, or this step of it, is pressed by the hour. */
function countsHours({ reckoning }: SeenDossier, route: Route, path: string): boolean {
  return [route.ladder, workRule(route, path).ladder].some((ladder) => ladder !== undefined && reckoning.urgent.has(ladder));
}
