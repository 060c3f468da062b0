import { confirmProposal, extend, fireDueRungs, suspend, type Desk } from '@totrinh/casework';
import { at } from '../domain/ladder-office.ts';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, type LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, must, type LedgerHouse } from '../house/ledger-house.ts';
import type { SourcedDesk } from '../house/sourced-desk.ts';
import { liveUntil, openAt, openLadderHouse, saidOf, toldOf } from './ladder-ward.ts';
import { patientDesk } from './races.ts';
import { explore, play } from './schedule.ts';

let house: LedgerHouse;
let desk: SourcedDesk;
beforeAll(async () => {
  house = await openLadderHouse();
  desk = await patientDesk(house);
});
afterAll(async () => {
  await desk.source.destroy();
  await house.close();
});

const fire = async (gated: Desk): Promise<string> => String((await fireDueRungs(gated)).fired);
const states = async (d: LedgerDossier): Promise<{ both: number; waiting: number }> => {
  const [row] = await house.look<{ both: number; waiting: number }>(
    `select count(*) filter (where fired_at is not null and void_at is not null)::int as both, count(*) filter (where fired_at is null and void_at is null and due_at <= $2)::int as waiting from totrinh.rung where dossier_id = $1`, [d.id, house.clock.at]);
  return row ?? { both: -1, waiting: -1 };
};

/** A review whose third reminder is due now, and a longer term that was asked for it. */
async function pressed(): Promise<{ d: LedgerDossier; proposal: string }> {
  await house.look('update totrinh.rung set void_at = now() where fired_at is null and void_at is null');
  const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'duyet-noi-dung');
  await liveUntil(house, at('2022-07-25 09:00'));
  const { proposal = '' } = must(await extend(house.desk, { task: (await d.task('duyet-noi-dung')).id, until: '2022-08-10', reason: 'MẪU' }, house.request('btctu-truong'))).ids;
  house.clock.at = at('2022-07-27 08:00');
  return { d, proposal };
}

describe('Hạn thay đổi đúng lúc một bậc đang nói · a term changes while a rung is firing, in every order', () => {
  test('a longer term and two clocks: the rung either spoke before it or is void, never both; the new ladder stands', async () => {
    const kinds = new Set<string>();
    await explore(async (prefix) => {
      const { d, proposal } = await pressed();
      const grant = async (gated: Desk): Promise<string> => codeOf(await confirmProposal(gated, { dossier: d.id, proposal, reason: null }, house.request('vptu-pho'))) ?? 'ok';
      const played = await play(desk, house.superuser, [fire, grant, fire], new Set(['lock', 'commit']), prefix, 1);
      const fired = Number(played.answers[0]) + Number(played.answers[2]);
      const last = (await saidOf(d)).filter((s) => s.startsWith('2022-07-27'));
      expect([played.answers[1], await states(d), last, (await toldOf(d)).filter((s) => s.startsWith('2022-07-27')).length, await house.look('select 1 from totrinh.briefing where dossier_id = $1', [d.id])]).toEqual(
        ['ok', { both: 0, waiting: 0 }, fired === 1 ? ['2022-07-27 08:00 don-doc 3', '2022-07-27 08:00 bao-cao 1'] : [], fired === 1 ? 3 : 0, fired === 1 ? [{ '?column?': 1 }] : []]);
      expect(await faultsOf(house, d.id)).toEqual([]);
      await liveUntil(house, at('2022-08-12 09:00'));
      expect((await saidOf(d)).slice(-2)).toEqual(['2022-08-11 00:00 overdue', '2022-08-11 08:00 don-doc 1']);
      kinds.add(played.answers.join(' '));
      return played;
    });
    expect([...kinds].sort()).toEqual(['0 ok 0', '0 ok 1', '1 ok 0']);
  }, 180_000);

  test('a pause and the clock: what was said stays said, nothing speaks in the pause', async () => {
    const kinds = new Set<string>();
    await explore(async (prefix) => {
      const { d } = await pressed();
      const pause = async (gated: Desk): Promise<string> => codeOf(await suspend(gated, { dossier: d.id, until: '2022-09-30', reason: 'MẪU' }, house.request('vptu-pho'))) ?? 'ok';
      const played = await play(desk, house.superuser, [fire, pause], new Set(['lock', 'commit']), prefix);
      house.clock.at = at('2022-09-29 08:00');
      expect(await fireDueRungs(house.desk)).toMatchObject({ fired: 0 });
      expect([await states(d), (await saidOf(d)).filter((s) => s.includes('don-doc 3')).length, await faultsOf(house, d.id)]).toEqual([{ both: 0, waiting: 0 }, Number(played.answers[0]), []]);
      kinds.add(played.answers.join(' '));
      return played;
    });
    expect([...kinds].sort()).toEqual(['0 ok', '1 ok']);
  }, 120_000);
});
