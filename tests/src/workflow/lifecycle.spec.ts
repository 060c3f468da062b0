import { STANDING, type Standing } from '@totrinh/messages';
import { eventually } from '../house/eventually.ts';
import { FakeLedger, Gate, STORY } from './fake-ledger.ts';
import { describeSkippingTime } from './skipping-time.ts';

describeSkippingTime('the life of a dossier', (use) => {
  const standingOf = (dossier: string): Promise<Standing | null> => use().lifecycle(dossier).query<Standing | null>(STANDING);
  const standsAt = (dossier: string, ...at: string[]): Promise<Standing> =>
    eventually(`the dossier stands at ${at.join(', ') || 'its end'}`, async () => {
      const standing = await standingOf(dossier);
      return standing?.at.join() === at.join() && standing;
    });

  test.each(['signal', 'update'] as const)('is led from the first draft to the issue, called by %s', async (by) => {
    const ledger = new FakeLedger();
    const id = `story-${by}`;
    await use().working(ledger.activities, async () => {
      await use()[by](id, ledger.version);
      expect(await standsAt(id, 'soan-thao')).toMatchObject({ phase: 'soan-thao', way: [] });
      for (const { act, phase, at } of STORY) {
        act(ledger.dossier);
        await use()[by](id, ledger.version);
        expect(await standsAt(id, ...at)).toMatchObject({ dossier: id, phase, version: ledger.version });
      }
      const standing = await use().lifecycle(id).result();
      expect(standing.way.map((s) => `${s.step} ${s.outcome}`)).toEqual([
        'soan-thao completed', 'duyet-noi-dung approved', 'lay-y-kien completed', 'tiep-thu completed', 'tham-dinh approved', 'cho-y-kien approved', 'thong-qua approved', 'ky signed', 'ban-hanh issued',
      ]);
      expect(ledger.asked).toBe(STORY.length + 1);
    });
  });

  test('a lost call is made up for by the next one, whatever it says', async () => {
    const ledger = new FakeLedger();
    await use().working(ledger.activities, async () => {
      await use().signal('lost', ledger.version);
      await standsAt('lost', 'soan-thao');
      STORY[0]!.act(ledger.dossier);
      const asked = ledger.asked;
      await use().env.sleep('3 days');
      expect([ledger.asked, (await standingOf('lost'))?.at]).toEqual([asked, ['soan-thao']]);
      await use().signal('lost', ledger.version);
      await standsAt('lost', 'duyet-noi-dung');
    });
  });

  test('a doubled call opens nothing twice', async () => {
    const ledger = new FakeLedger();
    await use().working(ledger.activities, async () => {
      await use().update('doubled', ledger.version);
      STORY[0]!.act(ledger.dossier);
      const { version } = ledger;
      await Promise.all([use().signal('doubled', version), use().signal('doubled', version), use().update('doubled', version)]);
      await standsAt('doubled', 'duyet-noi-dung');
      expect(ledger.dossier.count('step.opened')).toBe(2);
    });
  });

  test('a late call, for what was moved long ago, asks for nothing', async () => {
    const ledger = new FakeLedger();
    await use().working(ledger.activities, async () => {
      const first = ledger.version;
      await use().update('late', first);
      STORY[0]!.act(ledger.dossier);
      await use().update('late', ledger.version);
      await standsAt('late', 'duyet-noi-dung');
      const asked = ledger.asked;
      await use().update('late', first);
      await use().signal('late', first);
      await standsAt('late', 'duyet-noi-dung');
      expect(ledger.asked).toBe(asked);
    });
  });

  test('a call for the very version that it stands at makes it look again, since an appointment may have been filled', async () => {
    const ledger = new FakeLedger();
    await use().working(ledger.activities, async () => {
      await use().update('again', ledger.version);
      await standsAt('again', 'soan-thao');
      const asked = ledger.asked;
      await use().update('again', ledger.version);
      await eventually('it has looked again', () => ledger.asked === asked + 1);
      await standsAt('again', 'soan-thao');
      expect(ledger.asked).toBe(asked + 1);
    });
  });

  test('a call that comes while a move is made is heard after it', async () => {
    const ledger = new FakeLedger();
    await use().working(ledger.activities, async () => {
      const gate = new Gate();
      ledger.gate = gate;
      await use().signal('during', ledger.version);
      await gate.reached;
      STORY[0]!.act(ledger.dossier);
      await use().signal('during', ledger.version);
      gate.open();
      await standsAt('during', 'duyet-noi-dung');
    });
  });

  test('a move that fails is made again, until the database is back', async () => {
    const ledger = new FakeLedger();
    ledger.failing = 4;
    await use().working(ledger.activities, async () => {
      await use().signal('failing', ledger.version);
      await standsAt('failing', 'soan-thao');
      expect([ledger.asked, ledger.dossier.count('step.opened')]).toEqual([5, 1]);
    });
  });
});
