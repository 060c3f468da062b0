import { attach, type Case } from '@totrinh/domain';
import { DossierDriver, refusal } from './dossier-driver.ts';

const evidence = (d: DossierDriver, person: string, role = 'phieu-y-kien'): ReturnType<typeof attach> =>
  attach(d.case, { role, name: 'phiếu.pdf', sha256: `scan-${role}`, size: 1, mediaType: 'application/pdf' }, d.as(person), d.means);

/** A dossier that lies with the head of its lead unit. */
function submitted(): DossierDriver {
  const d = new DossierDriver();
  d.move();
  d.attach('du-thao', 'a1');
  d.submit();
  d.move();
  return d;
}
const frozenOf = (c: Case): string | null => c.manifest;

describe('Giấy tờ làm chứng · papers that show what was said', () => {
  test('phiếu, biên bản đính kèm lúc nào cũng được và không làm đổi nội dung đã trình', () => {
    const d = submitted();
    const frozen = frozenOf(d.case);
    d.must(evidence(d, 'btctu-cv'));
    expect(d.case.documents.map((x) => x.role)).toContain('phieu-y-kien');
    expect(frozenOf(d.case)).toBe(frozen);
    d.decide('duyet-noi-dung', 'btctu-truong', 'returned', 'sửa');
    d.move();
    d.submit();
    expect(frozenOf(d.case)).toBe(frozen);
  });

  test.each([['người ngoài', 'stc-truong', 'phieu-y-kien', 'NOT_ALLOWED'], ['bản thảo khi nội dung đã đóng', 'btctu-cv', 'du-thao', 'NO_OPEN_DRAFT']])('không nhận của %s', (_name, person, role, code) => {
    expect(refusal(evidence(submitted(), person, role))).toBe(code);
  });
});
