import { randomUUID } from 'node:crypto';
import { must, type components } from '@totrinh/api-client';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { theHouse } from '../house/house-address.ts';
import { ApiOffice, PEOPLE } from './api-office.ts';

const MINUTE = 60_000;
let office: ApiOffice;

beforeAll(async () => {
  office = await ApiOffice.open('compose', 4);
}, MINUTE);

const items = async (person: string, search?: string): Promise<components['schemas']['ComposeItem'][]> =>
  (await must((await office.as(person)).GET('/api/v1/compose/items', { params: { query: { limit: 200, ...(search === undefined ? {} : { search }) } } }))).items.filter((i) => i.programme.id === office.name);
const routes = async (person: string, query: { item?: string; kind?: string; leadUnit?: string; authority?: string }): Promise<components['schemas']['ComposeRoute'][]> => (await must((await office.as(person)).GET('/api/v1/compose/routes', { params: { query } }))).items;
/** Files that the store keeps. */
const kept = (): number => readdirSync(join(theHouse().dataDir), { recursive: true }).filter((f) => /[0-9a-f]{64}$/.test(String(f))).length;

describe('lập hồ sơ từ chương trình / from a programme item', () => {
  test('a drafter chooses among the items of their own unit that nobody carries out, found without accents', async () => {
    const before = await items(PEOPLE.drafter);
    expect(before.map((i) => i.code)).toEqual([...office.items]);
    const { dossier } = await office.draft({ attached: false });
    expect((await items(PEOPLE.drafter)).map((i) => i.code)).toEqual(office.items.slice(1));
    expect((await items(PEOPLE.drafter, `de an mau ${office.items[1]!.toUpperCase()}`)).map((i) => i.code)).toEqual([office.items[1]]);
    expect([await items('stc-drafter'), await items(PEOPLE.clerk)]).toEqual([[], []]);
    const read = await must((await office.as(PEOPLE.drafter)).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }));
    await must((await office.as(PEOPLE.drafter)).POST('/api/v1/dossiers/{id}/cancel', { params: { path: { id: dossier }, header: { 'If-Match': read.etag } }, body: { reason: 'Thử (MẪU)' } }));
    expect((await items(PEOPLE.drafter)).map((i) => i.code)).toEqual([...office.items]);
  }, MINUTE);

  test('routes that are made for it come with their steps and a day of issue that the simulation gives', async () => {
    const found = await routes(PEOPLE.drafter, { item: office.items[1]! });
    const own = found.find((r) => r.id === 'de-an-trinh-ban-thuong-vu')!;
    expect(own).toMatchObject({ mayStart: true, because: null, needs: ['du-thao'], unbound: { units: ['finance'], groups: [], bodies: [], register: false } });
    expect(found.map((r) => r.id)).not.toContain('ke-hoach-ubnd');
    const played = await must((await office.as(PEOPLE.drafter)).POST('/api/v1/routes/simulate', { body: { route: own.id, kind: 'de-an', itemDeadline: '2022-09-30' } }));
    expect(own.steps.map((s) => s.path)).toEqual(played.steps.map((s) => s.path));
    const issue = played.steps.find((s) => s.path === 'ban-hanh')!;
    // A term that ends at 24:00 ends on the day before.
    const day = (at: string): string => new Date(Date.parse(at) - 1 + 7 * 3_600_000).toISOString().slice(0, 10);
    expect(own.issuedOn).toBe(day(issue.due!));
    expect(own.workingDays).toBeGreaterThan(60);
    expect([own.withoutTerm.toSorted(), own.afterDeadline]).toEqual([played.withoutTerm.filter((p) => own.steps.some((s) => s.path === p)).toSorted(), own.issuedOn! > '2022-09-30']);
    expect(own.fields).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'budget', type: 'money', default: 0 }), expect.objectContaining({ name: 'needsVote', type: 'boolean', default: true })]));
  });

  test('whoever is not of the lead unit may look and is told that they may not start it; an item that is none is not found', async () => {
    expect((await routes('stc-drafter', { item: office.items[1]! }))[0]).toMatchObject({ mayStart: false, because: { code: 'NOT_ALLOWED', why: { vi: expect.any(String) as string } } });
    expect(await office.raw('/compose/routes?item=khong-co', { as: PEOPLE.drafter, method: 'GET' })).toMatchObject({ status: 404, body: { code: 'ITEM_NOT_FOUND' } });
  });
});

describe('hồ sơ tự do / a free dossier', () => {
  const free = { kind: 'de-an', leadUnit: 'BTCTU', authority: 'ban-thuong-vu', issuingUnit: 'VPTU', appraisingUnit: 'VPTU', cooperating: ['STC'], register: { issuer: 'TU', type: 'de-an' } };
  const send = (body: object, as: string = PEOPLE.drafter): ReturnType<ApiOffice['raw']> => office.raw('/dossiers', { as, headers: { Prefer: 'wait=10' }, body: { route: office.name, ...body } });

  test('is opened without an item, under a title of its own, and carries none', async () => {
    const created = await send({ free, title: 'Đề án tự do MẪU', dueOn: '2099-01-01' });
    expect(created.status).toBe(201);
    const read = await must((await office.as(PEOPLE.drafter)).GET('/api/v1/dossiers/{id}', { params: { path: { id: String(created.body['dossier']) } } }));
    expect(read).toMatchObject({ item: null, title: 'Đề án tự do MẪU', kind: 'de-an', leadUnit: { id: 'BTCTU' }, drafter: { person: PEOPLE.drafter }, dueOn: '2099-01-01' });
    expect((await office.raw(`/dossiers/${String(created.body['dossier'])}`, { as: 'stc-drafter', method: 'GET' })).status).toBe(404);
  }, MINUTE);

  test.each<[string, object, string, number, string]>([
    ['without a title', { free }, PEOPLE.drafter, 422, 'TEXT_EMPTY'], ['of another unit', { free: { ...free, leadUnit: 'STC' }, title: 'MẪU' }, PEOPLE.drafter, 403, 'NOT_ALLOWED'],
    ['before a body that is none', { free: { ...free, authority: 'khong-co' }, title: 'MẪU' }, PEOPLE.drafter, 400, 'REQUEST_INVALID'], ['in a register that is none', { free: { ...free, register: { issuer: 'TU', type: 'tho' } }, title: 'MẪU' }, PEOPLE.drafter, 400, 'REQUEST_INVALID'],
    ['without a register though something is issued', { free: { ...free, register: null }, title: 'MẪU' }, PEOPLE.drafter, 400, 'REQUEST_INVALID'], ['with an item too', { free, item: 'x', title: 'MẪU' }, PEOPLE.drafter, 400, 'REQUEST_INVALID'], ['neither free nor of an item', { title: 'MẪU' }, PEOPLE.drafter, 400, 'REQUEST_INVALID'],
  ])('%s is refused', async (_, body, person, status, code) => {
    const answer = await send(body, person);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });
});

describe('độ mật / secrecy', () => {
  test('the levels are told before anything is sent, with the files that are taken', async () => {
    const rules = await must((await office.as(PEOPLE.drafter)).GET('/api/v1/compose/rules'));
    expect(rules.secrecy.map((s) => [s.level, s.title.vi, s.allowed])).toEqual([['thuong', 'Thường', true], ['mat', 'Mật', false], ['toi-mat', 'Tối mật', false], ['tuyet-mat', 'Tuyệt mật', false]]);
    expect(rules.upload).toMatchObject({ maxBytes: 50_000_000, maxMegabytes: 50 });
    expect(rules.upload.types.flatMap((t) => t.extensions)).toEqual(['pdf', 'docx', 'xlsx', 'png', 'jpg', 'jpeg', 'txt']);
    expect(rules.units.map((u) => u.id)).toEqual(['BTCTU']);
    expect(rules.registers.map((r) => r.id)).toContain('TU-de-an');
  });

  test.each(['mat', 'toi-mat', 'tuyet-mat'])('a dossier that is said to be %s is refused, and nothing of it is recorded', async (secrecy) => {
    const answer = await office.raw('/dossiers', { as: PEOPLE.drafter, body: { route: office.name, item: office.items[2], secrecy } });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 422, code: 'SECRET_REFUSED' });
    expect((await items(PEOPLE.drafter)).map((i) => i.code)).toContain(office.items[2]);
  });

  test('a file that is said to be secret is refused before a byte of it is kept', async () => {
    const { dossier, etag } = await office.draft({ attached: false });
    const attach = async (secrecy: string): Promise<{ status: number; code: unknown }> => {
      const form = new FormData();
      for (const [field, value] of [['role', 'du-thao'], ['name', 'Dự thảo MẪU.txt'], ['secrecy', secrecy]] as const) form.append(field, value);
      form.append('file', new Blob([`Văn bản MẪU ${randomUUID()}`]), 'file');
      const response = await fetch(`${office.baseUrl}/api/v1/dossiers/${dossier}/documents`, { method: 'POST', headers: { authorization: `Bearer ${await office.token(PEOPLE.drafter)}`, 'idempotency-key': randomUUID(), 'if-match': etag }, body: form });
      return { status: response.status, code: ((await response.json()) as { code?: string }).code };
    };
    const before = kept();
    expect(await attach('mat')).toEqual({ status: 422, code: 'SECRET_REFUSED' });
    expect(kept()).toBe(before);
    expect(await attach('thuong')).toEqual({ status: 200, code: undefined });
    expect(kept()).toBe(before + 1);
  }, MINUTE);
});

describe('còn thiếu gì để trình / what is missing', () => {
  test('the roles without a document, until they have one; nobody else’s draft is told', async () => {
    const { dossier, etag } = await office.draft({ attached: false });
    const needs = async (person: string): Promise<components['schemas']['SubmissionNeeds']> => must((await office.as(person)).GET('/api/v1/dossiers/{id}/submission-needs', { params: { path: { id: dossier } } }));
    expect(await needs(PEOPLE.drafter)).toMatchObject({ step: { path: 'soan-thao' }, documents: [{ role: 'du-thao', title: { vi: 'Dự thảo văn bản' }, document: null }], missing: ['du-thao'], maySubmit: false, because: { code: 'DOCUMENT_MISSING' } });
    const attached = await must((await office.as(PEOPLE.drafter)).attach(dossier, { role: 'du-thao', name: 'Dự thảo MẪU.txt', bytes: 'MẪU', ifMatch: etag }));
    expect(await needs(PEOPLE.drafter)).toMatchObject({ documents: [{ document: { no: 1 } }], missing: [], maySubmit: true, because: null });
    expect(await needs(PEOPLE.head)).toMatchObject({ missing: [], maySubmit: false, because: { code: 'NOT_ALLOWED' } });
    expect((await office.raw(`/dossiers/${dossier}/submission-needs`, { as: PEOPLE.stranger, method: 'GET' })).status).toBe(404);
    await must((await office.as(PEOPLE.drafter)).POST('/api/v1/dossiers/{id}/submit', { params: { path: { id: dossier }, header: { 'If-Match': attached.etag, Prefer: 'wait=10' } } }));
    expect(await needs(PEOPLE.drafter)).toMatchObject({ step: null, documents: [], missing: [], maySubmit: false, because: { code: 'NO_OPEN_DRAFT' } });
  }, MINUTE);
});
