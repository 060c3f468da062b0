import { must, type components } from '@totrinh/api-client';
import { WHO, PatternOffice } from '../patterns/pattern-office.ts';
import { PEOPLE } from './api-office.ts';

const MINUTE = 60_000;
let office: PatternOffice;

beforeAll(async () => {
  office = await PatternOffice.open('organisation');
}, MINUTE);

const as = (person: string) => office.api.as(person);
const on = async (day?: string): Promise<components['schemas']['Organisation']> => must((await as(PEOPLE.stranger)).GET('/api/v1/organisation', { params: { query: day === undefined ? {} : { on: day } } }));
const people = async (query: { search?: string; unit?: string; body?: string }): Promise<components['schemas']['FoundPerson'][]> => (await must((await as(PEOPLE.stranger)).GET('/api/v1/people', { params: { query: { limit: 200, ...query } } }))).items;

describe('cơ quan, chức vụ / units and posts', () => {
  test('today there are units, bodies, posts and who holds them since when, and no addresses', async () => {
    const today = await on();
    const unit = today.units.find((u) => u.id === 'BTCTU')!;
    expect(unit).toMatchObject({ regime: 'party', validFrom: '2020-10-01' });
    expect(unit.posts[0]).toMatchObject({ role: 'head', holders: [{ person: PEOPLE.head, since: '2020-10-01', acting: false }] });
    const body = today.bodies.find((b) => b.id === 'ban-thuong-vu')!;
    expect([body.seats.length, body.signers.length > 0, body.signers[0]!.holders[0]!.person]).toEqual([17, true, 'ban-thuong-vu-01']);
    expect(JSON.stringify(today)).not.toMatch(/@|invalid/);
  });

  test('a unit that ended is there on its last day and not on the next; before the first nobody is', async () => {
    const ending = (await on()).units.find((u) => u.validTo === '2025-07-01')!;
    const there = async (day: string): Promise<boolean> => (await on(day)).units.some((u) => u.id === ending.id);
    expect([await there('2025-06-30'), await there('2025-07-01')]).toEqual([true, false]);
    expect(await on('2020-09-30')).toEqual({ on: '2020-09-30', units: [], bodies: [] });
  });

  test.each<[{ search?: string; unit?: string; body?: string }, string, string | null]>([
    [{ search: 'truong ban to chuc' }, PEOPLE.head, PEOPLE.stranger], [{ search: 'TÀI CHÍNH văn thư' }, PEOPLE.stranger, PEOPLE.head], [{ unit: 'BTCTU' }, PEOPLE.drafter, PEOPLE.stranger], [{ body: 'ban-thuong-vu' }, 'ban-thuong-vu-01', PEOPLE.drafter], [{ search: 'bi thu', body: 'ban-thuong-vu' }, 'ban-thuong-vu-01', PEOPLE.drafter], [{}, PEOPLE.drafter, null],
  ])('people are found by %j', async (query, found, notFound) => {
    const ids = (await people(query)).map((p) => p.person);
    expect(ids).toContain(found);
    expect(ids).toEqual([...ids].toSorted());
    if (notFound !== null) expect(ids).not.toContain(notFound);
  });

  test('units and bodies are found without accents, page by page', async () => {
    const units = await must((await as(PEOPLE.drafter)).GET('/api/v1/units', { params: { query: { search: 'to chuc thanh uy' } } }));
    expect(units.items.map((u) => u.id)).toContain('BTCTU');
    const first = await must((await as(PEOPLE.drafter)).GET('/api/v1/units', { params: { query: { limit: 1 } } }));
    const second = await must((await as(PEOPLE.drafter)).GET('/api/v1/units', { params: { query: { limit: 1, cursor: first.next! } } }));
    expect(first.items[0]!.id < second.items[0]!.id).toBe(true);
    const bodies = await must((await as(WHO.checker)).GET('/api/v1/bodies', { params: { query: { search: 'thuong vu' } } }));
    expect(bodies.items.find((b) => b.id === 'ban-thuong-vu')).toMatchObject({ members: 17, mine: true });
    expect((await must((await as(WHO.drafter)).GET('/api/v1/bodies'))).items.every((b) => !b.mine)).toBe(true);
  });
});

describe('tôi hôm nay / myself today', () => {
  const me = async (person: string): Promise<components['schemas']['Me']> => must((await as(person)).GET('/api/v1/me'));

  test.each<[string, Partial<components['schemas']['Me']['is']>, string[], string[]]>([
    [WHO.drafter, { drafter: true, office: false, leader: false }, ['queue', 'compose', 'programmes'], ['office', 'leaders', 'settings']],
    [WHO.head, { head: true, leader: true }, ['leaders', 'compose', 'ballots'], ['settings', 'office']],
    [WHO.checker, { office: true, administrator: false }, ['office', 'meetings', 'registers', 'briefing'], ['compose', 'leaders', 'settings']],
    [WHO.clerk, { clerk: true, office: true }, ['registers', 'office'], ['settings']],
    [WHO.askedClerk, { clerk: true, office: false }, ['registers'], ['office', 'settings', 'leaders']],
    ['ban-thuong-vu-02', { leader: true, office: false, head: false }, ['leaders', 'ballots', 'meetings'], ['compose', 'office', 'settings']],
    [WHO.admin, { administrator: true }, ['settings', 'deliveries', 'office'], ['leaders', 'compose']],
  ])('%s is %j: the menu has %j and not %j', async (person, is, has, hasNot) => {
    const read = await me(person);
    expect(read).toMatchObject({ person, demo: true, is });
    expect(read.screens).toEqual(expect.arrayContaining(has));
    expect(read.screens.filter((s) => hasNot.includes(s))).toEqual([]);
    expect(new Set(read.screens).size).toBe(read.screens.length);
  });

  test('says for whom one acts today, while somebody is away, and not afterwards', async () => {
    const { today } = await me(WHO.askedDrafter);
    expect(await me(WHO.askedDrafter)).toMatchObject({ substitutesFor: [], authorities: [] });
    const { absence } = await office.must(WHO.otherHead, 'POST', '/absences', { substitute: 'btgtu-deputy', from: today, to: '2022-07-20' });
    const standIn = 'btgtu-deputy';
    expect((await me(standIn)).substitutesFor).toEqual([{ person: WHO.otherHead, name: expect.any(String) as string, from: today, to: '2022-07-20', routes: null, absence }]);
    await office.must(WHO.otherHead, 'POST', `/absences/${String(absence)}/end`, {});
    expect((await me(standIn)).substitutesFor).toEqual([]);
  });

  test('says whether an absence or an authority may be ended, to each by their own right, and why not; nothing once it is over', async () => {
    const { today } = await me(WHO.otherHead);
    const said = async (person: string, list: string, id: unknown): Promise<unknown> => ((await office.must(person, 'GET', list))['items'] as { id: string; allowedActions: unknown }[]).find((row) => row.id === id)?.allowedActions;
    const may = (verb: string): unknown => [{ verb, allowed: true, because: null, why: null }];
    const mayNot = (verb: string): unknown => [{ verb, allowed: false, because: 'NOT_ALLOWED', why: { vi: expect.stringContaining('không có quyền') as string, en: expect.stringContaining('may not') as string } }];
    const { absence } = await office.must(WHO.otherHead, 'POST', '/absences', { substitute: WHO.askedDrafter, from: today, to: '2022-07-20' });
    expect([await said(WHO.otherHead, '/absences', absence), await said(WHO.admin, '/absences', absence), await said(WHO.askedDrafter, '/absences', absence)]).toEqual([may('endAbsence'), may('endAbsence'), mayNot('endAbsence')]);
    await office.must(WHO.admin, 'POST', `/absences/${String(absence)}/end`, {});
    expect(await said(WHO.otherHead, '/absences', absence)).toEqual([]);
    const { authority } = await office.must(WHO.otherHead, 'POST', '/authorities', { grantee: 'btgtu-deputy', number: '7/UQ-MẪU', verbs: ['sign'], from: today, to: today });
    expect([await said(WHO.otherHead, '/authorities', authority), await said('btgtu-deputy', '/authorities', authority)]).toEqual([may('endAuthority'), may('endAuthority')]);
    await office.must('btgtu-deputy', 'POST', `/authorities/${String(authority)}/end`, {});
    expect(await said(WHO.otherHead, '/authorities', authority)).toEqual([]);
  });
});
