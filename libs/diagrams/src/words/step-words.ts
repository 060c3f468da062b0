import type { Route, RuleOf, StepKind, StepRule } from '@totrinh/domain';
import type { Lang, Words } from './lang.ts';

const KINDS: Readonly<Record<StepKind, Words>> = {
  draft: { vi: 'Soạn thảo', en: 'Draft' },
  review: { vi: 'Xem xét', en: 'Review' },
  consult: { vi: 'Lấy ý kiến', en: 'Consultation' },
  appraise: { vi: 'Thẩm định', en: 'Appraisal' },
  approve: { vi: 'Phê duyệt', en: 'Approval' },
  vote: { vi: 'Biểu quyết', en: 'Vote' },
  finish: { vi: 'Hoàn thiện', en: 'Finishing' },
  sign: { vi: 'Ký', en: 'Signature' },
  issue: { vi: 'Ban hành', en: 'Issue' },
  track: { vi: 'Theo dõi', en: 'Tracking' },
  parallel: { vi: 'Song song', en: 'In parallel' },
  choice: { vi: 'Rẽ nhánh', en: 'Choice' },
  route: { vi: 'Quy trình con', en: 'Sub-route' },
  notify: { vi: 'Thông báo', en: 'Notice' },
  webhook: { vi: 'Gọi hệ thống ngoài', en: 'Call to another system' },
  wait: { vi: 'Chờ', en: 'Wait' },
  end: { vi: 'Kết thúc', en: 'End' },
};
const OUTCOMES: Readonly<Record<string, Words>> = {
  completed: { vi: 'Xong', en: 'Done' },
  approved: { vi: 'Đồng ý', en: 'Approved' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  rejected: { vi: 'Không đồng ý', en: 'Rejected' },
  conditional: { vi: 'Đồng ý, có điều kiện', en: 'With conditions' },
  approvedSubjectTo: { vi: 'Thông qua, giao hoàn thiện', en: 'Subject to demands' },
  lapsed: { vi: 'Quá hạn', en: 'Lapsed' },
  confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
  signed: { vi: 'Đã ký', en: 'Signed' },
  issued: { vi: 'Đã ban hành', en: 'Issued' },
};
const ENDS: Readonly<Record<RuleOf<'end'>['status'], Words>> = {
  done: { vi: 'Hoàn thành', en: 'Done' },
  rejected: { vi: 'Không thông qua', en: 'Rejected' },
  cancelled: { vi: 'Dừng', en: 'Cancelled' },
};

export const kindWords = (kind: StepKind, lang: Lang): string => KINDS[kind][lang];

/** What a step is called: its title, or the name that it has in the route. */
export function stepTitle(name: string, rule: StepRule, route: Route | null, lang: Lang): string {
  if (rule.title) return rule.title[lang];
  if (rule.kind === 'end') return ENDS[rule.status][lang];
  const part = rule.kind === 'route' ? route?.parts?.[rule.route]?.rules : undefined;
  return part ? part.title[lang] : name;
}

/** The words of an outcome: the route's own, or the usual ones. */
export function outcomeWords(rule: StepRule, outcome: string, lang: Lang): string {
  const own = 'labels' in rule ? rule.labels?.[outcome] : undefined;
  return own ?? (Object.hasOwn(OUTCOMES, outcome) ? OUTCOMES[outcome]?.[lang] : undefined) ?? outcome;
}

/** How many branches a parallel step waits for. */
export function joinWords(join: RuleOf<'parallel'>['join'], lang: Lang): string {
  if (join === 'all') return lang === 'vi' ? 'chờ đủ các nhánh' : 'waits for all';
  if (join === 'any') return lang === 'vi' ? 'một nhánh xong là đủ' : 'the first is enough';
  return lang === 'vi' ? `đủ ${join.atLeast} nhánh` : `at least ${join.atLeast}`;
}
