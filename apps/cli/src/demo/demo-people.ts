import type { DemoGroup, DemoPerson } from '@totrinh/embedded';
import type { Tx } from '@totrinh/persistence';

/** Somebody in the directory with what says where they belong: the unit they work in, and the bodies they sit in. */
interface Listed { readonly login: string; readonly name: string; readonly post: string; readonly unit: string | null; readonly unitName: string | null; readonly bodies: readonly string[] }

/** Whom to sign in as first, in the order in which a dossier meets them, and what there is to see then. */
const SHOWS: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  'btgtu-drafter': { vi: 'Lập hồ sơ, soạn dự thảo, tiếp thu ý kiến, trình.', en: 'Prepares dossiers: drafts, answers opinions, submits.' },
  'btctu-head': { vi: 'Xem dự thảo trước, chuyển lại hoặc ký tờ trình.', en: 'Sees the draft first, returns it or signs.' },
  'stc-head': { vi: 'Trả lời lấy ý kiến, thẩm tra kinh phí; giao chuyên viên chuẩn bị.', en: 'Answers a consultation, checks the money; gives it to an officer.' },
  'vptu-form-checker': { vi: 'Tổng hợp, kiểm tra đủ thiếu, chuẩn bị hội nghị, ghi kết quả.', en: 'Checks completeness, prepares meetings, records results.' },
  'ban-thuong-vu-03': { vi: 'Danh sách “xin ý kiến về …”, trả lời ngay trên thẻ; hợp với điện thoại.', en: 'A leader’s short list; made for a phone.' },
  'vptu-clerk': { vi: 'Vào sổ, lấy số, phát hành.', en: 'Registers, numbers, issues.' },
  'vptu-admin': { vi: 'Thấy mọi hồ sơ; cơ quan, lịch làm việc, quy trình.', en: 'Sees every dossier; units, calendar, routes.' },
};

const STANDING = ['thuong-truc', 'ban-thuong-vu'];
const OFFICE = 'VPTU';
const LEADERS: DemoGroup = { vi: 'Lãnh đạo Thành ủy', en: 'leaders of the Party Committee' };
const STATE_LEADERS: DemoGroup = { vi: 'Ủy ban nhân dân Thành phố', en: 'members of the People’s Committee', folded: true };
const OTHERS: DemoGroup = { vi: 'Hội đồng và người khác', en: 'council and others', folded: true };

function groupOf({ unit, unitName, bodies }: Listed): { readonly rank: number; readonly group: DemoGroup } {
  if (unit === OFFICE) return { rank: 1, group: { vi: unitName ?? unit, en: 'the office' } };
  if (unit !== null) return { rank: 2, group: { vi: unitName ?? unit, en: 'lead, asked or appraising unit', folded: true } };
  if (bodies.some((body) => STANDING.includes(body))) return { rank: 0, group: LEADERS };
  return bodies.includes('ubnd') ? { rank: 3, group: STATE_LEADERS } : { rank: 4, group: OTHERS };
}

/** People as the sign-in page lists them: leaders, the office, each unit, other bodies; within a group by login. Pure. */
export function inGroups(listed: readonly Listed[]): DemoPerson[] {
  const collator = new Intl.Collator('vi');
  const placed = listed.map((each) => ({ each, ...groupOf(each) }));
  return placed
    .sort((a, b) => a.rank - b.rank || collator.compare(a.group.vi, b.group.vi) || (a.each.login < b.each.login ? -1 : 1))
    .map(({ each: { login, name, post }, group }) => ({ login, name, post, group, ...(SHOWS[login] && { shows: { place: Object.keys(SHOWS).indexOf(login), ...SHOWS[login] } }) }));
}

/** Everybody in the directory with their posts, as the sign-in page lists them. */
export async function demoPeople(tx: Tx): Promise<DemoPerson[]> {
  return inGroups(await tx.read<Listed & { readonly [column: string]: unknown }>(
    `select n.id as login, n.name, coalesce(string_agg(distinct p.title, '; '), '') as post, min(p.unit_id) as unit, min(u.name) as "unitName", coalesce(array_agg(distinct p.body_id) filter (where p.body_id is not null), '{}') as bodies
     from totrinh.person n left join totrinh.appointment a on a.person_id = n.id left join totrinh.post p on p.id = a.post_id left join totrinh.unit u on u.id = p.unit_id group by n.id, n.name`));
}
