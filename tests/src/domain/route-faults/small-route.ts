import type { Parts, Route } from '@totrinh/domain';

type Step = Readonly<Record<string, unknown>> & { readonly kind: string };
export type Steps = Readonly<Record<string, Step>>;

export const draft = (completed: string, more: object = {}): Step => ({ kind: 'draft', who: { person: 'drafter' }, ...more, next: { completed } });
export const review = (approved: string, returned: string, more: object = {}): Step => ({ kind: 'review', who: { headOf: 'leadUnit' }, ...more, next: { approved, returned } });
export const approve = (next: Readonly<Record<string, string>>, more: object = {}): Step => ({ kind: 'approve', who: { unit: 'leadUnit' }, rule: 'any', ...more, next });
export const issue = (issued: string): Step => ({ kind: 'issue', register: 'from item', who: { unit: 'leadUnit' }, next: { issued } });
export const end = (status = 'done'): Step => ({ kind: 'end', status });
export const finish = (confirmed: string, returned: string): Step => ({ kind: 'finish', who: { headOf: 'leadUnit' }, confirm: { headOf: 'leadUnit' }, next: { confirmed, returned } });
export const vote = (more: object, next: object = {}): Step => ({ kind: 'vote', mode: 'electronic', roster: { body: 'authority' }, rule: { base: 'members', approve: '> 1/2' }, due: { days: 5 }, next: { approved: 'ban-hanh', rejected: 'dung', lapsed: 'dung', ...next }, ...more });
export const choice = (when: readonly object[]): Step => ({ kind: 'choice', when });
export const parallel = (branches: object, completed: string, more: object = {}): Step => ({ kind: 'parallel', branches, join: 'all', ...more, next: { completed } });
export const wait = (completed: string, more: object = { due: { days: 1 } }): Step => ({ kind: 'wait', ...more, next: { completed } });

/** The shortest route that issues: draft, approval of the head, issue. */
export const SHORT: Steps = {
  soan: draft('duyet'),
  duyet: approve({ approved: 'ban-hanh', returned: 'soan', rejected: 'dung' }),
  'ban-hanh': issue('xong'),
  xong: end(),
  dung: end('rejected'),
};

/** The short route with other steps and another head. */
export function small(steps: Steps = {}, head: object = {}): Record<string, unknown> {
  return { route: 'quy-trinh-mau', title: { vi: 'Quy trình MẪU', en: 'Sample route' }, start: 'soan', bodies: { authority: 'from item' }, ...head, steps: { ...SHORT, ...steps } };
}

/** Two branches between the draft and the approval; each is one review. */
export const BRANCHED: Steps = {
  soan: draft('song-song'),
  'song-song': parallel({ mot: { steps: ['y-mot'] }, hai: { steps: ['y-hai'] } }, 'duyet'),
  'y-mot': review('join', 'soan'),
  'y-hai': review('join', 'soan'),
};

export const branched = (steps: Steps = {}, head: object = {}): Record<string, unknown> => small({ ...BRANCHED, ...steps }, head);

/** A published sub-route with these steps; it starts at the first. */
export function part(name: string, steps: Steps, more: Partial<Route> = {}): Parts {
  const rules = { route: name, semantics: 2, title: { vi: 'Quy trình con', en: 'Sub-route' }, fields: {}, units: {}, groups: {}, bodies: {}, start: Object.keys(steps)[0] ?? '', steps, ...more } as unknown as Route;
  return { [name]: { version: 1, rules } };
}

/** The short route whose draft passes a sub-route before the approval. */
export const through = (name: string, steps: Steps = {}): Record<string, unknown> => small({ soan: draft('con'), con: { kind: 'route', route: name, next: { completed: 'duyet', rejected: 'dung' } }, ...steps });

/** A sub-route that asks one opinion. */
export const opinionsPart = part('y-kien', { xem: review('xong', 'thoi'), xong: end(), thoi: end('rejected') });
