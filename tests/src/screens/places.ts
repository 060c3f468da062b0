import type { House } from '@totrinh/cli';
import { Journal } from '../../../apps/cli/src/demo/journal.ts';
import { Office, told } from '../../../apps/cli/src/demo/office.ts';
import { layWork } from './laid-work.ts';
import type { Places } from './screens.ts';

/** Finds, in a house with the sample in it, something for each screen to show, and has laid what the sample leaves out. */
export async function findPlaces(house: Pick<House, 'apiUrl' | 'issuer'>): Promise<Places> {
  const office = new Office(house, 'screens-', new Journal());
  const must = (what: string, found: string | null | undefined): string => {
    if (!found) throw new Error(`the sample has no ${what} to be pictured`);
    return found;
  };
  const head = office.as('vptu-head');
  const programme = told(await head.GET('/api/v1/programmes', { params: { query: { limit: 1 } } })).items[0];
  const items = told(await head.GET('/api/v1/programmes/{id}', { params: { path: { id: programme?.id ?? '' } } })).items;
  const submitted = items.find((item) => item.state === 'submitted' && item.dossier !== null);
  const mine = told(await office.as('btgtu-drafter').GET('/api/v1/desk/{list}', { params: { path: { list: 'todo' }, query: {} } })).items[0];
  const register = told(await office.as('vptu-clerk').GET('/api/v1/registers')).items.find(({ gives }) => gives);
  const meeting = await layWork(office, must('submitted dossier', submitted?.dossier), must('register', register?.id));
  const route = told(await head.GET('/api/v1/routes', { params: { query: { limit: 1 } } })).items[0];
  return { dossier: must('submitted dossier', submitted?.dossier), draft: must('draft', mine?.dossier.id), task: must('task', mine?.task), meeting, register: must('register', register?.id), programme: must('programme', programme?.id), route: must('route', route?.id) };
}
