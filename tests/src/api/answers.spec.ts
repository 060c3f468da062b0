import { must } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from './api-office.ts';

const MINUTE = 60_000;
let office: ApiOffice;

beforeAll(async () => {
  office = await ApiOffice.open('answers', 4);
}, MINUTE);

describe('trả lời một hành động / the answer to an act', () => {
  test('Prefer: wait=0 answers at once and says that the move is to come', async () => {
    const { dossier, etag } = await office.draft();
    const answer = await must((await office.as(PEOPLE.drafter)).POST('/api/v1/dossiers/{id}/submit', { params: { path: { id: dossier }, header: { 'If-Match': etag, Prefer: 'wait=0' } } }));
    expect(answer).toMatchObject({ moving: true, at: [] });
    expect(answer.allowedActions.find((a) => a.verb === 'recall')).toMatchObject({ allowed: true, etag: answer.etag });
    expect(answer.allowedActions.find((a) => a.verb === 'edit')).toMatchObject({ allowed: false, because: 'NO_OPEN_DRAFT', why: { vi: expect.stringContaining('đóng băng') as string } });
  }, MINUTE);

  test('with patience it answers when the next step is open, and its tags serve the next act', async () => {
    const { dossier, etag } = await office.draft();
    const drafter = await office.as(PEOPLE.drafter);
    const submitted = await must(drafter.POST('/api/v1/dossiers/{id}/submit', { params: { path: { id: dossier }, header: { 'If-Match': etag, Prefer: 'respond-async, wait=9.5' } } }));
    expect(submitted).toMatchObject({ moving: false, at: ['duyet'] });
    const read = await drafter.GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } });
    expect(read.response.headers.get('etag')).toBe(submitted.etag);
    expect(read.data!.etag).toBe(submitted.etag);
  }, MINUTE);

  test('other people’s acts in the same dossier leave a task’s tag alone', async () => {
    const dossier = await office.standingAt('tham-dinh');
    const task = await office.task(dossier, 'tham-dinh', PEOPLE.appraiser);
    await must((await office.as(PEOPLE.drafter)).POST('/api/v1/dossiers/{id}/comments', { params: { path: { id: dossier } }, body: { text: 'MẪU' } }));
    const decided = await (await office.as(PEOPLE.appraiser)).POST('/api/v1/tasks/{id}/decision', { params: { path: { id: task.id }, header: { 'If-Match': task.etag } }, body: { outcome: 'conditional', reason: 'Bổ sung (MẪU)' } });
    expect(decided.response.status).toBe(200);
    expect(decided.response.headers.get('etag')).toMatch(/^"t-done-/);
  }, MINUTE);

  test('a correlation id is taken when it is well formed, else made; answer, problem and record carry it', async () => {
    const given = await office.raw('/me', { as: PEOPLE.head, method: 'GET', headers: { 'x-correlation-id': 'abc:1.2_3-4' } });
    expect(given.headers.get('x-correlation-id')).toBe('abc:1.2_3-4');
    const made = await office.raw('/me', { as: PEOPLE.head, method: 'GET', headers: { 'x-correlation-id': 'a b' } });
    expect(made.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    const refused = await office.raw('/nowhere', { as: PEOPLE.head, method: 'GET', headers: { 'x-correlation-id': 'abc' } });
    expect(refused.body.correlationId).toBe('abc');
  });

  test('the contract is served as a document and as a page', async () => {
    const document = await fetch(`${office.baseUrl}/api/openapi.json`);
    expect(((await document.json()) as { openapi: string }).openapi).toBe('3.1.0');
    for (const path of ['/api/docs/']) {
      const led = await fetch(`${office.baseUrl}${path}`, { redirect: 'manual' });
      expect({ status: led.status, to: led.headers.get('location') }).toEqual({ status: 302, to: '/api/docs' });
    }
    for (const [path, type] of [['/api/docs', 'text/html'], ['/api/docs/swagger-ui-bundle.js', 'text/javascript'], ['/api/docs/swagger-ui.css', 'text/css'], ['/api/docs/start.js', 'text/javascript']] as const) {
      const answer = await fetch(office.baseUrl + path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)]);
      await answer.arrayBuffer();
    }
  });
});
