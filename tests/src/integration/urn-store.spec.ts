import { emptyUrn, putIntoUrn, readUrn } from '@totrinh/persistence';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { created, names } from './every-fact.ts';
import { StoreHouse } from './store-house.ts';

let house: StoreHouse;
const [n, dossier] = [names(), v7()];
beforeAll(async () => {
  house = await StoreHouse.open();
  await house.tell(dossier, [created(null), { type: 'step.opened', data: { step: n('vote'), path: 'bieu-quyet', kind: 'vote', round: 1, cause: 1 } }]);
});
afterAll(async () => house.close());

const put = (choice: string): Promise<void> => house.tx((tx) => putIntoUrn(tx, dossier, n('vote'), choice));
const read = (): Promise<string[]> => house.tx((tx) => readUrn(tx, n('vote')));
const empty = (): Promise<void> => house.tx((tx) => emptyUrn(tx, n('vote')));

describe('the urn of a secret vote', () => {
  test('is empty before the first ballot and after it was taken away', async () => {
    expect(await read()).toEqual([]);
    await put('yes');
    await empty();
    expect(await read()).toEqual([]);
  });

  test('holds every ballot in one row, sorted, in whatever order they came', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('yes', 'no', 'other', 'abstain'), { minLength: 1, maxLength: 8 }), async (ballots) => {
      for (const choice of ballots) await put(choice);
      expect(await house.look('select ballots from totrinh.urn where dossier_id = $1', [dossier])).toEqual([{ ballots: [...ballots].sort() }]);
      await empty();
    }), { numRuns: 10 });
  });

  test('keeps both of two ballots that are cast at the same time', async () => {
    await Promise.all(['yes', 'no', 'yes', 'abstain'].map(put));
    expect(await read()).toEqual(['abstain', 'no', 'yes', 'yes']);
    await empty();
  });

  test('knows neither person nor time', async () => {
    const columns = await house.look<{ name: string }>(`select attname as name from pg_attribute where attrelid = 'totrinh.urn'::regclass and attnum > 0 order by 1`);
    expect(columns.map((c) => c.name)).toEqual(['ballots', 'dossier_id', 'step_id']);
  });
});
