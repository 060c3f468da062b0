import type { House } from '@totrinh/cli';
import { Journal } from '../../../apps/cli/src/demo/journal.ts';
import { Office, told } from '../../../apps/cli/src/demo/office.ts';
import type { Places } from './screens.ts';

/** Finds, in a house with the sample in it, something for each screen to show. */
export async function findPlaces(house: Pick<House, 'apiUrl' | 'issuer'>): Promise<Places> {
  const office = new Office(house, 'screens-', new Journal());
  const head = office.as('vptu-head');
  const programme = told(await head.GET('/api/v1/programmes', { params: { query: { limit: 1 } } })).items[0];
  const items = told(await head.GET('/api/v1/programmes/{id}', { params: { path: { id: programme?.id ?? '' } } })).items;
  const submitted = items.find((item) => item.state === 'submitted' && item.dossier !== null);
  const mine = told(await office.as('btgtu-drafter').GET('/api/v1/desk/{list}', { params: { path: { list: 'todo' }, query: {} } })).items[0];
  const meeting = await laidMeeting(office);
  const register = told(await office.as('vptu-clerk').GET('/api/v1/registers')).items.find(({ gives }) => gives);
  const route = told(await head.GET('/api/v1/routes', { params: { query: { limit: 1 } } })).items[0];
  const must = (what: string, found: string | null | undefined): string => {
    if (!found) throw new Error(`the sample has no ${what} to be pictured`);
    return found;
  };
  return { dossier: must('submitted dossier', submitted?.dossier), draft: must('draft', mine?.dossier.id), task: must('task', mine?.task), meeting: must('meeting', meeting), register: must('register', register?.id), programme: must('programme', programme?.id), route: must('route', route?.id) };
}

/** A meeting with what waits for one on its agenda, as the office lays it. */
async function laidMeeting(office: Office): Promise<string> {
  const desk = office.as('vptu-form-checker');
  const { items } = told(await desk.GET('/api/v1/office-desk', { params: { query: { stage: 'unscheduled', limit: 10 } } }));
  const { meeting } = told(await desk.POST('/api/v1/meetings', { params: { header: { 'Idempotency-Key': 'screens:meeting' } }, body: { body: 'ban-thuong-vu', on: '2022-07-20', title: 'Hội nghị Ban Thường vụ Thành ủy (MẪU)', place: 'Phòng họp số 1 (MẪU)' } }));
  for (const { dossier, step } of items.filter(({ body }) => body?.id === 'ban-thuong-vu')) {
    if (step !== null) told(await desk.POST('/api/v1/dossiers/{id}/place-on-agenda', { params: { path: { id: dossier.id }, header: { 'Idempotency-Key': `screens:${dossier.id}`, 'If-Match': '*' } }, body: { meeting, step: step.id } }));
  }
  return meeting;
}
