import type { BothWords } from '../votes/both-words.ts';

/** The usual roles of documents, as an office calls them; a route may name others. */
export const DOCUMENT_NAMES: Readonly<Record<string, BothWords>> = {
  'du-thao': { vi: 'Dự thảo văn bản', en: 'Draft document' },
  'to-trinh': { vi: 'Tờ trình', en: 'Submission' },
  'de-cuong': { vi: 'Đề cương', en: 'Outline' },
  'tong-hop-y-kien': { vi: 'Bảng tổng hợp, tiếp thu, giải trình ý kiến', en: 'Table of opinions and answers' },
  'tham-dinh': { vi: 'Văn bản thẩm định', en: 'Appraisal' },
  'du-thao-ket-luan': { vi: 'Dự thảo thông báo kết luận', en: 'Draft conclusion' },
  'phieu-y-kien': { vi: 'Phiếu lấy ý kiến', en: 'Opinion form' },
  'bien-ban': { vi: 'Biên bản', en: 'Minutes' },
  'cong-van': { vi: 'Công văn', en: 'Official letter' },
  'ghi-chep': { vi: 'Ghi chép ý kiến', en: 'Note of what was said' },
};

/** The name of a role; a role that nobody has named is called by its own code. */
export function documentName(role: string): BothWords {
  return Object.hasOwn(DOCUMENT_NAMES, role) ? (DOCUMENT_NAMES[role] ?? { vi: role, en: role }) : { vi: role, en: role };
}

/** Kinds of work of a programme. */
export const KIND_NAMES: Readonly<Record<string, BothWords>> = {
  'de-an': { vi: 'Đề án', en: 'Scheme' }, 'ke-hoach': { vi: 'Kế hoạch', en: 'Plan' }, 'chuyen-de': { vi: 'Chuyên đề', en: 'Thematic work' }, 'de-tai': { vi: 'Đề tài', en: 'Research project' }, 'du-an': { vi: 'Dự án', en: 'Investment project' },
};

/** The name of a kind; one that nobody has named is called by its own code. */
export function kindName(kind: string): BothWords {
  return Object.hasOwn(KIND_NAMES, kind) ? (KIND_NAMES[kind] ?? { vi: kind, en: kind }) : { vi: kind, en: kind };
}
