import { checkRoute, routeJsonSchema } from '@totrinh/domain';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { small, draft, wait } from './route-faults/small-route.ts';
import { STEP_ROWS } from './route-faults/step-rows.ts';
import { REGION_ROWS } from './route-faults/region-rows.ts';
import { PATH_ROWS } from './route-faults/path-rows.ts';
import { ROUTE_TEXT, textWith } from './sample-route.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const accepts = ajv.compile(routeJsonSchema());

describe('JSON Schema của quy trình · the JSON Schema of a route', () => {
  test('có địa chỉ, và một câu cho mỗi loại bước', () => {
    const schema = routeJsonSchema();
    expect(schema).toMatchObject({ $id: '/api/v1/routes/schema', $schema: 'https://json-schema.org/draft/2020-12/schema' });
    expect(JSON.stringify(schema)).toContain('Biểu quyết của tập thể · Vote of a body');
  });

  test.each([['quy trình mẫu', ROUTE_TEXT], ['quy trình ngắn', small()], ['quy trình JSON nêu lược đồ của mình', { ...ROUTE_TEXT, $schema: '/api/v1/routes/schema' }]])('nhận %s', (_name, route) => {
    expect(accepts(route) ? [] : accepts.errors).toEqual([]);
  });

  test('nhận mọi quy trình mà việc kiểm tra nhận', () => {
    for (const { name, nearly } of [...STEP_ROWS, ...REGION_ROWS, ...PATH_ROWS]) expect([name, accepts(JSON.parse(JSON.stringify(nearly)))]).toEqual([name, true]);
  });

  test.each([
    ['loại bước lạ', textWith({ ky: { kind: 'seal' } })],
    ['khóa lạ', small({ soan: draft('duyet', { silence: 'consent' }) })],
    ['hạn không ngày', small({ soan: draft('duyet', { due: { days: 0 } }) })],
    ['tên bước viết hoa', { ...small(), start: 'Soan' }],
    ['thiếu tên tiếng Anh', { ...small(), title: { vi: 'Đề án' } }],
    ['ngày không có thật', small({ cho: wait('duyet', { due: { date: '2026-02-30' } }) })],
  ])('từ chối %s, như việc kiểm tra', (_name, route) => {
    expect(accepts(route)).toBe(false);
    expect(checkRoute(route)).toMatchObject({ ok: false, faults: [{ code: 'shape' }] });
  });
});
