import type { DeadlineShow, Said } from '../../../apps/cli/src/demo/deadline-show.ts';
import { deadlineFaults, deadlineTable } from '../../../apps/cli/src/demo/deadline-table.ts';
import { speaksUntil } from '../../../apps/cli/src/demo/expected-rungs.ts';

const expected = speaksUntil('2026-02-04T02:00:00.000Z', 'qua-han 2');
const said = expected.map((e): Said => ({ ...e, saidAt: e.dueAt, told: e.rung.startsWith('qua-han') ? [{ person: 'btctu-drafter', as: 'holder' }, { person: 'btctu-head', as: 'headOfUnit' }] : [] }));
const show = (more: Partial<DeadlineShow> = {}): DeadlineShow => ({ code: 'MẪU-1', openedAt: '2026-02-04T02:00:00.000Z', said, expected, briefings: ['2026-02-12T01:00:00.000Z'], people: [{ login: 'btctu-head', name: 'MẪU', post: 'Trưởng Ban' }], seconds: 1, ...more });
const without = (rung: string): Said[] => said.filter((s) => s.rung !== rung);
const changed = (rung: string, more: Partial<Said>): Said[] => said.map((s) => (s.rung === rung ? { ...s, ...more } : s));

describe('npm run demo -- --deadlines', () => {
  test('mong đợi theo quy định: năm ngày làm việc từ thứ Tư 4/2/2026, rồi qua Tết', () => {
    expect(expected.map((e) => `${e.dueAt.slice(0, 16)} ${e.rung}`)).toEqual([
      '2026-02-09T01:00 sap-den-han 1', '2026-02-11T01:00 den-han 1', '2026-02-11T17:00 overdue', '2026-02-12T01:00 qua-han 1', '2026-02-12T01:00 bao-cao 1', '2026-02-26T01:00 qua-han 2',
    ]);
  });

  test('đúng quy định thì không có lỗi nào, và bảng nói với ai', () => {
    expect(deadlineFaults(show())).toEqual([]);
    const table = deadlineTable('vi', show()).join('\n');
    expect(table).toMatch(/Quá hạn, lần 1 +12\/02\/2026 08:00 +12\/02\/2026 08:00 +btctu-drafter \(người đang giữ\); Trưởng Ban \(thủ trưởng\) +✓/);
    expect(table).not.toContain('✗');
  });

  test.each([
    ['thiếu một bậc', show({ said: without('den-han 1') }), 'thiếu / missing: den-han 1'],
    ['nói hai lần', show({ said: [...said, ...said.slice(0, 1)] }), 'hai lần / twice: sap-den-han 1'],
    ['nói điều quy định không có', show({ said: [...said, ...said.slice(0, 1).map((s) => ({ ...s, rung: 'qua-han 7' }))] }), 'không có trong quy định / not by the rules: qua-han 7'],
    ['nói sớm', show({ said: changed('den-han 1', { saidAt: '2026-02-11T00:59:00.000Z' }) }), 'sớm / too early: den-han 1'],
    ['không báo thủ trưởng', show({ said: changed('qua-han 1', { told: [{ person: 'btctu-drafter', as: 'holder' }] }) }), 'không đủ người / somebody was not told: qua-han 1'],
    ['không có trong danh sách giao ban', show({ briefings: [] }), 'danh sách giao ban có 0 dòng'],
  ])('%s: bị phát hiện', (_name, given, fault) => {
    expect(deadlineFaults(given)).toContainEqual(expect.stringContaining(fault));
  });
});
