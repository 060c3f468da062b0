import { isDeepStrictEqual } from 'node:util';
import { fold, type Case } from '@totrinh/domain';
import { factsOf, insertAbsence, insertAuthority, storedChain, verifyChain } from '@totrinh/persistence';
import { v7 } from 'uuid';
import { everyFact, FACT_TYPES, names } from './every-fact.ts';
import { StoreHouse } from './store-house.ts';

let house: StoreHouse;
const n = names();
const dossier = n('dossier');
let item: string;
let absence: string;
let authority: string;
let submitted: Date;
beforeAll(async () => {
  house = await StoreHouse.open();
  item = await house.item();
  absence = v7();
  const act = await house.act();
  await house.tx((tx) => insertAbsence(tx, { id: absence, person: 'stc-truong', substitute: 'stc-pho', from: '2022-07-01', to: '2022-07-31', routes: null, act, at: house.at }));
  authority = v7();
  await house.tx((tx) => insertAuthority(tx, { id: authority, grantor: 'stc-truong', grantee: 'stc-pho', number: '1/UQ', document: null, routes: null, verbs: ['sign'], from: '2022-07-01', to: '2022-07-31', act, at: house.at }));
});
afterAll(async () => house.close());

const folded = async (id: string): Promise<Case> => fold(id, factsOf((await house.tx((tx) => storedChain(tx, id))).events));
/** Fields that differ, as the doctor compares them. */
const differing = (a: Case, b: Case): string[] => (Object.keys({ ...a, ...b }) as (keyof Case)[]).filter((f) => !isDeepStrictEqual(a[f], b[f]));
const carriedBy = async (): Promise<unknown> => (await house.look('select state, dossier_id as dossier from totrinh.item where id = $1', [item]))[0];
const rungs = async (): Promise<string[]> => (await house.look<{ id: string }>('select id from totrinh.rung where dossier_id = $1 and fired_at is null and void_at is null order by id', [dossier])).map((r) => r.id);

/** What else must be so after an act, beside that the tables are the fold. */
const AFTER: Readonly<Record<string, () => Promise<void>>> = {
  'its draft, with a term': async () => expect(await rungs()).toEqual([n('rung-1')]),
  'a submission': async () => {
    submitted = house.at;
    expect(await rungs()).toEqual([]);
    expect(await carriedBy()).toEqual({ state: 'submitted', dossier });
  },
  'a task that is given, prepared and closed in one act': async () => expect(await house.look('select helper, open from totrinh.task_candidate where task_id = $1 order by helper', [n('t-btgtu')])).toEqual([{ helper: false, open: false }, { helper: true, open: false }]),
  'a transfer': async () => expect(await house.look('select person_id as person, helper, open from totrinh.task_candidate where task_id = $1 order by helper', [n('t-stc')])).toEqual([{ person: 'sxd-truong', helper: false, open: true }, { person: 'stc-pho', helper: true, open: true }]),
  'a longer term, and a longer one still': async () => {
    expect(await rungs()).toEqual([n('rung-4')]);
    expect(await house.look('select due_at as due from totrinh.step where id = $1', [n('consult')])).toEqual([{ due: new Date('2022-07-25T10:00:00.000Z') }]);
  },
  'a suspension': async () => expect(await rungs()).toEqual([n('rung-5')]),
  'its end': async () => expect(await rungs()).toEqual([n('rung-6')]),
  'a consultation’s result and the join of its branch': async () => {
    expect(await rungs()).toEqual([]);
    const [step] = await house.look<{ arithmetic: { data: object; vi: string; en: string } }>('select arithmetic from totrinh.step where id = $1', [n('consult')]);
    expect(step?.arithmetic).toMatchObject({ data: { asked: 2, consent: 1 }, vi: expect.stringContaining('1 đồng ý'), en: expect.stringContaining('1 consent') });
  },
  'an opinion on paper, recorded in somebody’s stead': async () => expect(await house.look('select recorded, in_stead as stead from totrinh.decision where id = $1', [n('d-stc')])).toEqual([{ recorded: { by: 'vptu-th', confirmedBy: null, document: n('doc'), on: '2022-07-14' }, stead: absence }]),
  'one that stays taken over': async () => {
    expect(await house.look('select person_id as person from totrinh.task_candidate where task_id = $1', [n('t-late')])).toEqual([{ person: 'stc-truong' }]);
    expect(await house.look(`select more #>> '{takenFrom,holder}' as holder from totrinh.task where id = $1`, [n('t-late')])).toEqual([{ holder: 'sxd-truong' }]);
  },
  'a decision by written authority': async () => expect(await house.look('select actor, principal, capacity, authority from totrinh.decision where id = $1', [n('d-tuq')])).toEqual([{ actor: 'stc-pho', principal: 'stc-truong', capacity: 'TUQ', authority }]),
  'what two people do': async () => {
    expect(await house.look('select route_version as version from totrinh.dossier where id = $1', [dossier])).toEqual([{ version: 2 }]);
    expect(await house.look('select path, settled_at as at from totrinh.step where id = any($1) order by opened', [[n('draft'), n('track')]])).toEqual([{ path: 'soan-thao-moi', at: submitted }, { path: 'theo-doi-moi', at: null }]);
  },
  'an end': async () => {
    expect(await carriedBy()).toEqual({ state: 'completed', dossier });
    expect(await house.look(`select number, text, state, dossier_id as dossier from totrinh.register_number order by number`)).toEqual([
      ...[12, 13, 14].map((number) => ({ number, text: `${number}-ĐA/TU`, state: 'elsewhere', dossier: null })), { number: 15, text: '15-ĐA/TU', state: 'recorded', dossier },
    ]);
  },
  'what was issued is revoked': async () => expect(await carriedBy()).toEqual({ state: 'notYetSubmitted', dossier: null }),
  'opened again': async () => expect(await carriedBy()).toEqual({ state: 'notYetSubmitted', dossier }),
  'suspended again': async () => expect(await rungs()).toEqual([n('rung-7')]),
  'cancelled': async () => {
    expect(await carriedBy()).toEqual({ state: 'notYetSubmitted', dossier: null });
    expect(await rungs()).toEqual([]);
  },
};

describe('every kind of fact, one after another', () => {
  const life = everyFact(n, { item: '', absence: '', authority: '' });

  test('stands in the life that is told here, except imports', () => {
    expect(new Set([...life.flatMap(([, facts]) => facts.map((f) => f.type)), 'dossier.imported'])).toEqual(new Set(FACT_TYPES));
    expect(Object.keys(AFTER).filter((title) => !life.some(([told]) => told === title))).toEqual([]);
  });

  test.each(life.map(([title], i) => [title, i] as const))('%s: the tables are the fold of the chain', async (title, i) => {
    house.at = new Date(house.at.getTime() + 60_000);
    const after = await house.tell(dossier, everyFact(n, { item, absence, authority })[i]![1]);
    const { case: loaded } = await house.load(dossier);
    expect(loaded).toEqual(after);
    expect(differing(loaded, await folded(dossier))).toEqual([]);
    await AFTER[title]?.();
  });

  test('the chain verifies', async () => {
    const { case: c, headHash } = await house.load(dossier);
    const { events, words } = await house.tx((tx) => storedChain(tx, dossier));
    expect(verifyChain(dossier, events, { seq: c.seq, hash: headHash }, words)).toEqual([]);
  });

  test('whoever answered, helped, stood on the roster or decided takes part', async () => {
    const people = (await house.look<{ person: string }>('select person_id as person from totrinh.participant where dossier_id = $1', [dossier])).map((p) => p.person);
    expect(people.sort()).toEqual(['btctu-cv', 'btctu-truong', 'btgtu-truong', 'btv-1', 'btv-2', 'btv-3', 'stc-pho', 'stc-truong', 'sxd-truong', 'vptu-pho']);
  });

  test('all of it at once, in one statement, leaves the same state', async () => {
    const other = names();
    const facts = everyFact(other, { item: await house.item(), absence, authority }).flatMap(([, f]) => f).map((f) => (f.type === 'number.given' ? { ...f, data: { ...f.data, number: 16, text: '16-ĐA/TU' } } : f));
    const after = await house.tell(other('dossier'), facts);
    const { case: loaded } = await house.load(other('dossier'));
    expect(loaded).toEqual(after);
    expect(differing(loaded, await folded(other('dossier')))).toEqual([]);
    expect(await house.look('select 1 from totrinh.rung where dossier_id = $1 and void_at is null', [other('dossier')])).toEqual([]);
  });
});

test('rows from before these columns existed load as bare', async () => {
  const [old, id] = [names(), v7()];
  await house.tell(id, everyFact(old, { item: await house.item(), absence, authority }).slice(0, 2).flatMap(([, facts]) => facts).map((f) => (f.type === 'dossier.created' ? { ...f, data: { ...f.data, fields: {} } } : f)));
  expect(await house.look('select d.more, s.more as step, t.more as task, s.arithmetic from totrinh.dossier d join totrinh.step s on s.dossier_id = d.id join totrinh.task t on t.step_id = s.id where d.id = $1', [id])).toEqual([{ more: {}, step: null, task: null, arithmetic: null }]);
  expect(differing((await house.load(id)).case, await folded(id))).toEqual([]);
});
