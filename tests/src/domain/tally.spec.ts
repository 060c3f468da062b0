import { openTasks, tally, type WorkRule } from '@totrinh/domain';
import { driveTo } from './stages.ts';

describe('Kết quả của một bước · the outcome of a step', () => {
  const steps = driveTo('thong-qua').route.steps;
  const all = steps['thong-qua'] as WorkRule;
  const any = steps['cho-y-kien'] as WorkRule;
  const consult = steps['lay-y-kien'] as WorkRule;

  const TABLE: readonly (readonly [string, WorkRule, number, string, string | null])[] = [
    ['bất kỳ ai: ý kiến đầu tiên là kết quả', any, 2, 'approved', 'approved'],
    ['bất kỳ ai: từ chối đầu tiên là kết quả', any, 2, 'rejected', 'rejected'],
    ['tất cả: đồng ý khi còn người chưa cho ý kiến thì chưa có kết quả', all, 2, 'approved', null],
    ['tất cả: người cuối cùng đồng ý thì thông qua', all, 0, 'approved', 'approved'],
    ['tất cả: một người chuyển lại là có kết quả ngay', all, 2, 'returned', 'returned'],
    ['tất cả: một người từ chối là có kết quả ngay', all, 2, 'rejected', 'rejected'],
    ['lấy ý kiến: còn cơ quan chưa trả lời thì chưa xong', consult, 1, 'consent', null],
    ['lấy ý kiến: ý kiến khác không dừng việc hỏi các cơ quan còn lại', consult, 1, 'object', null],
    ['lấy ý kiến: cơ quan cuối cùng trả lời thì xong, dù không đồng ý', consult, 0, 'object', 'completed'],
    ['một người ký là đã ký', steps['ky'] as WorkRule, 0, 'signed', 'signed'],
    ['thẩm định có điều kiện', steps['tham-dinh'] as WorkRule, 0, 'conditional', 'conditional'],
  ];

  test.each(TABLE)('%s', (_name, rule, othersOpen, outcome, expected) => {
    const { case: c } = driveTo('thong-qua');
    const step = c.steps.at(-1);
    const [mine, ...others] = openTasks(c);
    if (!mine || !step) throw new Error('no task');
    const said = [...others.slice(othersOpen).map((t) => [t, rule.kind === 'consult' ? 'consent' : 'approved'] as const), [mine, outcome] as const];
    const heard = said.map(([t]) => t.id);
    const decisions = said.map(([t, word], i) => ({ id: `y-kien-${i}`, task: t.id, step: t.step, outcome: word, actor: t.holder ?? '', principal: t.holder ?? '', manifest: c.manifest, inStead: null, authority: null }));
    const now = { ...c, decisions: [...c.decisions, ...decisions], tasks: c.tasks.map((t) => (heard.includes(t.id) ? { ...t, state: 'done' as const } : t)) };
    expect(tally(now, rule, step, outcome)?.outcome ?? null).toBe(expected);
  });

  test('kết quả của một tập thể kèm số đã tính; ý kiến đã hủy không được tính', () => {
    const d = driveTo('thong-qua');
    for (const member of ['btv-1', 'btv-2', 'btv-3']) d.decide('thong-qua', member, 'approved');
    expect(d.facts.findLast((f) => f.type === 'step.settled')?.data).toMatchObject({ arithmetic: { kind: 'people', rule: 'all', seats: 3, need: 3, outcomes: { approved: 3 } } });
    const step = d.case.steps.at(-1);
    if (!step) throw new Error('no step');
    expect(tally(d.case, all, step, 'approved')?.outcome).toBe('approved');
    expect(tally({ ...d.case, voided: [d.case.decisions.at(-1)?.id ?? ''] }, all, step, 'approved')).toBeNull();
  });

  test('một ủy viên chuyển lại: việc của các ủy viên khác được đóng, hồ sơ quay về một lần', () => {
    const d = driveTo('thong-qua');
    d.decide('thong-qua', 'btv-1', 'approved');
    d.decide('thong-qua', 'btv-2', 'returned', 'cần bổ sung nguồn lực');
    expect(openTasks(d.case)).toEqual([]);
    expect(d.case.tasks.filter((t) => t.assignees[0]?.person === 'btv-3').map((t) => t.state)).toEqual(['cancelled']);
    expect(d.case.pending.map((p) => p.path)).toEqual(['tiep-thu']);
    expect(d.case.round).toBe(2);
  });
});
