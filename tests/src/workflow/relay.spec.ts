import { advance } from '@totrinh/casework';
import type { Relay } from '@totrinh/worker';
import { eventually } from '../house/eventually.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { Line, relayOn } from './outbox-relay.ts';
import { standsAt } from './walk.ts';

describe('the relay of the outbox', () => {
  let ledger: Ledger;
  const running: Relay[] = [];
  beforeAll(async () => { ledger = await openLedger(120); }, 120_000);
  afterEach(async () => { await Promise.all(running.splice(0).map((relay) => relay.stop())); });
  afterAll(() => ledger.close());

  const start = (relay: Relay): Relay => {
    running.push(relay);
    relay.start();
    return relay;
  };
  const settled = (...dossiers: string[]): Promise<unknown> =>
    eventually('every dossier has moved and its row is gone', async () => (await Promise.all(dossiers.map((d) => standsAt(ledger, d)))).every((s) => !s.moving && !s.called));
  const make = (count: number): Promise<string[]> => Promise.all(Array.from({ length: count }, () => ledger.newDossier()));

  test('a row is sent with its version, and deleted by the move that has seen it', async () => {
    const line = new Line();
    const [dossier = ''] = await make(1);
    const { seq } = await standsAt(ledger, dossier);
    start(relayOn(ledger.desk, line, (d) => advance(ledger.desk, d).then(() => undefined)));
    await settled(dossier);
    expect(line.sent).toEqual([{ dossier, version: seq }]);
  });

  test('while Temporal is away rows stay; they go out when it is back', async () => {
    const line = new Line();
    line.up = false;
    const dossiers = await make(5);
    const relay = start(relayOn(ledger.desk, line, (d) => advance(ledger.desk, d).then(() => undefined)));
    await eventually('a row was given back', async () => (await ledger.rows('select 1 from totrinh.outbox where attempts = 0 and next_try <= now()')).length === 5);
    expect((await Promise.all(dossiers.map((d) => standsAt(ledger, d)))).map((s) => s.called)).toEqual(dossiers.map(() => true));
    line.up = true;
    relay.wake();
    await settled(...dossiers);
    expect(line.backs).toBe(1);
  });

  test('a call that was taken and lost is sent again', async () => {
    const line = new Line();
    const [dossier = ''] = await make(1);
    let lost = 1;
    start(relayOn(ledger.desk, line, async (d) => {
      if (lost-- > 0) return;
      await advance(ledger.desk, d);
    }));
    await settled(dossier);
    expect(line.sent.length).toBe(2);
  });

  test('a dossier whose call is refused does not hold up the others', async () => {
    const line = new Line();
    const [refused = '', ...others] = await make(6);
    start(relayOn(ledger.desk, line, async (d) => {
      if (d === refused) throw new Error('this workflow takes no calls');
      await advance(ledger.desk, d);
    }));
    await settled(...others);
    expect((await standsAt(ledger, refused)).called).toBe(true);
    await advance(ledger.desk, refused);
  });

  test('two relays share the work, and nothing is opened twice', async () => {
    const lines = [new Line(), new Line()];
    const dossiers = await make(40);
    for (const line of lines) start(relayOn(ledger.desk, line, (d) => advance(ledger.desk, d).then(() => undefined)));
    await settled(...dossiers);
    expect(await ledger.rows(`select dossier_id from totrinh.step where dossier_id = any($1) group by 1 having count(*) <> 1`, dossiers)).toEqual([]);
    expect(lines.flatMap((l) => l.sent).length).toBe(40);
  });

  test('no more than 32 calls are under way at once, and a stop waits for them', async () => {
    const line = new Line();
    const dossiers = await make(40);
    let now = 0;
    let most = 0;
    const relay = start(relayOn(ledger.desk, line, async (d) => {
      most = Math.max(most, (now += 1));
      await eventually('the house is full', () => most >= 32, { everyMs: 5 });
      await advance(ledger.desk, d);
      now -= 1;
    }));
    await settled(...dossiers);
    await relay.stop();
    expect([now, most]).toEqual([0, 32]);
  });
});
