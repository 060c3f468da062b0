import { problemOf, reasonOfCode, sentence } from '@totrinh/api-schema';

describe('câu báo lỗi / sentences of errors', () => {
  test.each([
    ['Việc đã khép[: {by} xử lý trước][, kết quả “{outcome}”].', { by: 'btctu-head', outcome: 'approved' }, 'Việc đã khép: btctu-head xử lý trước, kết quả “approved”.'],
    ['Việc đã khép[: {by} xử lý trước][, kết quả “{outcome}”].', { by: 'btctu-head' }, 'Việc đã khép: btctu-head xử lý trước.'],
    ['Việc đã khép[: {by} xử lý trước].', {}, 'Việc đã khép.'],
    ['Thiếu[: {missing}].', { missing: ['du-thao', 'to-trinh'] }, 'Thiếu: du-thao, to-trinh.'],
    ['Thiếu[: {missing}].', { missing: [] }, 'Thiếu.'],
    ['Tối đa[ {limit}].', { limit: { a: 1 } }, 'Tối đa.'],
  ])('%s with %j', (pattern, details, said) => {
    expect(sentence(pattern, details)).toBe(said);
  });

  test('a problem keeps its title, tells its facts, and says what to do', () => {
    const problem = problemOf({ code: 'TASK_CLOSED', details: { by: 'btctu-head', outcome: 'approved' } }, 'abc');
    expect(problem).toMatchObject({ type: 'urn:totrinh:error:TASK_CLOSED', title: 'Việc này đã khép lại.', status: 409, code: 'TASK_CLOSED', correlationId: 'abc' });
    expect(problem.detail).toBe('Việc này đã khép lại: btctu-head đã xử lý trước, kết quả “approved”. Tải lại hồ sơ để xem tình trạng mới nhất.');
    expect(problem.detailEn).toContain('btctu-head was first');
  });

  test('a fault that is nobody’s business carries no details', () => {
    expect(problemOf({ code: 'INTERNAL' }, 'abc')).not.toHaveProperty('details');
    expect(reasonOfCode('NO_OPEN_DRAFT').en).toBe('The content is frozen: no draft step is open.');
  });
});
