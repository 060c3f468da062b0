import { endEndpoint, registerEndpoint } from '@totrinh/casework';
import { AddressGuard, freshWebhookSecret } from '@totrinh/platform';
import { Webhook } from 'standardwebhooks';
import type { LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, must } from '../house/ledger-house.ts';
import { HookEndpoint } from './hook-endpoint.ts';
import { PostHouse, PUBLIC_URL } from './post-house.ts';

const HOUR_OF_TRIES = 5;

describe('webhooks', () => {
  let house: PostHouse;
  let d: LedgerDossier;
  let code: string;
  let [a, b]: HookEndpoint[] = [];
  beforeAll(async () => {
    house = await PostHouse.open();
    d = await house.dossier();
    code = (await d.load()).code;
  }, 120_000);
  beforeEach(async () => {
    await house.clear();
    [a, b] = await Promise.all([HookEndpoint.open(), HookEndpoint.open()]);
  });
  afterEach(() => Promise.all([a!.close(), b!.close()]));
  afterAll(() => house.close());
  const outside = (allowed: readonly string[]): Parameters<typeof registerEndpoint>[2] => {
    const guard = new AddressGuard(allowed);
    return { freshSecret: freshWebhookSecret, refusedBecause: async (url) => { const judged = await guard.judge(url); return judged.ok ? null : judged.because; } };
  };

  test('each endpoint gets what it asks for, signed by Standard Webhooks, with codes and a link and no title', async () => {
    const { secret } = await house.endpoint({ url: a!.url });
    await house.endpoint({ url: b!.url, kinds: ['nudged'] });
    const person = 'vptu-th';
    await house.tell([person], { dossier: d.id });
    await house.tell([person], { dossier: d.id }, 'nudged');
    await house.round();
    expect([a!.heard.length, b!.heard.length]).toEqual([2, 1]);
    const first = a!.heard.find((h) => h.body.includes('notice.reminded'));
    expect(new Webhook(secret).verify(first!.body, first!.headers as Record<string, string>)).toEqual({
      type: 'notice.reminded', timestamp: '2022-07-13T02:00:00.000Z', data: { dossier: code, reminders: 1, recipient: person, link: `${PUBLIC_URL}/dossiers/${d.id}` },
    });
    expect(() => new Webhook(freshWebhookSecret()).verify(first!.body, first!.headers as Record<string, string>)).toThrow();
  });

  test('an endpoint that answers 500 for an hour is tried again under the same id and loses nothing; the other one and the letters go out meanwhile', async () => {
    a!.status = 500;
    await house.endpoint({ url: a!.url });
    await house.endpoint({ url: b!.url });
    await house.tell(['btctu-cv', 'btctu-truong', 'vptu-truong', 'stc-truong', 'stc-pho', 'vptu-pho'], { dossier: d.id });
    await house.round();
    expect([b!.heard.length, house.mail.taken.length, await house.count(`state = 'sent'`)]).toEqual([6, 6, 12]);
    // A closed way costs few tries: the others of it are only put off.
    expect(a!.heard).toHaveLength(4);
    for (let i = 1; i < HOUR_OF_TRIES; i++) {
      await house.later();
      await house.round();
    }
    expect([await house.count(`state = 'waiting'`), await house.count(`state = 'dead'`)]).toEqual([6, 0]);
    a!.status = 204;
    await house.rounds();
    expect([await house.count(`state = 'sent'`), new Set(a!.heard.map((h) => h.id)).size, b!.heard.length]).toEqual([18, 6, 6]);
    expect(await house.count('possible_double')).toBe(0);
  });

  test('an endpoint that never answers holds up no other, and what it may have heard is marked', async () => {
    a!.status = 0;
    await house.endpoint({ url: a!.url });
    await house.endpoint({ url: b!.url });
    await house.tell(Array.from({ length: 40 }, () => 'btctu-cv'), { dossier: d.id });
    await house.round();
    expect([b!.heard.length, house.mail.taken.length]).toEqual([40, 40]);
    expect([await house.count(`possible_double`), await house.count(`state = 'sent'`)]).toEqual([4, 80]);
    a!.status = 200;
    await house.rounds();
    expect([await house.count(`state = 'sent'`), new Set(a!.heard.map((h) => h.id)).size]).toEqual([120, 40]);
  });

  test.each([[302, 'waiting'], [404, 'waiting'], [429, 'waiting'], [410, 'dead']])('%i is not heard: %s, and nobody is followed elsewhere', async (status, state) => {
    a!.status = status;
    a!.location = b!.url;
    await house.endpoint({ url: a!.url });
    await house.tell(['vptu-th'], { dossier: d.id });
    await house.round();
    expect([(await house.rows())[0]!.state, a!.heard.length, b!.heard.length]).toEqual([state, 1, 0]);
  });

  test('an address of this machine is refused when it is registered, and again when it is called', async () => {
    const command = { name: 'noi-bo', url: a!.url, kinds: null, withTitles: false };
    const refused = await registerEndpoint(house.ledger.desk, command, outside([]), house.ledger.request('quan-tri'));
    expect(refused).toMatchObject({ ok: false, error: { code: 'WEBHOOK_ADDRESS_REFUSED', details: { because: 'privateAddress' } } });
    await house.endpoint({ url: a!.url });
    await house.tell(['vptu-th'], { dossier: d.id });
    await house.round(house.worker([]));
    expect([a!.heard.length, (await house.rows())[0]]).toMatchObject([0, { state: 'waiting', last_error: 'the address is refused: privateAddress' }]);
  });

  test('only the administrator registers; a name is one endpoint’s; the secret is told once; what waits for an endpoint that is ended is dropped', async () => {
    const command = { name: 'lich-hop', url: a!.url, kinds: null, withTitles: false };
    const register = (actor: string, given = {}): ReturnType<typeof registerEndpoint> => registerEndpoint(house.ledger.desk, command, outside(['127.0.0.1']), house.ledger.request(actor, given));
    expect(codeOf(await register('btctu-truong'))).toBe('NOT_ALLOWED');
    const first = must(await register('quan-tri', { key: 'once', request: 'same' }));
    const again = must(await register('quan-tri', { key: 'once', request: 'same' }));
    expect([first.secret?.startsWith('whsec_'), again.secret, again.made.endpoint]).toEqual([true, null, first.made.endpoint]);
    expect(codeOf(await register('quan-tri'))).toBe('ENDPOINT_NAME_TAKEN');
    await house.tell(['vptu-th'], { dossier: d.id });
    expect(must(await endEndpoint(house.ledger.desk, first.made.endpoint, house.ledger.request('quan-tri'))).made.dropped).toBe(1);
    expect(codeOf(await endEndpoint(house.ledger.desk, first.made.endpoint, house.ledger.request('quan-tri')))).toBe('ENDPOINT_NOT_FOUND');
    await house.tell(['vptu-th'], { dossier: d.id });
    await house.rounds();
    expect([a!.heard.length, (await house.rows()).map((r) => r.state)]).toEqual([0, ['dead']]);
  });
});
