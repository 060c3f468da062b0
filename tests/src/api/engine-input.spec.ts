import { randomUUID } from 'node:crypto';
import { ApiOffice, PEOPLE } from './api-office.ts';

const MINUTE = 60_000;
const ID = randomUUID();
let office: ApiOffice;
let dossier: string;
let task: string;

beforeAll(async () => {
  office = await ApiOffice.open('engine-input', 2);
  dossier = await office.standingAt('duyet');
  task = (await office.task(dossier, 'duyet', PEOPLE.head)).id;
}, MINUTE);

type Row = readonly [path: string, person: keyof typeof PEOPLE, body: unknown, status: number, code: string];
const place = (path: string): string => path.replace('{dossier}', dossier).replace('{task}', task);

describe('yêu cầu sai dạng / requests of the wrong shape', () => {
  test.each<Row>([
    ['/tasks/{task}/decision', 'head', { outcome: 'approved', demands: 'x' }, 400, 'REQUEST_INVALID'],
    ['/tasks/{task}/answer', 'head', { outcome: 'yes' }, 400, 'REQUEST_INVALID'],
    ['/tasks/{task}/cast', 'head', { choice: 'maybe' }, 400, 'REQUEST_INVALID'],
    ['/tasks/{task}/assign', 'head', { person: '' }, 400, 'REQUEST_INVALID'],
    ['/tasks/{task}/transfer', 'head', { person: 'btctu-deputy', also: 1 }, 400, 'REQUEST_INVALID'],
    ['/tasks/{task}/extend', 'head', { until: '2022-02-30', reason: 'x' }, 400, 'REQUEST_INVALID'],
    ['/tasks/{task}/record', 'clerk', { principal: 'btctu-head', outcome: 'approved', on: '2022-01-01', signatory: 'x' }, 400, 'REQUEST_INVALID'],
    ['/tasks/{task}/record-result', 'clerk', { present: 3, yes: -1, no: 0, other: 0, abstain: 0 }, 400, 'REQUEST_INVALID'],
    ['/tasks/{task}/record-result', 'clerk', { present: 3, yes: 1.5, no: 0, other: 0, abstain: 0 }, 400, 'REQUEST_INVALID'],
    ['/tasks/{task}/issue', 'head', { number: 0 }, 400, 'REQUEST_INVALID'],
    ['/dossiers/{dossier}/respond', 'drafter', { decision: ID, verdict: 'perhaps' }, 400, 'REQUEST_INVALID'],
    ['/dossiers/{dossier}/add-participant', 'drafter', { step: ID, unit: 'STC', person: 'stc-head' }, 400, 'REQUEST_INVALID'],
    ['/dossiers/{dossier}/add-participant', 'drafter', { step: ID }, 400, 'REQUEST_INVALID'],
    ['/dossiers/{dossier}/suspend', 'head', { until: 'tomorrow' }, 400, 'REQUEST_INVALID'],
    ['/dossiers/{dossier}/migrate', 'admin', { version: 0 }, 400, 'REQUEST_INVALID'],
    ['/dossiers/{dossier}/withdraw', 'head', { how: 'forget' }, 400, 'REQUEST_INVALID'],
    ['/dossiers/{dossier}/proposals/x/confirm', 'head', {}, 400, 'REQUEST_INVALID'],
    ['/dossiers', 'drafter', { route: 'x', item: 'y', fields: { budget: null } }, 400, 'REQUEST_INVALID'],
    ['/meetings', 'clerk', { body: 'ban-thuong-vu', on: '13/7/2022', title: 'x' }, 400, 'REQUEST_INVALID'],
    ['/absences', 'head', { substitute: 'btctu-deputy', from: '2022-01-01' }, 400, 'REQUEST_INVALID'],
    ['/bulk', 'head', { acts: [] }, 400, 'REQUEST_INVALID'],
    ['/bulk', 'head', { acts: [{ verb: 'sign', task: ID, key: 'k' }] }, 400, 'REQUEST_INVALID'],
    ['/routes/simulate', 'head', {}, 400, 'REQUEST_INVALID'],
    ['/routes/simulate', 'head', { source: 'x', route: 'y' }, 400, 'REQUEST_INVALID'],
  ])('%s as %s with %j', async (path, person, body, status, code) => {
    const answer = await office.raw(place(path), { as: PEOPLE[person], body, headers: { 'if-match': '*' } });
    expect({ status: answer.status, code: answer.body.code, faults: (answer.body.details?.faults ?? []).length > 0 }).toEqual({ status, code, faults: true });
  });
});

describe('yêu cầu đúng dạng mà trái luật / well-formed requests against the rules', () => {
  test.each<Row>([
    ['/tasks/{task}/initial', 'head', {}, 422, 'OUTCOME_NOT_POSSIBLE'],
    ['/tasks/{task}/sign', 'head', {}, 422, 'OUTCOME_NOT_POSSIBLE'],
    ['/tasks/{task}/register', 'head', { number: '1' }, 409, 'VERB_NOT_IN_STEP'],
    ['/tasks/{task}/register', 'head', { number: 'a\u0000' }, 422, 'TEXT_CONTROL_CHARACTER'],
    ['/tasks/{task}/transfer', 'head', { person: 'stc-head' }, 422, 'NOT_OF_UNIT'],
    ['/tasks/{task}/nudge', 'head', {}, 403, 'NOT_ALLOWED'],
    ['/tasks/{task}/extend', 'head', { until: '2000-01-01', reason: 'x' }, 422, 'DATE_INVALID'],
    ['/dossiers/{dossier}/answer-demand', 'drafter', { demand: ID, text: 'x' }, 409, 'NO_OPEN_DRAFT'],
    ['/dossiers/{dossier}/add-participant', 'drafter', { step: ID, unit: 'STC' }, 404, 'STEP_NOT_FOUND'],
    ['/dossiers/{dossier}/remove-participant', 'drafter', { task: ID, reason: 'x' }, 404, 'TASK_NOT_FOUND'],
    ['/dossiers/{dossier}/call-off', 'head', { step: ID, reason: 'x' }, 404, 'STEP_NOT_FOUND'],
    ['/dossiers/{dossier}/suspend', 'head', { until: '2000-01-01', reason: 'x' }, 422, 'DATE_INVALID'],
    ['/dossiers/{dossier}/suspend', 'head', { until: '2099-01-01' }, 422, 'REASON_REQUIRED'],
    ['/dossiers/{dossier}/resume', 'head', {}, 409, 'NOT_SUSPENDED'],
    ['/dossiers/{dossier}/skip', 'head', { step: ID, reason: 'x' }, 404, 'STEP_NOT_FOUND'],
    ['/dossiers/{dossier}/repair', 'admin', { to: 'xong', reason: 'x' }, 422, 'RETURN_TARGET_NOT_LEGAL'],
    ['/dossiers/{dossier}/migrate', 'admin', { version: 99, reason: 'x' }, 404, 'ROUTE_NOT_FOUND'],
    ['/dossiers/{dossier}/arrive', 'drafter', { name: 'khong-ai-cho' }, 404, 'STEP_NOT_FOUND'],
    ['/dossiers/{dossier}/withdraw', 'head', { how: 'revoke', reason: 'x' }, 409, 'NOT_ISSUED'],
    [`/dossiers/{dossier}/proposals/${ID}/confirm`, 'head', {}, 404, 'PROPOSAL_NOT_FOUND'],
    ['/dossiers/{dossier}/place-on-agenda', 'head', { meeting: ID, step: ID }, 404, 'MEETING_NOT_FOUND'],
    ['/meetings', 'drafter', { body: 'ban-thuong-vu', on: '2022-07-13', title: 'x' }, 403, 'NOT_ALLOWED'],
    [`/meetings/${ID}/conclusion`, 'clerk', { text: 'x' }, 404, 'MEETING_NOT_FOUND'],
    [`/assignments/${ID}/done`, 'clerk', {}, 404, 'TASK_NOT_FOUND'],
    ['/absences', 'head', { substitute: 'btctu-head', from: '2098-01-01', to: '2098-01-02' }, 409, 'ABSENCE_CHAIN'],
    [`/absences/${ID}/end`, 'head', {}, 404, 'ABSENCE_NOT_FOUND'],
    ['/registers/khong-co/void', 'clerk', { reason: 'x' }, 404, 'REGISTER_NOT_FOUND'],
    ['/registers/TU-de-an/void', 'clerk', { reason: ' ' }, 422, 'TEXT_EMPTY'],
    ['/routes/simulate', 'head', { route: 'khong-co' }, 404, 'ROUTE_NOT_FOUND'],
  ])('%s as %s with %j', async (path, person, body, status, code) => {
    const answer = await office.raw(place(path), { as: PEOPLE[person], body, headers: { 'if-match': '*' } });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });

  test('acts in bulk fall one by one, each with its own reason; votes and signatures never go through', async () => {
    const key = randomUUID();
    const { status, body } = await office.raw('/bulk', { as: PEOPLE.head, body: { acts: [{ verb: 'claim', task, key, ifMatch: '*' }, { verb: 'seen', task: ID, key }, { verb: 'seen', task, key }] } });
    expect(status).toBe(200);
    const lines = body['lines'] as { code: string | null; ok: boolean }[];
    expect(lines.map((l) => l.code)).toEqual(['TASK_NOT_OFFERED', 'TASK_NOT_FOUND', null]);
    expect(body).toMatchObject({ accepted: 1, refused: 2 });
  });

  test('a route with faults is told each of them with its place, and nothing is published', async () => {
    const source = 'route: mau-hong\ntitle: { vi: a, en: b }\nstart: a\nsteps:\n  a: { kind: review, who: { person: drafter }, next: { approved: b } }\n';
    const { status, body } = await office.raw('/routes/check', { as: PEOPLE.head, body: { source } });
    expect({ status, ok: body['ok'] }).toEqual({ status: 200, ok: false });
    for (const fault of body['faults'] as { line: number; vi: string; en: string }[]) expect(fault).toMatchObject({ line: expect.any(Number) as number, vi: expect.any(String) as string, en: expect.any(String) as string });
    expect((await office.raw('/routes/mau-hong/versions/1', { as: PEOPLE.head, method: 'GET' })).status).toBe(404);
  });

  test('strangers are told nothing of a dossier’s drawing, forecast, comparison and migration', async () => {
    for (const path of ['drawing', 'forecast', 'compare', 'migration?version=2']) {
      const { status, body } = await office.raw(`/dossiers/${dossier}/${path}`, { as: PEOPLE.stranger, method: 'GET' });
      expect({ path, status, code: body.code }).toEqual({ path, status: 404, code: 'DOSSIER_NOT_FOUND' });
    }
  });
});
