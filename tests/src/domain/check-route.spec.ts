import { checkRoute, mandatoryApprovals } from '@totrinh/domain';
import { ROUTE_TEXT, routeOf, textWith } from './sample-route.ts';

const steps = ROUTE_TEXT.steps;
/** The sample route with another last leg: the signature leads to an issue step of another name. */
const renamedIssue = { ...ROUTE_TEXT, steps: { ...Object.fromEntries(Object.entries(steps).filter(([path]) => path !== 'ban-hanh')), ky: { ...steps.ky, next: { signed: 'phat-hanh', returned: 'tiep-thu' } }, 'phat-hanh': steps['ban-hanh'] } };

interface Fault { readonly name: string; readonly has: unknown; readonly nearly: unknown; readonly names: string; readonly vi: string; readonly en: string }

/** Each class of fault: a route that has it, one that nearly has it, the step its sentence names, and words of both sentences. */
const FAULTS: readonly Fault[] = [
  { name: 'kết quả không có trong loại bước', names: 'duyet-noi-dung', vi: 'không có kết quả “lapsed”', en: 'has no outcome “lapsed”',
    has: textWith({ 'duyet-noi-dung': { ...steps['duyet-noi-dung'], next: { ...steps['duyet-noi-dung'].next, lapsed: 'soan-thao' } } }),
    nearly: textWith({ 'duyet-noi-dung': { ...steps['duyet-noi-dung'], next: { ...steps['duyet-noi-dung'].next, rejected: 'dung-lai' } } }) },
  { name: 'thiếu hướng đi', names: 'tham-dinh', vi: 'thiếu hướng đi cho kết quả “conditional”', en: 'lacks an edge for the outcome “conditional”',
    has: textWith({ 'tham-dinh': { ...steps['tham-dinh'], next: { approved: 'cho-y-kien', returned: 'tiep-thu' } } }),
    nearly: textWith({ 'tham-dinh': { ...steps['tham-dinh'], next: { approved: 'cho-y-kien', returned: 'tiep-thu', conditional: 'cho-y-kien' } } }) },
  { name: 'đi tới bước không có', names: 'ky', vi: 'đi tới “phat-hanh”', en: 'leads to “phat-hanh”',
    has: textWith({ ky: { ...steps.ky, next: { signed: 'phat-hanh', returned: 'tiep-thu' } } }),
    nearly: renamedIssue },
  { name: 'đi tới một tên trùng thuộc tính dựng sẵn', names: 'ky', vi: 'đi tới “constructor”', en: 'leads to “constructor”',
    has: textWith({ ky: { ...steps.ky, next: { signed: 'ban-hanh', returned: 'constructor' } } }),
    nearly: textWith({ ky: { ...steps.ky, next: { signed: 'ban-hanh', returned: 'constructor' } }, constructor: { ...steps['tiep-thu'] } }) },
  { name: 'vai chưa khai', names: 'tham-dinh', vi: 'chưa khai ở mục units', en: 'not declared under units',
    has: textWith({ 'tham-dinh': { ...steps['tham-dinh'], who: { headOf: 'finance' } } }),
    nearly: textWith({ 'tham-dinh': { ...steps['tham-dinh'], who: { headOf: 'finance' } } }, { units: { ...ROUTE_TEXT.units, finance: 'from item' } }) },
  { name: 'vai trùng thuộc tính dựng sẵn', names: 'tham-dinh', vi: 'chưa khai ở mục units', en: 'not declared under units',
    has: textWith({ 'tham-dinh': { ...steps['tham-dinh'], who: { unit: 'toString' } } }),
    nearly: textWith({ 'tham-dinh': { ...steps['tham-dinh'], who: { unit: 'toString' } } }, { units: { ...ROUTE_TEXT.units, toString: 'from item' } }) },
  { name: 'tập thể chưa khai', names: 'ky', vi: 'chưa khai ở mục bodies', en: 'not declared under bodies',
    has: textWith({ ky: { ...steps.ky, who: { signers: 'chairs' } } }),
    nearly: textWith({ ky: { ...steps.ky, who: { signers: 'opinion' } } }) },
  { name: 'nhóm lấy ý kiến chưa khai', names: 'lay-y-kien', vi: 'chưa khai ở mục groups', en: 'not declared under groups',
    has: textWith({ 'lay-y-kien': { ...steps['lay-y-kien'], each: { units: 'leadUnit' } } }),
    nearly: textWith({ 'lay-y-kien': { ...steps['lay-y-kien'], each: { units: 'cooperating' } } }) },
  { name: 'bước không ai tới', names: 'lay-y-kien-lai', vi: 'Không có đường nào đi tới', en: 'No path leads to',
    has: textWith({ 'lay-y-kien-lai': { ...steps['lay-y-kien'] } }),
    nearly: textWith({ 'lay-y-kien-lai': { ...steps['lay-y-kien'] }, 'tham-dinh': { ...steps['tham-dinh'], next: { ...steps['tham-dinh'].next, conditional: 'lay-y-kien-lai' } } }) },
  { name: 'không tới kết thúc', names: 'cho', vi: 'không có đường nào tới kết thúc', en: 'No path leads from',
    has: textWith({ 'cho-y-kien': { ...steps['cho-y-kien'], next: { ...steps['cho-y-kien'].next, rejected: 'cho' } }, cho: { kind: 'draft', who: { person: 'drafter' }, next: { completed: 'cho' } } }),
    nearly: textWith({ 'cho-y-kien': { ...steps['cho-y-kien'], next: { ...steps['cho-y-kien'].next, rejected: 'cho' } }, cho: { kind: 'draft', who: { person: 'drafter' }, next: { completed: 'dung-lai' } } }) },
  { name: 'ban hành mà không qua phê duyệt của cấp có thẩm quyền', names: 'ban-hanh', vi: 'không qua phê duyệt', en: 'without an approval or signature',
    has: textWith({ 'thong-qua': { ...steps['thong-qua'], authority: false }, ky: { ...steps.ky, authority: false } }),
    nearly: textWith({ 'thong-qua': { ...steps['thong-qua'], authority: false } }) },
  { name: 'từ chối của cấp có thẩm quyền vẫn đi tới ban hành', names: 'thong-qua', vi: 'không được phê duyệt', en: 'without its approval',
    has: textWith({ 'thong-qua': { ...steps['thong-qua'], next: { approved: 'ky', returned: 'tiep-thu', rejected: 'ky' } } }),
    nearly: textWith({ 'thong-qua': { ...steps['thong-qua'], next: { approved: 'ky', returned: 'tiep-thu', rejected: 'cho-y-kien' } } }) },
  { name: 'sửa nội dung sau phê duyệt mà không phê duyệt lại', names: 'thong-qua', vi: 'không được phê duyệt', en: 'without its approval',
    has: textWith({ 'thong-qua': { ...steps['thong-qua'], next: { approved: 'hoan-thien', returned: 'tiep-thu', rejected: 'dung-lai' } }, 'hoan-thien': { ...steps['tiep-thu'], next: { completed: 'ky' } } }),
    nearly: textWith({ 'thong-qua': { ...steps['thong-qua'], next: { approved: 'ky', returned: 'hoan-thien', rejected: 'dung-lai' } }, 'hoan-thien': { ...steps['tiep-thu'], next: { completed: 'thong-qua' } } }) },
  { name: 'ban hành mà chưa có bản thảo nào được trình', names: 'ban-hanh', vi: 'chưa trình bản thảo', en: 'before any draft was submitted',
    has: { ...ROUTE_TEXT, start: 'thong-qua',
      steps: { 'thong-qua': { ...steps['thong-qua'], next: { approved: 'ky', returned: 'dung-lai', rejected: 'dung-lai' } }, ky: { ...steps.ky, next: { signed: 'ban-hanh', returned: 'thong-qua' } }, 'ban-hanh': steps['ban-hanh'], 'hoan-thanh': steps['hoan-thanh'], 'dung-lai': steps['dung-lai'] } },
    nearly: { ...ROUTE_TEXT, start: 'tiep-thu', steps: { 'tiep-thu': { ...steps['tiep-thu'], next: { completed: 'ky' } }, ky: steps.ky, 'ban-hanh': steps['ban-hanh'], 'hoan-thanh': steps['hoan-thanh'] } } },
];

describe('Kiểm tra quy trình trước khi ban hành · a route is checked before it is published', () => {
  test('quy trình mẫu không có lỗi', () => {
    expect(checkRoute(ROUTE_TEXT)).toMatchObject({ ok: true });
  });

  test.each(FAULTS)('$name: bị từ chối bằng một câu nêu tên bước', ({ has, names, vi, en }) => {
    const check = checkRoute(has);
    if (check.ok) throw new Error('the route passed');
    const fault = check.faults.find((f) => f.vi.includes(vi) && f.en.includes(en) && f.path.includes(names));
    expect(check.faults.map((f) => `${f.vi} | ${f.en}`)).toContain(fault && `${fault.vi} | ${fault.en}`);
    expect(fault?.vi).toContain(`“${names}”`);
    expect(fault?.en).toContain(`“${names}”`);
  });

  test.each(FAULTS)('$name: quy trình chỉ gần như có lỗi ấy thì được nhận', ({ nearly }) => {
    expect(checkRoute(nearly)).toMatchObject({ ok: true });
  });

  test.each([
    ['không phải một đối tượng', 'quy trình', []],
    ['thiếu tên tiếng Anh', { ...ROUTE_TEXT, title: { vi: 'Đề án' } }, ['title', 'en']],
    ['loại bước lạ', textWith({ ky: { ...steps.ky, kind: 'seal' } }), ['steps', 'ky', 'kind']],
    ['khóa lạ trong một bước', textWith({ ky: { ...steps.ky, silence: 'consent' } }), ['steps', 'ky']],
    ['tên bước viết hoa', { ...ROUTE_TEXT, start: 'Soan-Thao' }, ['start']],
    ['hạn không ngày', textWith({ 'lay-y-kien': { ...steps['lay-y-kien'], due: { days: 0 } } }), ['steps', 'lay-y-kien', 'due', 'days']],
    ['luật biểu quyết lạ', textWith({ 'thong-qua': { ...steps['thong-qua'], rule: 'most' } }), ['steps', 'thong-qua', 'rule']],
    ['ý nghĩa của bản chưa có', { ...ROUTE_TEXT, semantics: 3 }, ['semantics']],
    ['người nhận lạ', textWith({ ky: { ...steps.ky, who: { person: 'head' } } }), ['steps', 'ky', 'who']],
    ['hạn hai đơn vị', textWith({ ky: { ...steps.ky, due: { days: 1, workingDays: 1 } } }), ['steps', 'ky', 'due']],
  ])('sai cấu trúc (%s) nói rõ chỗ sai bằng hai thứ tiếng', (_name, input, path) => {
    const check = checkRoute(input);
    if (check.ok) throw new Error('the route passed');
    expect(check.faults.map((f) => f.path)).toContainEqual(path);
    expect(check.faults.every((f) => f.vi.startsWith('Sai cấu trúc') && f.en.startsWith('Wrong shape'))).toBe(true);
    const named = check.faults.find((f) => f.path.join('.') === path.join('.'))!;
    for (const said of [named.vi, named.en]) expect(said).toContain(path.join('.'));
    expect(named.vi).not.toMatch(/Invalid|expected/);
  });

  test('bước bắt đầu không có trong quy trình', () => {
    expect(checkRoute({ ...ROUTE_TEXT, start: 'khoi-dau' })).toMatchObject({ ok: false, faults: [{ path: ['start'], en: 'The start step “khoi-dau” does not exist.' }] });
  });

  test('mọi lỗi của hướng đi và vai được nêu cùng lúc', () => {
    const check = checkRoute(textWith({ ky: { ...steps.ky, who: { signers: 'chairs' }, next: { signed: 'phat-hanh', returned: 'tiep-thu' } }, 'tham-dinh': { ...steps['tham-dinh'], next: { approved: 'ky' } } }));
    expect(check.ok ? 0 : check.faults.length).toBe(4);
  });

  test('phê duyệt bắt buộc là những phê duyệt nằm trên mọi đường tới ban hành', () => {
    expect([...mandatoryApprovals(routeOf(ROUTE_TEXT), 'ban-hanh')].sort()).toEqual(['ky', 'thong-qua']);
    const beside = textWith({ 'cho-y-kien': { ...steps['cho-y-kien'], next: { approved: 'thong-qua', returned: 'soan-thao', rejected: 'ky' } } });
    expect(mandatoryApprovals(routeOf(beside), 'ban-hanh')).toEqual(['ky']);
  });
});
