import { createHash, randomUUID } from 'node:crypto';
import { PatternOffice, WHO } from '../patterns/pattern-office.ts';

const MINUTE = 60_000;
let office: PatternOffice;
let meeting: string;
const TEXT = `Biên bản MẪU ${randomUUID()}`;
const sha256 = createHash('sha256').update(TEXT).digest('hex');

beforeAll(async () => {
  office = await PatternOffice.open('papers');
  meeting = String((await office.must(WHO.checker, 'POST', '/meetings', { body: 'ban-thuong-vu', on: '2022-07-13', title: 'Phiên họp MẪU', place: '' }))['meeting']);
  const form = new FormData();
  form.append('kind', 'minutes');
  form.append('name', 'Biên bản MẪU (1).txt');
  form.append('file', new Blob([TEXT]), 'file');
  const response = await fetch(`${office.api.baseUrl}/api/v1/meetings/${meeting}/papers`, { method: 'POST', headers: { authorization: `Bearer ${await office.api.token(WHO.checker)}`, 'idempotency-key': randomUUID() }, body: form });
  expect(response.status).toBe(200);
}, MINUTE);

const paper = async (person: string, of = meeting, sha = sha256): Promise<Response> => fetch(`${office.api.baseUrl}/api/v1/meetings/${of}/papers/${sha}/content`, { headers: { authorization: `Bearer ${await office.api.token(person)}` } });

describe('tài liệu hội nghị / papers of a meeting', () => {
  test.each([WHO.checker, 'ban-thuong-vu-01', 'ban-thuong-vu-12'])('%s prepares it or sits in the body, and reads what was attached as a file to be saved', async (person) => {
    const response = await paper(person);
    expect([response.status, await response.text(), response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([200, TEXT, 'text/plain', "attachment; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20M%E1%BA%AAU%20%281%29.txt"]);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('whoever does neither finds nothing, nor does anybody under another address', async () => {
    for (const [person, of, sha] of [['stc-drafter', meeting, sha256], [WHO.checker, randomUUID(), sha256], [WHO.checker, meeting, '0'.repeat(64)]] as const) expect((await paper(person, of, sha)).status).toBe(404);
  });
});
