import { must } from '@totrinh/api-client';
import { codesOf, ERRORS, OPERATIONS } from '@totrinh/api-schema';
import { verbRow, type VerbName } from '@totrinh/domain';
import { ApiOffice, PEOPLE } from './api-office.ts';
import { calendarLife } from './calendar-life.ts';
import { PatternOffice } from '../patterns/pattern-office.ts';
import { answered, operationIds } from './contract.ts';
import { engineBoards } from './engine-boards.ts';
import { engineDesk, engineExceptions } from './engine-exceptions.ts';
import { ASKED_ONLY, engineHands } from './engine-hands.ts';
import { engineLife } from './engine-life.ts';
import { officeViews } from './office-views.ts';
import { queueLife } from './queue-life.ts';
import { leaderLife } from './leader-life.ts';
import { sessionLife } from './session-life.ts';
import { enginePost, POST_ASKED_ONLY } from './engine-post.ts';

const MINUTE = 60_000;
let office: ApiOffice;

beforeAll(async () => {
  office = await ApiOffice.open('contract', 6);
}, MINUTE);

/** One life through every verb; each answer is judged by openapi.json as it arrives. */
describe('hợp đồng của API / the contract', () => {
  test('a dossier goes from draft to issued, and is looked at from every side', async () => {
    const [drafter, head, appraiser, clerk] = await Promise.all([PEOPLE.drafter, PEOPLE.head, PEOPLE.appraiser, PEOPLE.clerk].map((p) => office.as(p)));
    const at = (id: string, etag?: string) => ({ params: { path: { id }, header: { Prefer: 'wait=10', ...(etag === undefined ? {} : { 'If-Match': etag }) } } });
    const drafted = await office.draft();
    const { dossier } = drafted;
    let { etag } = drafted;
    ({ etag } = await must(drafter!.PATCH('/api/v1/dossiers/{id}', { ...at(dossier, etag), body: { title: 'Đề án MẪU, tên mới', dueOn: '2099-01-01' } })));
    await must(drafter!.POST('/api/v1/dossiers/{id}/comments', { ...at(dossier), body: { text: 'Trao đổi MẪU' } }));
    ({ etag } = await must(drafter!.GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } })));
    const submitted = await must(drafter!.POST('/api/v1/dossiers/{id}/submit', at(dossier, etag)));
    expect(submitted).toMatchObject({ moving: false, at: ['duyet'] });
    const recalled = await must(drafter!.POST('/api/v1/dossiers/{id}/recall', at(dossier, submitted.etag)));
    await must(drafter!.POST('/api/v1/dossiers/{id}/submit', at(dossier, recalled.etag)));

    const review = await office.task(dossier, 'duyet', PEOPLE.head);
    await must(head!.POST('/api/v1/tasks/{id}/seen', at(review.id)));
    await must(head!.POST('/api/v1/tasks/{id}/return', { ...at(review.id, review.etag), body: { reason: 'Hoàn thiện thêm (MẪU)' } }));
    const again = await must(drafter!.GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }));
    await must(drafter!.POST('/api/v1/dossiers/{id}/submit', at(dossier, again.etag)));
    const second = await office.task(dossier, 'duyet', PEOPLE.head);
    const decided = await must(head!.POST('/api/v1/tasks/{id}/decision', { ...at(second.id, second.etag), body: { outcome: 'approved', reason: 'Đồng ý (MẪU)' } }));
    expect(decided.ids).toHaveProperty('decision');

    const offered = await office.task(dossier, 'tham-dinh', PEOPLE.appraiser);
    await must(appraiser!.POST('/api/v1/tasks/{id}/claim', at(offered.id, offered.etag)));
    const held = await must(appraiser!.GET('/api/v1/tasks/{id}', { params: { path: { id: offered.id } } }));
    expect(held.holder?.person).toBe(PEOPLE.appraiser);
    await must(appraiser!.POST('/api/v1/tasks/{id}/release', at(offered.id, held.etag)));
    for (const [path, person, outcome] of [['tham-dinh', PEOPLE.appraiser, 'approved'], ['phe-duyet', PEOPLE.member, 'approved'], ['ky', 'ban-thuong-vu-01', 'signed']] as const) {
      const task = await office.task(dossier, path, person);
      await must((await office.as(task.person)).POST('/api/v1/tasks/{id}/decision', { ...at(task.id, task.etag), body: { outcome } }));
    }
    const issue = await office.task(dossier, 'ban-hanh', PEOPLE.clerk);
    const issued = await must(clerk!.POST('/api/v1/tasks/{id}/issue', at(issue.id, issue.etag)));
    expect(issued.status).toBe('done');
    expect(issued.ids['number']).toMatch(/^\d{2,}-ĐA\/TU$/);

    const end = await must(drafter!.GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }));
    expect(end).toMatchObject({ status: 'done', phase: 'ket-thuc', programmeState: 'completed', number: issued.ids['number'], title: 'Đề án MẪU, tên mới' });
    expect(end.decisions.find((d) => d.outcome === 'returned')?.reason).toBe('Hoàn thiện thêm (MẪU)');
    expect(end.decisions.find((d) => d.path === 'phe-duyet')?.label).toBe('Đồng ý');
    expect(end.comments.map((c) => c.text)).toEqual(['Trao đổi MẪU']);
    const content = await drafter!.GET('/api/v1/documents/{id}/content', { params: { path: { id: end.documents[0]!.id } }, parseAs: 'text' });
    expect(content.data).toContain('Dự thảo MẪU');
    expect(await must(drafter!.GET('/api/v1/dossiers/{id}/chain', { params: { path: { id: dossier } } }))).toMatchObject({ ok: true, faults: [], length: end.version, head: end.headHash });
    await must(drafter!.GET('/api/v1/dossiers/{id}/events', { params: { path: { id: dossier }, query: { limit: 5 } } }));
  }, MINUTE);

  test('a dossier is cancelled with a reason, and its item is free again', async () => {
    const { dossier, etag } = await office.draft({ attached: false });
    const cancelled = await must((await office.as(PEOPLE.head)).POST('/api/v1/dossiers/{id}/cancel', { params: { path: { id: dossier }, header: { 'If-Match': etag } }, body: { reason: 'Dừng (MẪU)' } }));
    expect(cancelled.status).toBe('cancelled');
    const programme = await must((await office.as(PEOPLE.admin)).GET('/api/v1/programmes/{id}', { params: { path: { id: office.name } } }));
    expect(programme.items.find((i) => i.dossier === dossier)).toBeUndefined();
  }, MINUTE);

  test('lists, registers, routes, acts and health answer as declared', async () => {
    const admin = await office.as(PEOPLE.admin);
    await must(admin.GET('/api/v1/health/live'));
    await must(admin.GET('/api/v1/health/ready'));
    expect(await must(admin.GET('/api/v1/me'))).toMatchObject({ person: PEOPLE.admin });
    await must(admin.GET('/api/v1/tasks'));
    await must(admin.GET('/api/v1/dossiers', { params: { query: { status: 'open' } } }));
    await must(admin.GET('/api/v1/programmes'));
    await must(admin.GET('/api/v1/routes'));
    const version = await must(admin.GET('/api/v1/routes/{id}/versions/{n}', { params: { path: { id: office.name, n: 1 } } }));
    expect(version.source).toContain(`route: ${office.name}`);
    const registers = await must(admin.GET('/api/v1/registers'));
    expect(registers.items.flatMap((r) => r.series.flatMap((s) => s.missing))).toEqual([]);
    const numbers = await must(admin.GET('/api/v1/registers/{id}/numbers', { params: { path: { id: 'TU-de-an' } } }));
    expect(numbers.items.length).toBeGreaterThan(0);
    const acts = await must(admin.GET('/api/v1/acts', { params: { query: { correlationId: `api-test-${office.name}` } } }));
    expect(acts.count).toBeGreaterThan(10);
  }, MINUTE);

  test('history shows as a closed dossier without a route', async () => {
    const admin = await office.as(PEOPLE.admin);
    const code = `${office.name}-history`;
    await must(admin.POST('/api/v1/programmes/import', { body: office.programme([code], { no: 99, history: { issuedOn: '2022-03-01', source: 'MẪU' } }) }));
    const read = await must(admin.GET('/api/v1/programmes/{id}', { params: { path: { id: office.name }, query: { from: '2022-01-01', to: '2022-06-30' } } }));
    expect(read.counts).toMatchObject({ completedInPeriod: 1, agenciesCompletedInPeriod: 1 });
    const item = read.items.find((i) => i.code === code);
    expect(await must(admin.GET('/api/v1/dossiers/{id}', { params: { path: { id: item!.dossier! } } }))).toMatchObject({ status: 'done', route: null, steps: [], issuedOn: '2022-03-01' });
    expect(await must(admin.GET('/api/v1/dossiers/{id}/chain', { params: { path: { id: item!.dossier! } } }))).toMatchObject({ ok: true, length: 1 });
  }, MINUTE);

  test('a dossier meets initials, a unit’s inner life, a meeting, a finishing and a follow-up, and nothing is recorded that its verb does not tell', async () => {
    const engine = await PatternOffice.open('engine');
    const dossier = await engineLife(engine);
    const acts = (await engine.must(PEOPLE.admin, 'GET', '/acts?limit=200'))['items'] as { id: string; verb: string; dossier: string | null }[];
    const verbOf = new Map(acts.map((a) => [a.id, a.verb]));
    const events = (await engine.must(PEOPLE.admin, 'GET', `/dossiers/${dossier}/events?limit=200`))['items'] as { type: string; act: string | null }[];
    const untold = events.flatMap(({ type, act }) => { const verb = act === null ? undefined : verbOf.get(act); return verb === undefined || verbRow(verb as VerbName).facts.some((f) => f === type) ? [] : [`${verb} ${type}`]; });
    expect([...new Set(untold)]).toEqual([]);
    await officeViews(engine, engine.api.name, dossier);
  }, 4 * MINUTE);

  test('what does not go the usual way, and a person’s own desk', async () => {
    const engine = await PatternOffice.open('exceptions');
    await engineExceptions(engine);
    await engineDesk(engine);
    await engineHands(engine);
    await engineBoards(engine);
    await enginePost(engine);
    await queueLife(engine);
  }, 4 * MINUTE);

  test('what lies before a leader, who held it, and the stream of changes', () => leaderLife(office), MINUTE);

  test('a browser signs in and out', () => sessionLife(PEOPLE.stranger), MINUTE);

  test('a calendar is changed as a version', () => calendarLife(office), MINUTE);

  test('every operation of openapi.json has answered here', () => {
    // The members of the sample's bodies never change, so that a roster cannot be corrected here, only be asked to be.
    expect(answered).toContain('correctRoster 422');
    // Nobody is late for so long here that the leadership hears of it.
    expect(answered).toContain('hearBriefing 404');
    for (const [id, status] of Object.entries({ ...ASKED_ONLY, ...POST_ASKED_ONLY })) expect(answered).toContain(`${id} ${status}`);
    const silent = operationIds.filter((id) => id !== 'correctRoster' && !(id in ASKED_ONLY) && !(id in POST_ASKED_ONLY) && id !== 'hearBriefing' && ![200, 201].some((status) => answered.has(`${id} ${status}`)));
    expect(silent).toEqual([]);
    expect([...operationIds].sort()).toEqual(Object.keys(OPERATIONS).sort());
  });

  test('each declared status of a refusal belongs to a code of the catalogue', () => {
    for (const operation of Object.values(OPERATIONS)) for (const code of codesOf(operation)) expect(ERRORS[code].status).toBeGreaterThanOrEqual(400);
  });
});
