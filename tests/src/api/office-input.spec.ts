import { must } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from './api-office.ts';
import { routeSource } from './api-route.ts';

const MINUTE = 60_000;
let office: ApiOffice;

beforeAll(async () => {
  office = await ApiOffice.open('office-input', 4);
}, MINUTE);

describe('công bố quy trình / publishing a route', () => {
  test('an outcome that the kind has not is refused with its line and column', async () => {
    const source = routeSource(office.name).replace('{ signed: ban-hanh, returned: soan-thao }', '{ signed: ban-hanh, returned: soan-thao, agreed: ban-hanh }');
    const { status, body } = await office.raw('/routes', { as: PEOPLE.admin, body: { source } });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'ROUTE_INVALID' });
    const line = source.split('\n').findIndex((l) => l.includes('agreed')) + 1;
    const fault = body.details?.faults?.find((f) => f.en.includes('agreed'));
    expect(fault).toMatchObject({ line, path: ['steps', 'ky', 'next', 'agreed'] });
    expect(source.split('\n')[line - 1]!.slice(fault!.column! - 1)).toMatch(/^ban-hanh/);
  });

  test('a file that is no YAML is refused with its place', async () => {
    const { body } = await office.raw('/routes', { as: PEOPLE.admin, body: { source: 'route: a\nroute: b\n' } });
    expect(body.code).toBe('ROUTE_INVALID');
    expect(body.details?.faults?.[0]?.line).toBe(2);
  });

  test('a published version is frozen: the same source again changes nothing, another is the next version', async () => {
    const same = await office.raw('/routes', { as: PEOPLE.admin, body: { source: routeSource(office.name) } });
    expect({ status: same.status, code: same.body.code }).toEqual({ status: 409, code: 'ROUTE_VERSION_FROZEN' });
    const next = await office.raw('/routes', { as: PEOPLE.admin, body: { source: `${routeSource(office.name)}# sửa\n` } });
    expect({ status: next.status, version: next.body['version'] }).toEqual({ status: 201, version: 2 });
  });

  test('only an administrator publishes and imports', async () => {
    for (const [path, body] of [['/routes', { source: routeSource(`${office.name}-x`) }], ['/programmes/import', office.programme(['x'])]] as const) {
      const answer = await office.raw(path, { as: PEOPLE.drafter, body });
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 403, code: 'NOT_ALLOWED' });
    }
  });
});

describe('nhập chương trình / importing a programme', () => {
  test('one wrong row: nothing is imported and each fault is named', async () => {
    const body = office.programme([`${office.name}-a`, `${office.name}-b`, `${office.name}-a`, `${office.name}-c`]);
    Object.assign(body.items[1]!, { kind: 'thơ', leadUnit: 'KHONG-CO', deadlineOn: '2022-02-31' });
    Object.assign(body.items[3]!, { history: { issuedOn: '2999-01-01', source: 'MẪU' } });
    const { status, body: problem } = await office.raw('/programmes/import', { as: PEOPLE.admin, body });
    expect({ status, code: problem.code }).toEqual({ status: 422, code: 'IMPORT_INVALID' });
    expect(problem.details?.faults?.map((f) => [f.row, f.field])).toEqual([[2, 'kind'], [2, 'deadlineOn'], [3, 'code'], [4, 'history.issuedOn'], [2, 'leadUnit']]);
    const programme = await must((await office.as(PEOPLE.admin)).GET('/api/v1/programmes/{id}', { params: { path: { id: office.name } } }));
    expect(programme.items.map((i) => i.code)).toEqual([...office.items]);
  });

  test('items that are known are left alone, and an import that adds nothing is no act', async () => {
    const again = await office.raw('/programmes/import', { as: PEOPLE.admin, body: office.programme(office.items) });
    expect({ status: again.status, body: again.body }).toMatchObject({ status: 200, body: { act: null, added: 0 } });
  });

  test('an item is carried by one dossier at a time', async () => {
    const { dossier } = await office.draft({ attached: false });
    const { status, body } = await office.raw('/dossiers', { as: PEOPLE.drafter, body: { route: office.name, item: office.items[0] } });
    expect({ status, code: body.code, details: body.details }).toMatchObject({ status: 409, code: 'ITEM_TAKEN', details: { dossier } });
    const unknown = await office.raw('/dossiers', { as: PEOPLE.drafter, body: { route: 'khong-co', item: office.items[1] } });
    expect(unknown.body.code).toBe('ROUTE_NOT_FOUND');
  });
});

describe('văn bản / files', () => {
  /** The drafter's newest dossier. */
  const mine = async (): Promise<string> => (await must((await office.as(PEOPLE.drafter)).GET('/api/v1/dossiers'))).items[0]!.id;

  test.each([
    ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff', 'latin1')],
    ['an archive', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')],
    ['bytes of no known kind', Buffer.from([1, 2, 3, 4, 5])],
    ['nothing', Buffer.alloc(0)],
  ])('%s is refused by what it holds, whatever its name', async (_, bytes) => {
    const dossier = await mine();
    const { error, response } = await (await office.as(PEOPLE.drafter)).attach(dossier, { role: 'du-thao', name: 'Dự thảo.pdf', bytes, ifMatch: '*' });
    expect({ status: response.status, code: error?.code }).toEqual({ status: 415, code: 'FILE_TYPE_REFUSED' });
  });

  test('a file beyond 50 MB is refused by its size', async () => {
    const { error, response } = await (await office.as(PEOPLE.drafter)).attach(await mine(), { role: 'du-thao', name: 'lớn.txt', bytes: Buffer.alloc(50_000_001, 'a'), ifMatch: '*' });
    expect({ status: response.status, code: error?.code, details: error?.details }).toEqual({ status: 413, code: 'FILE_TOO_LARGE', details: { limit: 50_000_000, limitMegabytes: 50 } });
  });

  test('an upload without a file or a role is refused with its faults', async () => {
    const dossier = await mine();
    const form = new FormData();
    form.append('name', 'x');
    const response = await fetch(`${office.baseUrl}/api/v1/dossiers/${dossier}/documents`, { method: 'POST', body: form, headers: { authorization: `Bearer ${await office.token(PEOPLE.drafter)}`, 'idempotency-key': 'k', 'if-match': '*' } });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { details: { faults: { path: string[] }[] } }).details.faults.map((f) => f.path.join('.'))).toContain('role');
  });
});
