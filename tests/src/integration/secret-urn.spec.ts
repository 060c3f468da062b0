import { createHash } from 'node:crypto';
import { callOff, fireDueRungs } from '@totrinh/casework';
import { BALLOT_CHOICES } from '@totrinh/domain';
import { faultsOf } from '../house/ledger-checks.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';
import { linkers, ownRows, snapshotOf, type Linker, type OpenedVote, type SeenRow } from './urn-linkers.ts';
import { enterCouncil, PAST_DUE_MS, VoteHall, voteRoute } from './vote-hall.ts';

const VOTERS = 24;
const VOTES = 20;
const TRIALS = 1000;

/** Numbers that look drawn by lot and are the same in every run (Park and Miller's generator). */
function lots(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
const draw = lots(20_220_713);
const shuffled = <T>(items: readonly T[], by = draw): T[] => items.map((item) => [by(), item] as const).sort(([a], [b]) => a - b).map(([, item]) => item);

/** A vote that was held, and the truth about it, which nothing but this test knows. */
interface Held { readonly vote: OpenedVote; readonly truth: readonly string[]; readonly castOrder: readonly string[] }

let house: LedgerHouse;
const held: Held[] = [];
let snapshot: SeenRow[];

beforeAll(async () => {
  house = await LedgerHouse.open();
  await enterCouncil(house, VOTERS);
  await house.publish(voteRoute('phieu-kin', 'electronic', '{ base: members, approve: "> 1/2", ballot: secret }'));
  const halls: { hall: VoteHall; said: Map<string, string>; order: string[] }[] = [];
  for (let n = 0; n < VOTES; n += 1) halls.push(await castAll(await VoteHall.open(house, 'phieu-kin')));
  house.clock.pass(PAST_DUE_MS);
  await fireDueRungs(house.desk);
  snapshot = await snapshotOf(house);
  for (const { hall, said, order } of halls) held.push(await opened(hall, said, order));
}, 240_000);
afterAll(() => house.close());

async function castAll(hall: VoteHall): Promise<{ hall: VoteHall; said: Map<string, string>; order: string[] }> {
  const ballots = await hall.ballots();
  const said = new Map<string, string>();
  const order = shuffled([...ballots.keys()]);
  for (const person of order) {
    const choice = draw() < 0.5 ? 'yes' : BALLOT_CHOICES[Math.floor(draw() * 4)]!;
    const { task, tag } = ballots.get(person)!;
    const request = createHash('sha256').update(JSON.stringify({ choice, reason: null })).digest('hex');
    must(await hall.cast(house.desk, person, task.id, choice, { request, ifMatch: tag }));
    said.set(person, choice);
  }
  return { hall, said, order };
}

async function opened(hall: VoteHall, said: ReadonlyMap<string, string>, castOrder: readonly string[]): Promise<Held> {
  const step = await hall.step();
  const [urn] = await house.look<{ ballots: string[] }>(`select body::jsonb -> 'data' -> 'ballots' as ballots from totrinh.event where dossier_id = $1 and type = 'urn.opened'`, [hall.dossier.id]);
  const taskOf = new Map([...(await hall.ballots())].map(([person, { task }]) => [person, task.id] as const));
  const of = { dossier: hall.dossier.id, step: step.id, taskOf };
  const own = ownRows(of, snapshot);
  return { vote: { ...of, ballots: urn!.ballots, own }, truth: [...own.keys()].map((v) => said.get(v)!), castOrder };
}

const hits = (guess: readonly (string | null)[], truth: readonly string[]): number => guess.filter((g, i) => g !== null && g === truth[i]).length;

/**
 * How far a linker is above chance: its hits in all votes, against as many trials in which the same ballots were dealt to the voters by lot. In
 * standard deviations of the trials. Only the votes go through PostgreSQL; a trial deals the truth anew and leaves the snapshot alone.
 */
function aboveChance(linker: Linker, of: readonly Held[]): number {
  const guesses = of.map(({ vote }) => linker.guess(vote));
  const total = (truths: readonly (readonly string[])[]): number => guesses.reduce((sum, guess, i) => sum + hits(guess, truths[i]!), 0);
  const lot = lots(4);
  const trials = Array.from({ length: TRIALS }, () => total(of.map((h) => shuffled(h.truth, lot))));
  const mean = trials.reduce((a, b) => a + b, 0) / TRIALS;
  const deviation = Math.sqrt(trials.reduce((sum, t) => sum + (t - mean) ** 2, 0) / TRIALS);
  const real = total(of.map((h) => h.truth));
  return deviation === 0 ? real - mean : (real - mean) / deviation;
}

/** More than this is no luck: one in three million. */
const FIVE_SIGMA = 5;

describe('who reads everything after a secret vote', () => {
  test(`cannot tell who said what: ${VOTES} votes of ${VOTERS}, ${TRIALS} trials for each way of looking`, () => {
    const ways = linkers([...new Set(snapshot.map((r) => r.table))]);
    expect(ways.length).toBeGreaterThan(100);
    const told = ways.map((w) => [w.name, aboveChance(w, held)] as const).filter(([, sigma]) => sigma > FIVE_SIGMA);
    expect(told).toEqual([]);
  }, 240_000);

  const wouldTell = (of: readonly Held[]): string[] => linkers(['act', 'event', 'idempotency_key']).filter((w) => aboveChance(w, of) > FIVE_SIGMA).map((w) => w.name);

  test('would tell, if the ballots lay in the order of casting', () => {
    const careless = held.map((h): Held => ({ ...h, vote: { ...h.vote, ballots: h.castOrder.map((person) => h.truth[[...h.vote.own.keys()].indexOf(person)]!) } }));
    expect(wouldTell(careless)).toEqual(expect.arrayContaining(['last row in act by place on disk', 'last row in event by place on disk', 'first row in idempotency_key by writing transaction']));
  }, 120_000);

  test('would tell, if a digest of what was asked had been kept', () => {
    const kept = held.map((h): Held => {
      const digest = (i: number): string => createHash('sha256').update(JSON.stringify({ choice: h.truth[i], reason: null })).digest('hex');
      const own = [...h.vote.own].map(([voter, rows], i) => [voter, rows.map((r) => ({ ...r, text: r.text.replace('"request": ""', `"request": "${digest(i)}"`) }))] as const);
      return { ...h, vote: { ...h.vote, own: new Map(own) } };
    });
    expect(wouldTell(kept)).toEqual(['digests of what was asked']);
  }, 120_000);

  test('finds the ballots once, sorted, and no urn; their number is that of those who voted', async () => {
    for (const { vote, truth } of held) expect(vote.ballots).toEqual([...truth].sort());
    expect(await house.look('select 1 from totrinh.urn')).toEqual([]);
    expect(await house.look(`select 1 from totrinh.decision`)).toEqual([]);
    expect(await house.look(`select distinct request from totrinh.idempotency_key where verb = 'cast'`)).toEqual([{ request: '' }]);
  });

  test('finds the rows of the vote written by one transaction', async () => {
    for (const { vote } of held) {
      const tasks = await house.look<{ id: string; xmin: string }>('select id, xmin::text as xmin from totrinh.task where step_id = $1 order by ctid', [vote.step]);
      const candidates = await house.look<{ xmin: string }>('select xmin::text as xmin from totrinh.task_candidate where task_id = any($1)', [tasks.map((t) => t.id)]);
      expect(new Set([...tasks, ...candidates].map((r) => r.xmin)).size).toBe(1);
    }
  });

  test('the result is what the opened urn leads to again', async () => {
    for (const { vote } of held.slice(0, 3)) {
      const facts = await house.look<{ outcome: string }>(`select s.outcome, s.arithmetic -> 'data' as data from totrinh.step s where id = $1`, [vote.step]);
      expect(facts[0]).toMatchObject({ data: { yes: vote.ballots.filter((b) => b === 'yes').length, present: VOTERS, members: VOTERS } });
      expect(await faultsOf(house, vote.dossier)).toEqual([]);
    }
  });
});

describe('while a secret vote is open', () => {
  test('the same key answers the first time whatever is said now; another one is too late; there are no counts and no ballots on the chain', async () => {
    const hall = await VoteHall.open(house, 'phieu-kin');
    const [[person, { task }]] = [...(await hall.ballots())] as unknown as [[string, { task: { id: string } }]];
    const first = must(await hall.cast(house.desk, person, task.id, 'no', { key: 'kin', request: 'a' }));
    expect(must(await hall.cast(house.desk, person, task.id, 'yes', { key: 'kin', request: 'b' }))).toMatchObject({ act: first.act, replayed: true });
    expect(codeOf(await hall.cast(house.desk, person, task.id, 'yes'))).toBe('TASK_CLOSED');
    expect(first.ids).toEqual({});
    expect(await house.look(`select 1 from totrinh.event where dossier_id = $1 and (type in ('decision.made', 'urn.opened') or body ~ '"(yes|no|other|abstain)"[^:]')`, [hall.dossier.id])).toEqual([]);
    expect((await hall.step()).outcome).toBeNull();
  });

  test('called off, its ballots are thrown away unseen', async () => {
    const hall = await VoteHall.open(house, 'phieu-kin');
    for (const [person, { task }] of [...(await hall.ballots())].slice(0, 3)) must(await hall.cast(house.desk, person, task.id, 'yes'));
    const { id } = await hall.step();
    expect(await house.look('select ballots from totrinh.urn where step_id = $1', [id])).toEqual([{ ballots: ['yes', 'yes', 'yes'] }]);
    must(await callOff(house.desk, hall.dossier.id, { step: id, reason: 'MẪU' }, house.request('vptu-pho')));
    expect(await house.look('select 1 from totrinh.urn where step_id = $1', [id])).toEqual([]);
    expect(await house.look(`select 1 from totrinh.event where dossier_id = $1 and type = 'urn.opened'`, [hall.dossier.id])).toEqual([]);
    expect(await faultsOf(house, hall.dossier.id)).toEqual([]);
  });
});
