import { checkRoute, type CaseRoles, type Route } from '@totrinh/domain';

/** A route as an office would write it, before it is checked; every step kind occurs. */
export const ROUTE_TEXT = {
  route: 'de-an-mau',
  title: { vi: 'Đề án MẪU', en: 'Sample scheme' },
  units: { appraising: 'from item', office: 'from item' },
  groups: { cooperating: 'from item' },
  bodies: { opinion: 'from item', authority: 'from item' },
  start: 'soan-thao',
  steps: {
    'soan-thao': { kind: 'draft', who: { person: 'drafter' }, needs: { documents: ['du-thao'] }, due: { days: 30 }, next: { completed: 'duyet-noi-dung' } },
    'duyet-noi-dung': { kind: 'review', who: { headOf: 'leadUnit' }, initials: 'content', next: { approved: 'lay-y-kien', returned: 'soan-thao' } },
    'lay-y-kien': { kind: 'consult', each: { units: 'cooperating' }, due: { days: 7 }, next: { completed: 'tiep-thu' } },
    'tiep-thu': { kind: 'draft', who: { person: 'drafter' }, needs: { documents: ['to-trinh'] }, next: { completed: 'tham-dinh' } },
    'tham-dinh': { kind: 'appraise', who: { unit: 'appraising' }, reaches: 'submitted', next: { approved: 'cho-y-kien', conditional: 'tiep-thu', returned: 'tiep-thu' } },
    'cho-y-kien': { kind: 'approve', authority: false, who: { body: 'opinion' }, rule: 'any', next: { approved: 'thong-qua', returned: 'soan-thao', rejected: 'dung-lai' } },
    'thong-qua': { kind: 'approve', who: { body: 'authority' }, rule: 'all', next: { approved: 'ky', returned: 'tiep-thu', rejected: 'dung-lai' } },
    'ky': { kind: 'sign', who: { signers: 'authority' }, as: 'T/M', next: { signed: 'ban-hanh', returned: 'tiep-thu' } },
    'ban-hanh': { kind: 'issue', register: 'from item', who: { post: 'van-thu', of: 'office' }, completes: 'item', next: { issued: 'hoan-thanh' } },
    'hoan-thanh': { kind: 'end', status: 'done' },
    'dung-lai': { kind: 'end', status: 'rejected' },
  },
} as const;

/** What the roles of the sample route mean in a dossier of BTCTU. */
export const ROLES: CaseRoles = {
  units: { appraising: 'vptu', office: 'vptu' },
  groups: { cooperating: ['stc', 'btgtu'] },
  bodies: { opinion: 'thuong-truc', authority: 'ban-thuong-vu' },
  register: { issuer: 'tu', type: 'de-an' },
};

/** The checked route; a fault is a mistake of the test itself. */
export function routeOf(text: unknown): Route {
  const check = checkRoute(text);
  if (!check.ok) throw new Error(check.faults.map((f) => f.en).join('\n'));
  return check.route;
}

/** The sample route with other steps, for routes that have one thing more or less. */
export function textWith(steps: Record<string, unknown>, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...ROUTE_TEXT, ...more, steps: { ...ROUTE_TEXT.steps, ...steps } };
}
