import type { components } from '@totrinh/api-client';
import type { Page, Route } from 'playwright-core';

type Row = components['schemas']['DeskRow'];

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const STANDINGS = ['onTime', 'soon', 'due', 'late', 'beforeLeaders'] as const;
const WORDS = { onTime: 'còn 6 ngày làm việc', soon: 'sắp đến hạn, còn 1 ngày làm việc', due: 'đến hạn hôm nay', late: 'quá hạn 2 ngày làm việc', beforeLeaders: 'đang trình từ 28/6 (11 ngày làm việc)' } as const;

/** A row that no server made: for counting what a browser does with many of them. */
export function madeUpRow(n: number): Row {
  const is = STANDINGS[n % STANDINGS.length]!;
  return {
    id: uuid(n), task: uuid(n), purpose: 'work', holder: { person: 'mau', name: 'Người mẫu' }, offered: false, seen: n % 7 !== 0, openedAt: '2022-06-28T01:00:00.000Z', dueAt: '2022-07-13T16:59:59.999Z',
    dossier: { id: uuid(1_000_000 + n), code: `MAU-${String(n).padStart(5, '0')}`, title: `Dòng mẫu số ${n} của phép đo${n % 4 === 0 ? ': tên dài hơn một dòng để hàng cao thấp khác nhau, như trong một danh sách thật của cơ quan' : ''}`, kind: 'de-an', leadUnit: { id: 'mau', name: 'Cơ quan mẫu' }, status: 'open', number: null, round: 1 },
    step: { path: 'duyet', kind: 'review', round: 1, title: { vi: 'Người đứng đầu duyệt nội dung', en: 'Head reviews the content' } }, unit: { id: 'mau', name: 'Cơ quan mẫu' },
    standing: { is, workingDays: 2, vi: WORDS[is], en: is }, urgency: n % 9 === 0 ? 'urgent' : 'normal', asHelper: false, inSteadOf: n % 11 === 0 ? { person: 'mau-2', name: 'Người vắng mẫu' } : null, byAuthorityOf: null,
    etag: `"${n}"`, bulk: n % 3 === 0 ? ['review', 'transfer'] : [], now: [], moving: false, settled: null, told: null, trouble: null,
  };
}

const none = { count: 0 };
const counts = (n: number): object => ({ todo: { count: n, offered: 0, overdue: 2000, today: 2000, soon: 2000, beforeLeaders: 2000, bulk: 3334, inSteadOf: [] }, waiting: none, informed: { count: 0, unread: 0 }, done: none, troubled: none });

/** Puts made-up rows in the place of the desk's answers, in this page alone. The list may be changed while it is shown. */
export async function answerWithRows(page: Page, rows: { list: readonly Row[] }): Promise<void> {
  await page.route(/\/api\/v1\/desk\//, async (route: Route) => {
    const url = new URL(route.request().url());
    if (url.pathname.endsWith('/counts')) return route.fulfill({ json: counts(rows.list.length) });
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const to = from + Number(url.searchParams.get('limit') ?? 50);
    return route.fulfill({ json: { items: rows.list.slice(from, to), next: to < rows.list.length ? String(to) : null, count: from === 0 ? rows.list.length : null } });
  });
}
