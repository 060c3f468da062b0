import { must } from '@totrinh/api-client';
import { PEOPLE, type ApiOffice } from './api-office.ts';
import { judge } from './contract.ts';

/** What lies before a leader, who held it until then, and the stream that says that it changed. */
export async function leaderLife(office: ApiOffice): Promise<void> {
  const dossier = await office.standingAt('phe-duyet');
  const task = await office.task(dossier, 'phe-duyet', PEOPLE.member);
  const leader = await office.as(task.person);
  const stream = await fetch(`${office.baseUrl}/api/v1/live`, { headers: { authorization: `Bearer ${await office.token(task.person)}` } });
  await judge('GET', `${office.baseUrl}/api/v1/live`, stream);
  await stream.body?.cancel();
  const desk = await must(leader.GET('/api/v1/leader-desk', { params: { query: { limit: 50 } } }));
  const card = desk.cards.find((c) => c.task === task.id);
  if (card?.standing.is !== 'beforeLeaders' || card.answers[0]?.label.vi !== 'Đồng ý') throw new Error(JSON.stringify(desk).slice(0, 2_000));
  await must(leader.POST('/api/v1/tasks/{id}/entrust', { params: { path: { id: task.id } }, body: { text: 'Giao thư ký (MẪU)' } }));
  const { lanes } = await must(leader.GET('/api/v1/dossiers/{id}/holders', { params: { path: { id: dossier } } }));
  if (lanes[0]?.spans.at(-1)?.is !== 'leaders') throw new Error(JSON.stringify(lanes).slice(0, 2_000));
}
