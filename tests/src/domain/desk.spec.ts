import { bulkActs, changeView, findRule, keepView, MOST_VIEWS, orderViews, urgencyOf, type QueuedPlace, type View, type WorkRule } from '@totrinh/domain';
import { ROUTE_TEXT, routeOf } from './sample-route.ts';

const route = routeOf(ROUTE_TEXT);
const plain = routeOf({ ...ROUTE_TEXT, steps: { ...ROUTE_TEXT.steps, 'duyet-noi-dung': { kind: 'review', who: { headOf: 'leadUnit' }, next: { approved: 'lay-y-kien', returned: 'soan-thao' } } } });
const HELD: QueuedPlace = { purpose: 'work', unit: 'stc', held: true, mine: true, helper: false, paused: false };
const OFFERED: QueuedPlace = { ...HELD, held: false, mine: false };

describe('xử lý nhiều việc từ danh sách / bulk acts of a row', () => {
  test.each([
    ['a review', plain, 'duyet-noi-dung', HELD, ['review', 'transfer']], ['an offered review', plain, 'duyet-noi-dung', OFFERED, ['review', 'claim']], ['a review with initials', route, 'duyet-noi-dung', HELD, ['transfer']],
    ['a consultation', route, 'lay-y-kien', HELD, ['consent', 'transfer']], ['an appraisal', route, 'tham-dinh', HELD, []], ['an appraisal on offer', route, 'tham-dinh', OFFERED, []], ['an approval', route, 'thong-qua', HELD, []], ['a signature', route, 'ky', HELD, []], ['an issue', route, 'ban-hanh', OFFERED, []],
    ['a review in a suspended dossier', plain, 'duyet-noi-dung', { ...HELD, paused: true }, []], ['a consultation that one helps in', route, 'lay-y-kien', { ...HELD, helper: true }, ['transfer']], ['an opinion on the side', route, 'lay-y-kien', { ...HELD, purpose: 'aside' }, []],
  ] as const)('%s', (_what, of, path, place, acts) => {
    expect(bulkActs(findRule(of, path) as WorkRule, place)).toEqual(acts);
  });
});

test.each([[undefined, false, 'normal'], ['urgent', false, 'urgent'], ['veryUrgent', false, 'veryUrgent'], ['khẩn', false, 'normal'], ['urgent', true, 'flash']] as const)('a dossier that says %s, hours %s, is %s', (said, hours, urgency) => {
  expect(urgencyOf(said, hours)).toBe(urgency);
});

describe('chế độ xem / saved views', () => {
  const view: View = { name: 'Gấp', list: 'todo', filter: {}, sort: null };
  const kept = [{ id: 'a', name: 'Gấp', version: 3 }, { id: 'b', name: 'Chờ', version: 1 }];
  const code = (r: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => (r.ok ? 'ok' : (r.error?.code ?? ''));
  test('no name twice, no more than the most, each change on the version that was looked at', () => {
    expect([code(keepView(view, [])), code(keepView(view, kept)), code(keepView(view, Array.from({ length: MOST_VIEWS }, (_, i) => ({ id: `${i}`, name: `${i}`, version: 1 }))))]).toEqual(['ok', 'VIEW_NAME_TAKEN', 'VIEWS_TOO_MANY']);
    expect([code(changeView('a', view, 3, kept)), code(changeView('a', view, 2, kept)), code(changeView('b', view, 1, kept)), code(changeView('c', view, 1, kept))]).toEqual(['ok', 'VERSION_MISMATCH', 'VIEW_NAME_TAKEN', 'VIEW_NOT_FOUND']);
    expect([['b', 'a'], ['a'], ['a', 'a'], ['a', 'c']].map((ids) => code(orderViews(ids, kept)))).toEqual(['ok', 'VIEW_NOT_FOUND', 'VIEW_NOT_FOUND', 'VIEW_NOT_FOUND']);
  });
});
