/** Everything the demo writes in somebody's name; each text says that it is a sample. */
export const REASONS = {
  returned: '[MẪU] Đề nghị làm rõ nguồn lực thực hiện và phân công trách nhiệm của từng cơ quan trước khi thông qua.',
  conditional: '[MẪU] Đồng ý về nội dung với điều kiện: bổ sung lộ trình thực hiện và chỉ tiêu đánh giá cho từng năm.',
  appraised: '[MẪU] Hồ sơ đủ điều kiện trình cấp có thẩm quyền.',
  accepted: '[MẪU] Tiếp thu: đã bổ sung vào dự thảo.',
  partly: '[MẪU] Tiếp thu một phần: kinh phí bố trí theo khả năng cân đối của ngân sách từng năm; giữ nguyên mục tiêu chung.',
  finished: '[MẪU] Đã hoàn thiện trong bản dự thảo kèm theo.',
} as const;

/** What an approval asks to be finished before the document is signed. */
export const DEMANDS = [
  '[MẪU] Làm rõ cơ quan chủ trì, cơ quan phối hợp của từng nhiệm vụ.',
  '[MẪU] Bổ sung phụ lục kinh phí và lộ trình theo từng năm.',
] as const;

/** The names of meetings that the demo holds, and what they conclude. */
export const MEETINGS: Readonly<Record<string, { readonly title: string; readonly place: string }>> = {
  'ban-thuong-vu': { title: '[MẪU] Hội nghị Ban Thường vụ xem xét nội dung của Chương trình 01-CTr/TU', place: '[MẪU] Phòng họp Thành ủy' },
  ubnd: { title: '[MẪU] Phiên họp Ủy ban nhân dân xem xét nội dung của Chương trình 01-CTr/TU', place: '[MẪU] Phòng họp Ủy ban nhân dân' },
};
export const CONCLUSION = '[MẪU] Kết luận: thông qua các nội dung trong chương trình hội nghị; cơ quan chủ trì hoàn thiện, trình ký ban hành.';

/** The finance department reserves its opinion on money; everybody else consents. */
const OTHER_OPINION = 'STC';

/** What an asked unit answers about an item. */
export function opinionOf(code: string, unit: string): { outcome: 'consent' | 'other'; reason: string } {
  if (unit === OTHER_OPINION) return { outcome: 'other', reason: `[MẪU] ${code}: thống nhất chủ trương; đề nghị cân đối kinh phí trong dự toán được giao hằng năm.` };
  return { outcome: 'consent', reason: `[MẪU] ${code}: thống nhất với dự thảo.` };
}

const TITLES: Readonly<Record<string, string>> = { 'du-thao': 'DỰ THẢO', 'to-trinh': 'TỜ TRÌNH' };

/** A document that a drafter attaches: name and plain text, the same bytes for the same item, role and number. */
export function sampleDocument(item: { code: string; title: string }, role: string, no: number): { name: string; text: string } {
  const heading = TITLES[role] ?? role;
  const text = [
    'MẪU: văn bản do chương trình trình diễn sinh ra, không có giá trị pháp lý, không con dấu.',
    'SAMPLE: generated for demonstration, without legal force, without a seal.',
    '',
    `${heading} (lần ${no})`,
    `${item.code}: ${item.title}`,
    '',
    ...SECTIONS.map((section, i) => `${i + 1}. ${section}: nội dung mẫu của lần ${no}.`),
    '',
  ].join('\n');
  return { name: `MAU-${item.code.replaceAll('/', '-')}-${role}-lan-${no}.txt`, text };
}

const SECTIONS = ['Sự cần thiết và căn cứ', 'Mục tiêu, phạm vi', 'Nhiệm vụ, giải pháp', 'Kinh phí và nguồn lực', 'Tổ chức thực hiện'];
