import type { ItemBody } from '../present/programmes.ts';

/** What a report says in one language. */
export interface SheetWords {
  readonly sheet: string; readonly sample: string; readonly columns: readonly string[]; readonly total: string; readonly completed: string; readonly inPeriod: string; readonly agencies: string; readonly submitted: string; readonly notYet: string;
  readonly since: string; readonly onDay: string; readonly states: Readonly<Record<ItemBody['state'], string>>;
}
export type SheetLanguage = 'vi' | 'en';

export const SHEET_WORDS: Readonly<Record<SheetLanguage, SheetWords>> = {
  vi: {
    sheet: 'Chương trình', sample: 'MẪU: dữ liệu mẫu, không phải số liệu thật', total: 'Tổng số nội dung', completed: 'Đã hoàn thành', inPeriod: 'Hoàn thành trong kỳ', agencies: 'Số cơ quan hoàn thành trong kỳ', submitted: 'Đang trình cấp có thẩm quyền',
    notYet: 'Chưa trình', since: 'từ', onDay: 'ngày', states: { completed: 'Hoàn thành', submitted: 'Đang trình', notYetSubmitted: 'Chưa trình' },
    columns: ['STT', 'Nội dung', 'Loại', 'Cơ quan chủ trì', 'Đồng chí phụ trách', 'Thẩm quyền', 'Thời hạn', 'Ngày cuối của thời hạn', 'Đang ở đâu, từ ngày nào', 'Sản phẩm: số, ký hiệu', 'Ngày ban hành'],
  },
  en: {
    sheet: 'Programme', sample: 'MẪU: sample data, no real figures', total: 'All items', completed: 'Completed', inPeriod: 'Completed in the period', agencies: 'Agencies that completed some in the period', submitted: 'Before the authority',
    notYet: 'Not yet submitted', since: 'since', onDay: 'on', states: { completed: 'Completed', submitted: 'Before the authority', notYetSubmitted: 'Not yet submitted' },
    columns: ['No.', 'Content', 'Kind', 'Lead unit', 'Directing', 'Authority', 'Deadline', 'Last day of the deadline', 'Where it lies, since when', 'Product: number', 'Issued on'],
  },
};
