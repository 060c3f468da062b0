import { fireDueRungs } from '@totrinh/casework';
import { createLogger } from '@totrinh/platform';
import { eventually } from '../house/eventually.ts';
import { LedgerDossier } from '../house/ledger-dossier.ts';
import { must } from '../house/ledger-house.ts';
import { openAt } from '../integration/ladder-ward.ts';
import { LiveHub } from '../../../apps/api/src/live/live-hub.ts';
import { LiveStream } from '../../../apps/api/src/live/live-stream.ts';
import { LiveOffice } from './live-office.ts';

let office: LiveOffice;

beforeAll(async () => {
  office = await LiveOffice.open();
}, 120_000);
afterAll(() => office.close());

/** The tests stand in this order: the last one closes the server. */
describe('luồng báo thay đổi / the live stream', () => {
  test('a change is told to whoever may read the dossier, by its id alone; another office hears nothing of it', async () => {
    const [drafter, head, stranger] = await Promise.all(['btctu-cv', 'btctu-truong', 'sxd-truong'].map((p) => office.listens(p)));
    const d = await LedgerDossier.open(office.house);
    await eventually('the drafter and the head hear of it', () => drafter!.dossiers.includes(d.id) && head!.dossiers.includes(d.id));
    must(await d.comment('btctu-truong', 'Đề nghị làm rõ MẪU'));
    const before = drafter!.heard.length;
    await eventually('the drafter hears of the remark', () => drafter!.heard.length > before || drafter!.heard.filter((h) => h.data.dossiers?.includes(d.id)).length > 1);
    expect(JSON.stringify(drafter!.heard)).not.toContain('MẪU');
    expect(drafter!.heard.find((h) => h.data.dossiers?.includes(d.id))?.data).toEqual({ dossiers: [d.id], notices: false, desk: true, all: false });
    expect(head!.heard.at(-1)?.data.desk).toBe(false);
    // A later change of the stranger's own shows that they were listening all along.
    const own = await LedgerDossier.open(office.house, { item: { leadUnit: 'sxd' }, drafter: 'sxd-truong' });
    await eventually('the stranger hears of their own', () => stranger!.dossiers.includes(own.id));
    expect(stranger!.dossiers).toEqual([own.id]);
    expect(drafter!.dossiers).not.toContain(own.id);
    for (const l of [drafter!, head!, stranger!]) l.leave();
  }, 60_000);

  test('what the clock of deadlines does in another process is heard: the dossier, and that one was told', async () => {
    const d = await openAt(office.house, new Date('2022-07-13T02:00:00.000Z'));
    const drafter = await office.listens('btctu-cv');
    office.house.clock.at = new Date('2023-07-13T02:00:00.000Z');
    await fireDueRungs(office.house.desk);
    await eventually('the drafter hears that time has spoken', () => drafter.heard.some((h) => h.data.notices === true && h.data.dossiers?.includes(d.id) === true));
    drafter.leave();
  }, 60_000);

  test('whoever comes again is greeted, and asks for everything anew', async () => {
    const first = await office.listens('btctu-cv');
    first.leave();
    await eventually('the first has left', () => first.ended);
    const second = await office.listens('btctu-cv');
    expect(second.heard).toEqual([{ event: 'hello', data: {} }]);
    second.leave();
  }, 60_000);

  test('nobody listens without a sign-in, nor with ten streams at once', async () => {
    expect((await fetch(`${office.url}/api/v1/live`)).status).toBe(401);
    const ten = await Promise.all(Array.from({ length: 10 }, () => office.listens('stc-truong')));
    const refused = await office.get('/live', 'stc-truong');
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([429, 'LIVE_TOO_MANY']);
    for (const one of ten) one.leave();
    await eventually('there is room again', async () => {
      const abort = new AbortController();
      const { status } = await office.get('/live', 'stc-truong', abort.signal);
      abort.abort();
      return status === 200;
    });
  }, 60_000);

  test('a server that closes says so and ends every stream at once', async () => {
    const listeners = await Promise.all(['btctu-cv', 'stc-truong'].map((p) => office.listens(p)));
    const began = Date.now();
    await office.closeApi();
    expect(Date.now() - began).toBeLessThan(3_000);
    await eventually('both have ended', () => listeners.every((l) => l.ended));
    expect(listeners.map((l) => l.heard.at(-1))).toEqual(listeners.map(() => ({ event: 'bye', data: { because: 'closing' } })));
  }, 60_000);
});

describe('một luồng / one stream', () => {
  test('a reader who takes nothing is cut off, and keeps no more than its bound waiting', () => {
    const stream = new LiveStream('a');
    const much = Array.from({ length: 300 }, (_, i) => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`);
    let told = 0;
    while (!stream.destroyed && told < 1_000) { stream.changed({ dossiers: much, notices: false, desk: false, all: false }); told += 1; }
    expect(told).toBeLessThan(10);
    expect(stream.readableLength).toBeLessThanOrEqual(64 * 1024);
  });

  test('when the sign-in has ended, the stream says so and ends with the next beat', async () => {
    const nothing = { between: async () => [], hearers: async () => [] };
    const hub = new LiveHub({ changes: nothing, outbox: { waiting: async () => new Set<string>() }, today: () => '2022-07-13', logger: createLogger('test', 'silent'), beatMs: 5 });
    let isIn = true;
    const stream = await hub.listen('a', async () => isIn);
    let text = '';
    stream.on('data', (chunk: Buffer) => { text += chunk.toString('utf8'); });
    await eventually('the stream beats', () => /event: hello[^]*\n: \n\n$/.test(text));
    isIn = false;
    await eventually('the stream has ended', () => stream.readableEnded);
    expect(text).toMatch(/event: bye\ndata: {"because":"signedOut"}\n\n$/);
    hub.end();
  });
});
