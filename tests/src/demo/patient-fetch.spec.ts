import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Journal } from '../../../apps/cli/src/demo/journal.ts';
import { patientFetch } from '../../../apps/cli/src/demo/patient-fetch.ts';
import type { Tokens } from '../../../apps/cli/src/demo/tokens.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const ACT = '0190b3a0-0000-7000-8000-000000000001';
const done: Answer = (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ act: ACT, dossier: 'd', ids: {} }));
const doneBefore: Answer = (request, response) => { response.setHeader('idempotency-replayed', 'true'); done(request, response); };
const problem = (status: number, code: string): Answer => (_, response) => response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ code }));
const dies: Answer = (request) => request.socket.destroy();

let server: Server;
let answers: Answer[];
const heard: { key: string; correlation: string; token: string; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      heard.push({ key: String(request.headers['idempotency-key']), correlation: String(request.headers['x-correlation-id']), token: String(request.headers.authorization), body });
      (answers.shift() ?? done)(request, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** One changing request against a server that answers so, one answer an attempt. */
async function ask(...each: Answer[]): Promise<{ status: number; journal: Journal }> {
  answers = each;
  heard.length = 0;
  const journal = new Journal();
  let signedIn = 0;
  const tokens = { of: async () => `t${signedIn}`, renew: async () => `t${(signedIn += 1)}` } as unknown as Tokens;
  const send = patientFetch({ tokens, journal, correlate: () => 'demo-x-1' }, 'btctu-drafter');
  const { port } = server.address() as AddressInfo;
  const response = await send(new Request(`http://127.0.0.1:${port}/api/v1/tasks/t/decision`, { method: 'POST', headers: { 'Idempotency-Key': 'k' }, body: '{"outcome":"approved"}' }));
  return { status: response.status, journal };
}

describe('a request is repeated until somebody answers', () => {
  test('an API that dies after it obeyed is asked again, and the act is counted once', async () => {
    const { status, journal } = await ask(dies, doneBefore);
    expect(status).toBe(200);
    expect(journal.lines().map((l) => l.status)).toEqual(['no answer', 200]);
    expect([...journal.acts()]).toEqual([ACT]);
    expect(heard[0]).toEqual(heard[1]);
  });

  test('an answer that repeats what an earlier run did is not an act of this one', async () => {
    const { journal } = await ask(doneBefore);
    expect(journal.acts().size).toBe(0);
  });

  test.each([[503, 'SERVICE_AWAY'], [503, 'BUSY'], [409, 'IDEMPOTENCY_KEY_RUNNING']])('%i %s asks for the same request again', async (status, code) => {
    const { journal } = await ask(problem(status, code), done);
    expect(journal.lines().map((l) => [l.status, l.code])).toEqual([[status, code], [200, null]]);
    expect(journal.acts().size).toBe(1);
  });

  test('a refusal is an answer', async () => {
    const { status, journal } = await ask(problem(412, 'VERSION_MISMATCH'));
    expect(status).toBe(412);
    expect(journal.lines()).toHaveLength(1);
  });

  test('a token that is refused is renewed once', async () => {
    const { status, journal } = await ask(problem(401, 'TOKEN_INVALID'), doneBefore);
    expect(status).toBe(200);
    expect(heard.map((h) => h.token)).toEqual(['Bearer t0', 'Bearer t1']);
    expect(journal.acts().size).toBe(0);
    expect((await ask(problem(401, 'TOKEN_INVALID'), problem(401, 'TOKEN_INVALID'))).status).toBe(401);
  });
});
