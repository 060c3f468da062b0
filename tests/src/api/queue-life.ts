import { randomUUID } from 'node:crypto';
import type { components } from '@totrinh/api-client';
import { WHO, draftTo, END, type PatternOffice } from '../patterns/pattern-office.ts';

type Desk = components['schemas']['DeskPage'];
type Views = components['schemas']['SavedViews'];

/** A desk's lists and counts, and the views that a person keeps, each asked for once and refused where it must be. */
export async function queueLife(o: PatternOffice): Promise<void> {
  const d = await o.dossier('soan-thao', `${draftTo('xem')}  xem: { kind: review, who: { headOf: leadUnit }, due: { days: 3 }, next: { approved: xong, returned: soan-thao } }\n${END}`);
  await d.submit();
  const task = await d.task('xem');
  const list = async (who: string, path: string): Promise<Desk> => (await o.must(who, 'GET', `/desk/${path}`)) as unknown as Desk;
  const todo = (await list(WHO.head, 'todo?limit=200&sort=newest')).items.find((i) => i.dossier.id === d.id);
  expect(todo).toMatchObject({ id: task.id, task: task.id, etag: task.etag, step: { path: 'xem', kind: 'review' }, offered: false, urgency: 'normal', bulk: ['review', 'transfer'], settled: null, told: null, trouble: null, now: [] });
  expect(todo?.standing?.vi).toMatch(/còn|đến hạn/);
  const lying = (await list(WHO.drafter, 'waiting?limit=200&sort=newest')).items.find((i) => i.dossier.id === d.id);
  expect(lying).toMatchObject({ id: d.id, task: null, etag: null, now: [{ step: { path: 'xem' }, people: [{ person: WHO.head }], more: 0, offered: false }] });
  for (const name of ['informed', 'done', 'troubled']) await list(WHO.head, `${name}?search=${encodeURIComponent('đề án')}`);
  expect((await o.must(WHO.head, 'GET', '/desk/counts')) as unknown).toMatchObject({ todo: { count: expect.any(Number) as number }, troubled: { count: expect.any(Number) as number } });
  expect(await o.refused(WHO.head, 'GET', '/desk/khac')).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
  await views(o);
}

async function views(o: PatternOffice): Promise<void> {
  const kept = async (who: string): Promise<Views['items']> => ((await o.must(who, 'GET', '/views')) as unknown as Views).items;
  const name = `Việc gấp ${randomUUID().slice(0, 8)}`;
  const wanted = { name, list: 'todo', filter: { due: 'soon', search: 'de an' }, sort: 'due' };
  const one = String((await o.must(WHO.deputy, 'POST', '/views', wanted))['view']);
  const two = String((await o.must(WHO.deputy, 'POST', '/views', { ...wanted, name: `${name} 2`, filter: {}, sort: null }))['view']);
  expect((await kept(WHO.deputy)).filter((v) => v.name.startsWith(name))).toMatchObject([{ ...wanted, id: one, version: 1 }, { id: two, filter: {}, sort: null }]);
  expect(await o.must(WHO.deputy, 'PUT', `/views/${one}`, { ...wanted, name: `${name} 3`, version: 1 })).toMatchObject({ view: one, version: 2 });
  await o.must(WHO.deputy, 'PUT', '/views/order', { views: [two, one, ...(await kept(WHO.deputy)).map((v) => v.id).filter((id) => id !== one && id !== two)] });
  expect((await kept(WHO.deputy)).slice(0, 2).map((v) => v.name)).toEqual([`${name} 2`, `${name} 3`]);
  expect((await kept(WHO.askedHead)).map((v) => v.id)).not.toContain(one);
  for (const [who, method, path, body, code] of [
    [WHO.deputy, 'POST', '/views', { ...wanted, name: `${name} 2` }, 'VIEW_NAME_TAKEN'], [WHO.deputy, 'PUT', `/views/${one}`, { ...wanted, version: 1 }, 'VERSION_MISMATCH'], [WHO.deputy, 'PUT', `/views/${one}`, { ...wanted, name: `${name} 2`, version: 2 }, 'VIEW_NAME_TAKEN'],
    [WHO.askedHead, 'PUT', `/views/${one}`, { ...wanted, version: 2 }, 'VIEW_NOT_FOUND'], [WHO.askedHead, 'DELETE', `/views/${one}`, undefined, 'VIEW_NOT_FOUND'], [WHO.deputy, 'PUT', '/views/order', { views: [one, one] }, 'VIEW_NOT_FOUND'],
    [WHO.deputy, 'POST', '/views', { ...wanted, name: ' ' }, 'TEXT_EMPTY'], [WHO.deputy, 'POST', '/views', { ...wanted, filter: { due: 'never' } }, 'REQUEST_INVALID'], [WHO.deputy, 'POST', '/views', { ...wanted, filter: { unknown: 'x' } }, 'REQUEST_INVALID'],
  ] as const) expect([path, (await o.refused(who, method, path, body)).code]).toEqual([path, code]);
  for (const id of [one, two]) await o.must(WHO.deputy, 'DELETE', `/views/${id}`);
  expect((await kept(WHO.deputy)).filter((v) => v.name.startsWith(name))).toEqual([]);
}
