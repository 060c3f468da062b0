import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';
import { faultsOf } from '../house/ledger-checks.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await LedgerHouse.open(); });
afterAll(async () => house.close());

describe('the life of a dossier on a real PostgreSQL', () => {
  test('goes from draft to issued, and the record verifies at every step', async () => {
    const d = await LedgerDossier.open(house);
    for (const path of ['duyet-noi-dung', 'lay-y-kien', 'tiep-thu', 'ky-to-trinh', 'kiem-tra', 'tham-dinh', 'thong-qua', 'ky', 'ban-hanh', 'hoan-thanh']) {
      await driveTo(d, path);
      expect([path, await faultsOf(house, d.id)]).toEqual([path, []]);
    }
    const { case: c } = await d.load();
    expect(c).toMatchObject({ status: 'done', programmeState: 'completed', number: '12-ĐA/TU', round: 1 });
    expect(codeOf(await d.comment('btctu-cv', 'MẪU'))).toBeNull();
    must(await d.comment('btctu-cv', 'MẪU'));
  });
});
