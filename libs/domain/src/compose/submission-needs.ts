import { openDraft, type Case, type CaseDocument, type CaseStep } from '../case/case.ts';
import { findRule, type Route } from '../route/route.ts';
import { currentDocuments, opinionsToAnswer } from '../verbs/submit.ts';

/** What an open draft has to have before it is submitted: roles of documents with the newest of each, opinions with those that nobody has answered. */
export interface SubmissionNeeds {
  readonly step: CaseStep | null;
  readonly documents: readonly { readonly role: string; readonly document: CaseDocument | null }[];
  readonly responses: { readonly asked: boolean; readonly opinions: number; readonly unanswered: readonly string[] };
}

/** Nothing where no draft is open. The same as what submitting asks for. */
export function submissionNeeds(c: Case, route: Route): SubmissionNeeds {
  const step = openDraft(c) ?? null;
  const rule = step === null ? undefined : findRule(route, step.path);
  const needs = rule?.kind === 'draft' ? rule.needs : undefined;
  const current = currentDocuments(c.documents);
  const asked = needs?.responses === 'all';
  const opinions = asked ? opinionsToAnswer(c) : [];
  return {
    step, documents: (needs?.documents ?? []).map((role) => ({ role, document: current.find((d) => d.role === role) ?? null })),
    responses: { asked, opinions: opinions.length, unanswered: opinions.filter((d) => !c.responses.some((r) => r.decision === d.id)).map((d) => d.id) },
  };
}
