import { checkRoute, nobodyFault, ROUTE_FAULT_CODES } from '@totrinh/domain';
import { expectFault, expectNone, type FaultRow } from './fault-row.ts';
import { PATH_ROWS } from './path-rows.ts';
import { REGION_ROWS, TOO_LARGE } from './region-rows.ts';
import { STEP_ROWS } from './step-rows.ts';

const ROWS: readonly FaultRow[] = [...STEP_ROWS, ...REGION_ROWS, ...PATH_ROWS];

describe('Mỗi loại lỗi của quy trình · each class of fault of a route', () => {
  test.each(ROWS)('$code, $name: bị từ chối bằng một câu nêu tên bước và một đường đi có thật', expectFault);

  test.each(ROWS)('$code, $name: quy trình chỉ gần như có lỗi ấy thì được nhận', expectNone);

  test('quy trình quá dài cùng các quy trình con bị từ chối', () => {
    expect(checkRoute(TOO_LARGE.has, TOO_LARGE.parts)).toMatchObject({ ok: false, faults: [{ code: 'partsTooLarge' }] });
    expect(checkRoute(TOO_LARGE.nearly, TOO_LARGE.parts)).toMatchObject({ ok: true });
  });

  test('không loại lỗi nào thiếu một ví dụ', () => {
    // A wrong shape has its own table; whether anybody holds a post is asked of the directory.
    const elsewhere = ['shape', 'partsTooLarge', nobodyFault('soan').code];
    expect([...new Set([...ROWS.map(({ code }) => code as string), ...elsewhere])].sort()).toEqual([...ROUTE_FAULT_CODES].sort());
  });
});
