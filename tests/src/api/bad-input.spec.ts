import { randomUUID } from 'node:crypto';
import { must } from '@totrinh/api-client';
import { ApiOffice, PEOPLE, type RawAnswer } from './api-office.ts';

const MINUTE = 60_000;
let office: ApiOffice;
let dossier: string;
let review: { id: string; etag: string };

beforeAll(async () => {
  office = await ApiOffice.open('bad-input');
  dossier = await office.standingAt('duyet');
  review = await office.task(dossier, 'duyet', PEOPLE.head);
}, MINUTE);

const decide = (task: string, as: string, headers: Record<string, string>, body: unknown = { outcome: 'approved' }): Promise<RawAnswer> => office.raw(`/tasks/${task}/decision`, { as, headers, body });
const dossierTag = async (id: string): Promise<string> => (await office.raw(`/dossiers/${id}`, { as: PEOPLE.admin, method: 'GET' })).body['etag'] as string;

describe('việc không xử lý được / tasks that cannot be acted on', () => {
  test('an unknown task is not found, and says so in both languages', async () => {
    const { status, body, headers } = await decide(randomUUID(), PEOPLE.head, { 'if-match': '"t"' });
    expect({ status, code: body.code, type: body.type }).toEqual({ status: 404, code: 'TASK_NOT_FOUND', type: 'urn:totrinh:error:TASK_NOT_FOUND' });
    expect(body.detail).toContain('Không tìm thấy');
    expect(body.detailEn).toContain('no such task');
    expect(body.correlationId).toBe(headers.get('x-correlation-id'));
  });

  test('a foreign task and a foreign dossier look like none: 404, not 403', async () => {
    expect((await decide(review.id, PEOPLE.stranger, { 'if-match': '*' })).status).toBe(404);
    for (const path of [`/tasks/${review.id}`, `/dossiers/${dossier}`, `/dossiers/${dossier}/events`, `/dossiers/${dossier}/chain`]) {
      expect((await office.raw(path, { as: PEOPLE.stranger, method: 'GET' })).status).toBe(404);
    }
    expect((await office.raw(`/dossiers/${dossier}/comments`, { as: PEOPLE.stranger, body: { text: 'x' } })).status).toBe(404);
    const list = await must((await office.as(PEOPLE.stranger)).GET('/api/v1/dossiers', { params: { query: { limit: 200 } } }));
    expect(list.items.map((d) => d.id)).not.toContain(dossier);
  });

  test('what is hidden and what does not exist get the same answer, word for word', async () => {
    const said = async (answer: Promise<RawAnswer>): Promise<object> => {
      const { body } = await answer;
      return { ...body, correlationId: null };
    };
    const acts = (task: string, its: string): (() => Promise<RawAnswer>)[] => [
      ...['*', '"t"'].map((tag) => () => decide(task, PEOPLE.stranger, { 'if-match': tag })),
      () => office.raw(`/tasks/${task}`, { as: PEOPLE.stranger, method: 'GET' }),
      () => office.raw(`/dossiers/${its}`, { as: PEOPLE.stranger, method: 'GET' }),
      () => office.raw(`/dossiers/${its}/comments`, { as: PEOPLE.stranger, body: { text: 'x' } }),
    ];
    const unknown = acts(randomUUID(), randomUUID());
    for (const [i, hidden] of acts(review.id, dossier).entries()) {
      const answer = await said(hidden());
      expect(answer).toEqual(await said(unknown[i]!()));
      expect(answer).not.toHaveProperty('details');
    }
  });

  test('somebody of the lead unit sees the task, which is not theirs to decide', async () => {
    expect((await office.raw(`/tasks/${review.id}`, { as: PEOPLE.drafter, method: 'GET' })).status).toBe(200);
    expect((await decide(review.id, PEOPLE.drafter, { 'if-match': review.etag })).body.code).toBe('TASK_NOT_FOUND');
  });

  test('a closed task answers 409 and who was first', async () => {
    const other = await office.standingAt('tham-dinh');
    const task = await office.task(other, 'tham-dinh', PEOPLE.appraiser);
    expect((await decide(task.id, PEOPLE.appraiser, { 'if-match': task.etag })).status).toBe(200);
    const late = await decide(task.id, PEOPLE.otherAppraiser, { 'if-match': task.etag });
    expect({ status: late.status, code: late.body.code, details: late.body.details }).toMatchObject({ status: 409, code: 'TASK_CLOSED', details: { by: PEOPLE.appraiser, outcome: 'approved' } });
    expect(late.body.detail).toContain(`${PEOPLE.appraiser} đã xử lý trước`);
  }, MINUTE);
});

describe('điều kiện trước / preconditions', () => {
  test('an act without If-Match is asked for it', async () => {
    const { status, body } = await decide(review.id, PEOPLE.head, {});
    expect({ status, code: body.code }).toEqual({ status: 428, code: 'VERSION_REQUIRED' });
  });

  test('a tag of another version is refused, with the current one', async () => {
    const { status, body } = await decide(review.id, PEOPLE.head, { 'if-match': '"t-open-1-duyet--"' });
    expect({ status, code: body.code, details: body.details }).toEqual({ status: 412, code: 'VERSION_MISMATCH', details: { current: review.etag } });
  });

  test('the dossier’s verbs need the dossier’s tag', async () => {
    for (const verb of ['submit', 'recall', 'cancel']) {
      expect((await office.raw(`/dossiers/${dossier}/${verb}`, { as: PEOPLE.drafter, body: {} })).status).toBe(428);
      expect((await office.raw(`/dossiers/${dossier}/${verb}`, { as: PEOPLE.drafter, body: {}, headers: { 'if-match': '"d1"' } })).status).toBe(412);
    }
  });

  test('an act without Idempotency-Key, or with one that is none, is refused', async () => {
    for (const key of ['', 'two words', 'x'.repeat(201), 'kh\u00f3a']) {
      const { status, body } = await decide(review.id, PEOPLE.head, { 'if-match': review.etag, 'idempotency-key': key });
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED' });
      expect(body.details?.faults?.map((f) => f.path?.join('.'))).toEqual(key === '' ? undefined : ['Idempotency-Key']);
    }
  });
});

describe('lời lẽ / words', () => {
  const comment = (text: string): Promise<RawAnswer> => office.raw(`/dossiers/${dossier}/comments`, { as: PEOPLE.head, body: { text } });

  test('a return without a reason is refused, blank is none', async () => {
    for (const body of [{}, { reason: null }, { reason: '  \n ' }]) {
      const answer = await office.raw(`/tasks/${review.id}/return`, { as: PEOPLE.head, headers: { 'if-match': review.etag }, body });
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 422, code: 'REASON_REQUIRED' });
    }
  });

  test('an outcome that the step has not is refused, with those it has', async () => {
    const { status, body } = await decide(review.id, PEOPLE.head, { 'if-match': review.etag }, { outcome: 'signed' });
    expect({ status, code: body.code, details: body.details }).toEqual({ status: 422, code: 'OUTCOME_NOT_POSSIBLE', details: { outcome: 'signed', possible: ['approved', 'returned'] } });
  });

  test('a comment of 10 MB is refused by its size, one of 10,001 characters by its length', async () => {
    const huge = await comment('ă'.repeat(5_000_000));
    expect({ status: huge.status, code: huge.body.code }).toEqual({ status: 413, code: 'BODY_TOO_LARGE' });
    const long = await comment('ă'.repeat(10_001));
    expect({ status: long.status, code: long.body.code, details: long.body.details }).toEqual({ status: 422, code: 'TEXT_TOO_LONG', details: { field: 'comment', limit: 10_000, length: 10_001 } });
  });

  test('text in decomposed form is stored composed (NFC)', async () => {
    const composed = 'Đề nghị rà soát, hoàn thiện – ý kiến của Thường trực';
    expect((await comment(composed.normalize('NFD'))).status).toBe(200);
    const { comments } = await must((await office.as(PEOPLE.head)).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }));
    expect(comments.at(-1)!.text).toBe(composed);
    expect(composed.normalize('NFD')).not.toBe(composed);
  });

  test.each([['a\u0000b', 1], ['ab\u0007', 2], ['\ud800x', 0]])('control characters and broken surrogates are refused with their place: %j', async (text, position) => {
    const { status, body } = await comment(text);
    expect({ status, code: body.code, details: body.details }).toEqual({ status: 422, code: 'TEXT_CONTROL_CHARACTER', details: { field: 'comment', position } });
  });

  test.each(['/people?search=%00', '/units?search=a%00', '/programmes/%00', '/calendars/x%00', '/routes/%00/versions/1'])('an address that holds U+0000 is refused before it is asked of anything: %s', async (path) => {
    const { status, body } = await office.raw(path, { as: PEOPLE.head, method: 'GET' });
    expect({ status, code: body.code, faults: body.details?.faults?.length }).toEqual({ status: 400, code: 'REQUEST_INVALID', faults: 1 });
  });

  test('a body that is no JSON, has unknown fields or lacks one is refused with its faults', async () => {
    const broken = await office.raw(`/dossiers/${dossier}/comments`, { as: PEOPLE.head, body: '{"text":' });
    expect({ status: broken.status, code: broken.body.code }).toEqual({ status: 400, code: 'REQUEST_INVALID' });
    const strange = await office.raw(`/dossiers/${dossier}/comments`, { as: PEOPLE.head, body: { words: 'x' } });
    expect(strange.body.details?.faults?.map((f) => f.path?.join('.'))).toEqual(['text', '']);
    const proto = await office.raw(`/dossiers/${dossier}/comments`, { as: PEOPLE.head, body: '{"text":"x","__proto__":{"admin":true}}' });
    expect(proto.status).toBe(400);
    for (const { body } of [broken, proto]) expect(body.details?.faults?.map((f) => f.vi)).toEqual([expect.stringContaining('không phải JSON hợp lệ')]);
    expect(strange.body.details?.faults?.map((f) => f.vi)).toEqual(['Trong thân yêu cầu (body), ô “text”: cần một chuỗi ký tự.', 'Trong thân yêu cầu (body): khóa lạ: words.']);
    expect(strange.body.details?.faults?.[0]?.en).toBe('In the body, “text”: this must be a text.');
  });

  test('a fault of the query or of the path is named as such, and another Content-Type is told which one it takes', async () => {
    const query = await office.raw('/dossiers?limit=0', { as: PEOPLE.head, method: 'GET' });
    expect(query.body.details?.faults).toEqual([{ path: ['limit'], vi: 'Trong tham số truy vấn (query), ô “limit”: cần ít nhất 1.', en: 'In the query, “limit”: this must be at least 1.' }]);
    const path = await office.raw('/dossiers/x', { as: PEOPLE.head, method: 'GET' });
    expect(path.body.details?.faults?.[0]).toMatchObject({ path: ['id'], vi: 'Trong đường dẫn (path), ô “id”: cần một UUID.' });
    for (const [verb, expected] of [['comments', 'application/json'], ['documents', 'multipart/form-data']] as const) {
      const wrong = await office.raw(`/dossiers/${dossier}/${verb}`, { as: PEOPLE.head, body: verb === 'comments' ? 'text=x' : {}, headers: { 'if-match': '*', 'content-type': verb === 'comments' ? 'application/x-www-form-urlencoded' : 'application/json' } });
      expect({ status: wrong.status, code: wrong.body.code, details: wrong.body.details }).toEqual({ status: 415, code: 'CONTENT_TYPE_REFUSED', details: { expected } });
    }
  });

  test('an address that does not exist is a problem, too', async () => {
    const { status, body } = await office.raw('/nowhere', { as: PEOPLE.head, method: 'GET' });
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'NO_SUCH_ROUTE' });
  });
});

describe('ngày / days', () => {
  test('a due date in the past is refused, on opening and on editing', async () => {
    const opened = await office.raw('/dossiers', { as: PEOPLE.drafter, body: { route: office.name, item: office.items.at(-1), dueOn: '2020-01-01' } });
    expect({ status: opened.status, code: opened.body.code }).toEqual({ status: 422, code: 'DUE_IN_PAST' });
    const draft = await office.draft({ attached: false });
    const edited = await office.raw(`/dossiers/${draft.dossier}`, { as: PEOPLE.drafter, method: 'PATCH', headers: { 'if-match': await dossierTag(draft.dossier) }, body: { dueOn: '2020-01-01' } });
    expect({ status: edited.status, code: edited.body.code, details: edited.body.details }).toMatchObject({ status: 422, code: 'DUE_IN_PAST', details: { dueOn: '2020-01-01' } });
    const noDay = await office.raw(`/dossiers/${draft.dossier}`, { as: PEOPLE.drafter, method: 'PATCH', headers: { 'if-match': '*' }, body: { dueOn: '2022-02-30' } });
    expect(noDay.body.code).toBe('REQUEST_INVALID');
  }, MINUTE);
});
