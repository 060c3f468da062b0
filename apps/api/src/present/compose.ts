import { DOCUMENT_NAMES, documentName, findRule, KIND_NAMES, SECRECY_LEVELS, SECRECY_NAMES, submissionNeeds, type AllowedAction, type Case, type Route } from '@totrinh/domain';
import { reasonOfCode, type OPERATIONS } from '@totrinh/api-schema';
import { MAX_FILE_BYTES, UPLOAD_TYPES } from '@totrinh/documents';
import type { ComposeReadModel, ComposeRoute } from '@totrinh/persistence';
import type { z } from 'zod';

type Operations = typeof OPERATIONS;
type RouteBody = z.infer<Operations['listComposeRoutes']['answers'][200]>['items'][number];
type RulesBody = z.infer<Operations['readComposeRules']['answers'][200]>;
type NeedsBody = z.infer<Operations['readSubmissionNeeds']['answers'][200]>;

export const ROUTES_NOTE = { vi: 'Ước tính theo hạn của từng bước, không phải cam kết.', en: 'Estimated from the terms of the steps; no promise.' } as const;

export function presentComposeRoute({ starters: _starters, plan, steps, unbound, fields, needs, ...route }: ComposeRoute): RouteBody {
  const because = route.mayStart ? null : ({ code: 'NOT_ALLOWED', why: reasonOfCode('NOT_ALLOWED') } as const);
  return {
    ...route, because, needs: [...needs], unbound: { units: [...unbound.units], groups: [...unbound.groups], bodies: [...unbound.bodies], register: unbound.register },
    fields: Object.entries(fields).map(([name, f]) => (typeof f === 'string' ? { name, type: f, title: null, default: null } : { name, type: f.type, title: f.title ?? null, default: f.default ?? null })),
    steps: steps.map((s) => ({ ...s, opens: s.opens.toISOString(), due: s.due?.toISOString() ?? null })), workingDays: plan.workingDays, earliest: plan.earliest, issuedOn: plan.issuedOn, withoutTerm: [...(plan.played?.withoutTerm ?? [])],
  };
}

export function presentRules({ units, registers }: Awaited<ReturnType<ComposeReadModel['places']>>): RulesBody {
  return {
    secrecy: SECRECY_LEVELS.map((level) => ({ level, title: SECRECY_NAMES[level], allowed: level === 'thuong' })),
    upload: { maxBytes: MAX_FILE_BYTES, maxMegabytes: MAX_FILE_BYTES / 1_000_000, types: UPLOAD_TYPES.map((t) => ({ ...t, extensions: [...t.extensions] })) },
    kinds: Object.entries(KIND_NAMES).map(([kind, title]) => ({ kind, title })), roles: Object.entries(DOCUMENT_NAMES).map(([role, title]) => ({ role, title })), units: [...units], registers: [...registers],
  };
}

/** What is missing is told to everybody who sees the dossier; whether they may submit, only to whoever would. */
export function presentNeeds(c: Case, route: Route, submit: AllowedAction | undefined): NeedsBody {
  const { step, documents, responses } = submissionNeeds(c, route);
  const because = submit?.allowed === true ? null : (submit?.because ?? 'NO_OPEN_DRAFT');
  return {
    step: step && { id: step.id, path: step.path, title: findRule(route, step.path)?.title ?? null }, documents: documents.map(({ role, document }) => ({ role, title: documentName(role), document: document && { id: document.id, no: document.no } })),
    missing: documents.filter((d) => d.document === null).map((d) => d.role), responses: { asked: responses.asked, opinions: responses.opinions, unanswered: responses.unanswered.map((d) => d.id) },
    maySubmit: because === null, because: because && { code: because, why: reasonOfCode(because) },
  };
}
