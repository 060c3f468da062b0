import { allOperations, operationFaults, verbsPage } from '@totrinh/api-schema';
import { verbRow, VERB_NAMES } from '@totrinh/domain';

describe('động từ và địa chỉ / verbs and addresses', () => {
  test('each verb of a person has one address with the tag that it needs, and each changing address a verb', () => {
    expect(operationFaults()).toEqual([]);
  });

  test('no two operations share a method and an address', () => {
    const addresses = allOperations.map((o) => `${o.method} ${o.path.replace(/\{\w+\}/g, '{}')}`);
    expect(addresses.filter((a, i) => addresses.indexOf(a) !== i)).toEqual([]);
  });

  test('the page has a row for every verb, and an address for each that a person uses', () => {
    const page = verbsPage();
    for (const verb of VERB_NAMES) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${verb}\` |`));
      expect(row).toContain(verbRow(verb).effect.vi);
      expect(row?.includes('/api/v1/')).toBe(verbRow(verb).on !== 'system');
    }
  });
});
