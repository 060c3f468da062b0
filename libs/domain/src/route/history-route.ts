import type { Route } from './route.ts';

/** What imported history is held against: it pins no route and has ended, so nothing can be done in it that asks for a step. */
export const HISTORY_ROUTE: Route = {
  route: 'history', semantics: 2, title: { vi: 'Hồ sơ đã kết thúc', en: 'Closed history' }, fields: {}, units: {}, groups: {}, bodies: {}, start: 'end', steps: { end: { kind: 'end', status: 'done' } },
};
