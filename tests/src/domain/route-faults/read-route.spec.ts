import { readRoute, type PlacedFault } from '../../../../libs/casework/src/read-route.ts';
import { stringify } from 'yaml';
import { PATH_ROWS } from './path-rows.ts';
import { opinionsPart, small, through } from './small-route.ts';
import { STEP_ROWS } from './step-rows.ts';

function faultsOf(source: string): readonly PlacedFault[] {
  const read = readRoute(source);
  if (read.ok) throw new Error('the route passed');
  return read.error.details?.['faults'] as readonly PlacedFault[];
}

describe('Đọc tệp quy trình · reading the file of a route', () => {
  test.each([
    ['YAML', stringify(small())],
    ['YAML nêu lược đồ cho trình soạn thảo', `# yaml-language-server: $schema=/api/v1/routes/schema\n${stringify(small())}`],
    ['JSON', JSON.stringify(small())],
    ['JSON nêu lược đồ', JSON.stringify({ $schema: '/api/v1/routes/schema', ...small() })],
  ])('đọc được %s', (_name, source) => {
    expect(readRoute(source)).toMatchObject({ ok: true, value: { route: 'quy-trinh-mau' } });
  });

  test('quy trình con được đưa vào quy trình đã đọc', () => {
    expect(readRoute(stringify(through('y-kien')), opinionsPart)).toMatchObject({ ok: true, value: { parts: { 'y-kien': { version: 1 } } } });
  });

  test.each([...STEP_ROWS.filter((row) => !row.today), ...PATH_ROWS.filter((row) => !row.parts)])('$code, $name: lỗi có dòng và cột', ({ has }) => {
    const written = stringify(JSON.parse(JSON.stringify(has)), { aliasDuplicateObjects: false });
    for (const { line, column } of faultsOf(written)) {
      expect(line).toBeGreaterThan(0);
      expect(line).toBeLessThanOrEqual(written.split('\n').length);
      expect(column).toBeGreaterThan(0);
    }
  });

  test('lỗi chỉ đúng chỗ đã viết', () => {
    const [fault] = faultsOf('route: mau\ntitle: { vi: Mẫu, en: Sample }\nstart: soan\nsteps:\n  soan:\n    kind: draft\n    who: { person: drafter }\n    next: { completed: dau }\n');
    expect(fault).toMatchObject({ code: 'unknownTarget', path: ['steps', 'soan', 'next', 'completed'], line: 8, column: 24 });
  });

  test.each([
    ['ngoặc lồng trăm nghìn tầng', '['.repeat(100_000), 'nested deeper'],
    ['danh sách lồng trên một dòng', '- '.repeat(50_000), 'nested deeper'],
    ['khóa lồng trên một dòng', '? '.repeat(50_000), 'nested deeper'],
    ['thụt dòng sáu trăm tầng', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'nested deeper'],
    ['5 MB', 'x'.repeat(5_000_000), 'longer than 200,000'],
    ['bom tham chiếu', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', 'alias'],
    ['sáu vạn neo', '&a '.repeat(60_000), 'alias'],
    ['nhãn kiểu', 'route: !!binary aaaa', 'tag'],
    ['hai vạn khóa', `steps: {${Array.from({ length: 15_000 }, (_, i) => `s${i}: 1`).join(', ')}}`, 'longer than 1000'],
    ['khóa lặp lại', 'route: a\nroute: b', 'unique'],
    ['hai tài liệu', '--- a\n--- b', 'multiple documents'],
    ['ngoặc không đóng', 'steps: [', 'flow'],
  ])('%s: một lỗi rõ ràng, nhanh', (_name, source, en) => {
    const began = performance.now();
    const [fault] = faultsOf(source);
    expect(fault).toMatchObject({ code: 'shape' });
    expect(fault!.en.toLowerCase()).toContain(en.toLowerCase());
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
