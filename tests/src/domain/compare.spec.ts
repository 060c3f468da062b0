import { compareContent, documentsAt, frozenStates } from '@totrinh/domain';
import fc from 'fast-check';
import { innerAt } from './inner-life.ts';

describe('So sánh các lần trình · comparing what was submitted', () => {
  test('mỗi lần trình là một trạng thái; giữa hai lần nói rõ thêm gì, bớt gì, sửa gì', () => {
    const d = innerAt('duyet-noi-dung');
    d.decide('duyet-noi-dung', 'btctu-truong', 'returned', 'MẪU làm lại');
    d.move();
    d.attach('du-thao', 'a2');
    d.attach('to-trinh', 'b1');
    d.submit();
    const [first, second] = frozenStates(d.facts);
    expect([first?.by, second?.by]).toEqual(['submission', 'submission']);
    expect(second?.manifest).toBe(d.case.manifest);
    expect(compareContent(first?.documents ?? [], second?.documents ?? [])).toMatchObject({
      added: [{ role: 'to-trinh', to: { no: 1, sha256: 'b1' } }], removed: [], changed: [{ role: 'du-thao', from: { no: 1, sha256: 'a1' }, to: { no: 2, sha256: 'a2' } }],
    });
    expect(documentsAt(d.facts, first?.seq)).toEqual(first?.documents);
    expect(documentsAt(d.facts).map((x) => x.sha256)).toEqual(['a2', 'b1']);
  });

  const content = fc.uniqueArray(fc.record({ role: fc.constantFrom('du-thao', 'to-trinh', 'phu-luc'), no: fc.integer({ min: 1, max: 3 }), sha256: fc.constantFrom('x', 'y'), id: fc.uuid() }), { selector: (x) => x.role });
  test('một nội dung so với chính nó không khác gì; đổi chiều thì thêm thành bớt', () => {
    fc.assert(fc.property(content, content, (a, b) => {
      expect(compareContent(a, a)).toEqual({ added: [], removed: [], changed: [] });
      const there = compareContent(a, b);
      const back = compareContent(b, a);
      expect(back.removed.map((x) => [x.role, x.from])).toEqual(there.added.map((x) => [x.role, x.to]));
      expect(back.changed).toEqual(there.changed.map((x) => ({ role: x.role, from: x.to, to: x.from })));
    }));
  });

  test('lần mới mà tệp y nguyên thì không coi là sửa', () => {
    const at = (no: number) => [{ id: `${no}`, role: 'du-thao', no, sha256: 'x' }];
    expect(compareContent(at(1), at(2)).changed).toEqual([]);
  });
});
