import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsOf } from '@totrinh/cli';
import { totrinh, type Ran } from '../demo/run-totrinh.ts';

// A folder on which no house runs: answers come from the calendar that comes with the system.
const folder = mkdtempSync(join(tmpdir(), 'totrinh-calendar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const calendar = (...args: string[]): Promise<Ran> => totrinh('calendar', ...args, '--data', folder).ended;

describe('totrinh calendar, không có hệ thống nào đang chạy', () => {
  test('due ends with the day alone, and says on the side which calendar it used', async () => {
    const { code, stdout, stderr } = await calendar('due', '--from', '2022-07-13', '--working-days', '15');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '2022-08-03\n' });
    expect(stderr).toContain('Theo lịch vn:1 kèm theo hệ thống');
  });

  test('--why says on top which days were not counted; what is only planned is said without being asked', async () => {
    const { stdout, stderr } = await calendar('due', '--from', '2026-08-28', '--working-days', '1', '--why');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('2026-09-03');
    expect(stdout).toContain('31/8/2026 (Quốc khánh - hoán đổi với 2026-08-22, dự kiến)');
    expect(stderr).toContain('hạn có thể thay đổi');
  });

  test('--json says the same to programmes', async () => {
    const { stdout } = await calendar('due', '--from', '2022-07-14T09:00', '--working-hours', '2', '--before', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ text: '2022-07-13 16:00', due: '2022-07-13', calendar: 'vn:1', source: 'shipped', planned: false, beyond: false, before: true, unit: 'workingHours', count: 2 });
  });

  test('a month is a table from Monday to Sunday', async () => {
    const { stdout } = await calendar('month', '2026-08');
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('Tháng 8/2026 / August 2026 (vn:1)');
    expect(lines[5]?.trim().split(/ {2,}/)).toEqual(['17', '18', '19', '20', '21', '22 +?', '23 –']);
    expect(lines[7]?.trim()).toBe('31 *?');
    expect(stdout).toContain('21 ngày làm việc / working days');
  });

  test.each([
    [['due', '--from', '2022-02-31', '--working-days', '1'], 'Không có ngày “2022-02-31”'], [['due', '--from', '2022-07-13', '--working-days', '-3'], 'Khoảng thời gian -3 không dùng được'],
    [['due', '--from', '2022-07-13', '--days', '99999'], 'Khoảng thời gian 99999'], [['due', '--from', '2022-07-13', '--days', 'mười'], '“mười” không phải là một số'],
    [['due', '--from', '2022-07-13'], 'Hãy nêu một khoảng'], [['month', '2026-13'], 'Không đọc được tháng'],
    [['off', '2026-09-08', '--reason', 'x'], 'Không có hệ thống nào đang chạy'], [['off', '2026-09-08'], 'Thiếu --reason'], [['due', '--calendar', 'stc', '--days', '1'], 'Lịch riêng “stc” chỉ có khi hệ thống đang chạy'],
  ])('%j: one sentence in both languages, exit 1', async (args, words) => {
    const { code, stdout, stderr } = await calendar(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).toContain(' / ');
    expect(stderr).not.toContain('    at ');
  });

  test('a file’s rows become changes: what the calendar says already is left alone, quoted commas are kept, a bad row is told with its line', () => {
    const file = join(folder, 'calendar.csv');
    writeFileSync(file, '\uFEFFdate,kind,reason,status,source\r\n2026-09-08,OFF,"Nghỉ chống bão, lũ",confirmed,866/CĐ-TTg\r\n2026-09-12,WORK,Làm bù,planned,\r\n\r\n2026-09-02,OFF,Quốc khánh,confirmed,1/A\r\n');
    const known = { day: '2026-09-02', kind: 'off', reason: 'Quốc khánh', status: 'confirmed', source: '1/A' } as const;
    expect(rowsOf(file)([known])).toEqual([
      { do: 'add', day: '2026-09-08', kind: 'off', reason: 'Nghỉ chống bão, lũ', status: 'confirmed', source: '866/CĐ-TTg' },
      { do: 'add', day: '2026-09-12', kind: 'work', reason: 'Làm bù', status: 'planned', source: null },
    ]);
    expect(rowsOf(file)([{ ...known, reason: 'Lễ' }])[2]).toMatchObject({ do: 'replace', day: '2026-09-02' });
    writeFileSync(file, 'date,kind,reason,status,source\n2026-09-08,MAYBE,x,planned,\n');
    expect(() => rowsOf(file)).toThrow(`${file}:2 chưa đúng dạng`);
  });
});
