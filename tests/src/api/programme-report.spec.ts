import { must, type components } from '@totrinh/api-client';
import { itemStandingOn } from '@totrinh/domain';
import { createDataSource, inTransaction, readMarks } from '@totrinh/persistence';
import { theHouse } from '../house/house-address.ts';
import { ApiOffice, PEOPLE } from './api-office.ts';
import { rowsOf, unzipped, type SheetCell } from './read-sheet.ts';

const MINUTE = 60_000;
type Programme = components['schemas']['Programme'];
type Query = NonNullable<Parameters<typeof readAs>[1]>;
let office: ApiOffice;
let submitted: string;
let today: string;

const readAs = async (person: string, query: { asOf?: string; from?: string; to?: string; state?: 'completed' | 'submitted' | 'notYetSubmitted'; kind?: string; leadUnit?: string; directing?: string; authority?: string; dueBefore?: string; search?: string } = {}): Promise<Programme> =>
  must((await office.as(person)).GET('/api/v1/programmes/{id}', { params: { path: { id: office.name }, query } }));
const codes = (p: Programme): string[] => p.items.map((i) => i.code.slice(office.name.length + 1));

/** Three items without a history, one of which lies before the authority, and two that were issued in 2022 by other agencies. */
beforeAll(async () => {
  office = await ApiOffice.open('report', 3);
  const admin = await office.as(PEOPLE.admin);
  const past = (name: string, no: number, leadUnit: string, issuedOn: string): ReturnType<ApiOffice['programme']>['items'][number] => ({ ...office.programme([`${office.name}-${name}`], { no, kind: 'ke-hoach', leadUnit, directing: 'Đồng chí Chủ tịch Ủy ban', title: `Kế hoạch MẪU về đề tài thuỷ lợi ${name}`, history: { issuedOn, source: 'MẪU' } }).items[0]! });
  await must(admin.POST('/api/v1/programmes/import', { body: { ...office.programme([]), items: [past('a', 10, 'STC', '2022-03-01'), past('b', 11, 'BTGTU', '2022-06-30')] } }));
  submitted = await office.standingAt('tham-dinh');
  today = (await must(admin.GET('/api/v1/me'))).today;
}, 2 * MINUTE);

describe('báo cáo chương trình / the report of a programme', () => {
  test('today it says all, completed, submitted and the rest, and what was added in a period by how many agencies', async () => {
    const p = await readAs(PEOPLE.head, { from: '2022-01-01', to: '2022-06-30' });
    expect(p.counts).toMatchObject({ total: 5, completed: 2, submitted: 1, notYetSubmitted: 2, remaining: 3, completedInPeriod: 2, agenciesCompletedInPeriod: 2 });
    const [year, month, day] = today.split('-').map(Number);
    expect(p.sentence).toEqual({ vi: `Đến ${day}/${month}/${year}: 5 = 2 + 1 + 2; trong kỳ +2 (2 cơ quan)`, en: `As of ${day}/${month}/${year}: 5 = 2 + 1 + 2; in the period +2 (2 agencies)` });
    expect([p.asOf, p.demo, p.period]).toEqual([today, true, { from: '2022-01-01', to: '2022-06-30' }]);
  });

  test.each([
    ['2022-02-28', [0, 0, 5], null], ['2022-03-01', [1, 0, 4], '2022-03-01'], ['2022-06-29', [1, 0, 4], '2022-03-01'], ['2022-07-12', [2, 0, 3], '2022-03-01'],
  ])('as of %s the record says completed, submitted, not yet: %j', async (asOf, [completed, waiting, notYet], since) => {
    const p = await readAs(PEOPLE.head, { asOf, from: '2022-01-01' });
    expect([p.counts.completed, p.counts.submitted, p.counts.notYetSubmitted, p.period]).toEqual([completed, waiting, notYet, { from: '2022-01-01', to: asOf }]);
    const a = p.items.find((i) => i.code.endsWith('-a'))!;
    expect([a.stateOn, a.product?.on ?? null]).toEqual([since, since]);
    expect(p.items.every((i) => i.where === null)).toBe(true);
  });

  test('what the record says of today is what the rows say, for each item of each programme', async () => {
    const source = await createDataSource(theHouse().dbUrl, 1).initialize();
    try {
      const differing = await inTransaction(source, async (tx) => {
        // One statement for rows and programmes: other suites move their own dossiers meanwhile.
        const rows = await tx.read<{ id: string; programme: string; state: string; on: string | null }>(`select id, programme_id as programme, state, state_on::text as "on" from totrinh.item where programme_id = $1 or programme_id = '01-CTr/TU'`, [office.name]);
        const marks = new Map((await Promise.all([...new Set(rows.map((r) => r.programme))].map((p) => readMarks(tx, p)))).flatMap((m) => [...m]));
        return rows.flatMap((r) => { const said = itemStandingOn(marks.get(r.id) ?? [], '9999-12-31'); return said.state === r.state && said.since === r.on ? [] : [{ row: r, said }]; });
      });
      expect(differing).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  test('an item says where its dossier lies, since when and with whom, to those who may see the dossier, and to others only its state', async () => {
    const mine = (await readAs(PEOPLE.head)).items.find((i) => i.dossier === submitted)!;
    expect(mine.where?.steps).toEqual([expect.objectContaining({ path: 'tham-dinh', kind: 'appraise', units: [expect.objectContaining({ id: 'VPTU' })] })]);
    expect(mine.where!.steps[0]!.people.length).toBeGreaterThan(0);
    expect(Date.parse(mine.where!.since)).toBeLessThanOrEqual(Date.parse(`${today}T23:59:59+07:00`));
    const theirs = (await readAs(PEOPLE.stranger)).items.find((i) => i.id === mine.id)!;
    expect(theirs).toMatchObject({ state: 'submitted', stateOn: mine.stateOn, hasDossier: true, dossier: null, number: null, where: null });
  });

  test.each<[Query, string[]]>([
    [{ state: 'completed' }, ['a', 'b']], [{ kind: 'ke-hoach' }, ['a', 'b']], [{ leadUnit: 'STC' }, ['a']], [{ directing: 'Đồng chí Chủ tịch Ủy ban' }, ['a', 'b']], [{ authority: 'ubnd' }, []], [{ dueBefore: '2022-09-29' }, []], [{ dueBefore: '2022-09-30', kind: 'de-an' }, ['1', '2', '3']],
    [{ search: 'thủy lợi' }, ['a', 'b']], [{ search: 'THUY  loi' }, ['a', 'b']], [{ search: 'de tai thuỷ' }, ['a', 'b']], [{ search: 'chu tich uy ban' }, ['a', 'b']], [{ search: 'khong co chu nay' }, []], [{ search: '100% _' }, []],
  ])('%j leaves the items %j, and the figures as they are', async (query, wanted) => {
    const p = await readAs(PEOPLE.head, query);
    expect(codes(p)).toEqual(wanted);
    expect(p.counts.total).toBe(5);
    expect(p.facets.kinds.toSorted()).toEqual(['de-an', 'ke-hoach']);
  });
});

describe('bảng tính / the spreadsheet', () => {
  const download = async (query: string, person: string = PEOPLE.head): Promise<Response> => fetch(`${office.baseUrl}/api/v1/programmes/${office.name}/report.xlsx?${query}`, { headers: { authorization: `Bearer ${await office.token(person)}` } });

  test('has the figures and a line for each item, with real days and numbers, and says that they are samples', async () => {
    const response = await download('from=2022-01-01&to=2022-06-30');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${office.name}%20${today}.xlsx`);
    const rows = rowsOf(Buffer.from(await response.arrayBuffer()));
    expect(rows[0]![0]).toMatch(/^MẪU/);
    const figures = new Map(rows.filter((r) => r[0] === null && typeof r[2] === 'number').map((r) => [r[1], r[2]]));
    expect(Object.fromEntries(figures)).toEqual({ 'Tổng số nội dung': 5, 'Đã hoàn thành': 2, 'Hoàn thành trong kỳ': 2, 'Số cơ quan hoàn thành trong kỳ': 2, 'Đang trình cấp có thẩm quyền': 1, 'Chưa trình': 2 });
    const head = rows.findIndex((r) => r[0] === 'STT');
    expect(rows[head]).toEqual(['STT', 'Nội dung', 'Loại', 'Cơ quan chủ trì', 'Đồng chí phụ trách', 'Thẩm quyền', 'Thời hạn', 'Ngày cuối của thời hạn', 'Đang ở đâu, từ ngày nào', 'Sản phẩm: số, ký hiệu', 'Ngày ban hành']);
    const items = rows.slice(head + 1);
    expect(items.map((r) => r[0])).toEqual([1, 2, 3, 10, 11]);
    expect(items.map((r) => r[7])).toEqual(items.map((): SheetCell => ({ day: '2022-09-30' })));
    const past = items.find((r) => r[0] === 10)!;
    expect([past[2], past[6], past[8], past[10]]).toEqual(['Kế hoạch', 'Quý III/2022', 'Hoàn thành ngày 1/3/2022', { day: '2022-03-01' }]);
    expect(items.find((r) => String(r[8]).includes('Văn phòng'))![8]).toMatch(/^Đang trình từ \d+\/\d+\/\d{4}\ntham-dinh: .*Văn phòng.*, từ \d+\/\d+\/\d{4}$/);
  });

  test('takes the same filter and day as the screen, in English too, and tells a stranger no more than the screen does', async () => {
    const rows = rowsOf(Buffer.from(await (await download('asOf=2022-03-01&from=2022-01-01&kind=ke-hoach&lang=en')).arrayBuffer()));
    const head = rows.findIndex((r) => r[0] === 'No.');
    expect(rows.slice(head + 1).map((r) => [r[0], r[8]])).toEqual([[10, 'Completed on 1/3/2022'], [11, 'Not yet submitted']]);
    const theirs = rowsOf(Buffer.from(await (await download('', PEOPLE.stranger)).arrayBuffer()));
    expect(theirs.flat().filter((cell) => typeof cell === 'string' && cell.includes('tham-dinh'))).toEqual([]);
  });

  test('is an archive of well-known parts without formulas, macros or links', async () => {
    const files = unzipped(Buffer.from(await (await download('')).arrayBuffer()));
    expect([...files.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml']));
    expect([...files.values()].filter((xml) => /<f>|<f |vbaProject|<hyperlink/.test(xml))).toEqual([]);
  });

  test('a day that is none and a programme that is none are refused', async () => {
    expect((await download('asOf=2022-02-31')).status).toBe(400);
    expect((await download('from=2022-01-01')).status).toBe(400);
    expect((await fetch(`${office.baseUrl}/api/v1/programmes/khong-co/report.xlsx`, { headers: { authorization: `Bearer ${await office.token(PEOPLE.head)}` } })).status).toBe(404);
  });
});
