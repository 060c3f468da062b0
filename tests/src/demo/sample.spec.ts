import { expectedNumbers } from '../../../apps/cli/src/demo/expected-numbers.ts';
import { sampleOrganisation } from '../../../apps/cli/src/demo/sample-organisation.ts';
import { sampleProgramme } from '../../../apps/cli/src/demo/sample-programme.ts';
import { readSampleRoutes } from '../../../apps/cli/src/demo/sample-routes.ts';
import { readSample } from '../../../apps/cli/src/demo/sample.ts';
import { sampleDocument } from '../../../apps/cli/src/demo/sample-words.ts';

const sample = readSample();
const organisation = sampleOrganisation(sample);

describe('the sample', () => {
  test('its nine routes pass the check of a publication, and each item names one of them that is made for it', () => {
    const routes = readSampleRoutes();
    expect(routes.size).toBe(9);
    for (const { route, kind, authority } of sample.items) {
      const madeFor = routes.get(route)?.rules.for;
      expect({ route, kind: madeFor?.kinds?.includes(kind) ?? true, authority: [undefined, authority].includes(madeFor?.authority) }).toEqual({ route, kind: true, authority: true });
    }
  });

  test('the routes of the ten open items go through every kind of step that people work in', () => {
    const driven = new Set(sample.items.filter((i) => i.status !== 'issued').map((i) => i.route));
    const kinds = new Set([...readSampleRoutes()].flatMap(([id, { rules }]) => (driven.has(id) ? Object.values(rules.steps).map((s) => s.kind) : [])));
    expect([...kinds].sort()).toEqual(['appraise', 'approve', 'choice', 'consult', 'draft', 'end', 'finish', 'issue', 'parallel', 'review', 'sign', 'track', 'vote']);
  });

  test('the import says of the programme what the file says', () => {
    const { items } = sampleProgramme(sample);
    const history = items.filter((i) => i.history !== null);
    const { expected } = sample;
    expect(items).toHaveLength(expected.total);
    expect(history).toHaveLength(expected.completed);
    const inPeriod = history.filter((i) => i.history!.issuedOn >= '2022-01-01' && i.history!.issuedOn <= '2022-06-30');
    expect(inPeriod).toHaveLength(expected.completedInPeriod);
    expect(new Set(inPeriod.map((i) => i.leadUnit)).size).toBe(expected.agenciesCompletingInPeriod);
  });

  test('22 units with head, deputy, drafter and clerk; the two offices also check the form; one administrator', () => {
    const ofUnits = organisation.posts.filter((p) => p.unit !== null);
    const roles = Map.groupBy(ofUnits, (p) => p.role);
    expect(['head', 'deputy', 'drafter', 'clerk'].map((r) => roles.get(r)?.length)).toEqual([22, 22, 22, 22]);
    expect(roles.get('form-checker')?.map((p) => p.unit)).toEqual(['VPTU', 'VPUB']);
    expect(roles.get('admin')).toHaveLength(1);
  });

  test.each([['ban-thuong-vu', 17], ['thuong-truc', 5], ['ubnd', 26], ['chu-tich-ubnd', 1], ['hoi-dong-nghiem-thu', 9]])('%s has %i seats, each held by one person', (body, seats) => {
    const held = organisation.appointments.filter((a) => organisation.posts.find((p) => p.id === a.post)?.body === body);
    expect(new Set(held.map((a) => a.person)).size).toBe(seats);
  });

  test('the People’s Committee is chaired by its Chair, who is also the single authority', () => {
    const chairs = organisation.posts.filter((p) => p.role === 'chair').map((p) => p.id);
    expect(chairs).toEqual(['ubnd-01', 'chu-tich-ubnd-01']);
  });

  test('one office-holder is one person in all their seats', () => {
    const holder = (post: string) => organisation.appointments.find((a) => a.post === post)?.person;
    expect(holder('ban-thuong-vu-06')).toBe('btctu-head');
    expect(holder('thuong-truc-01')).toBe(holder('ban-thuong-vu-01'));
    expect(new Set(['ban-thuong-vu-03', 'thuong-truc-03', 'ubnd-01', 'chu-tich-ubnd-01'].map(holder)).size).toBe(1);
  });

  test('units end when they did: the district level on 1/7/2025', () => {
    const ends = new Map(organisation.units.map((u) => [u.id, u.validTo]));
    expect([ends.get('QU-M'), ends.get('UBQ-M'), ends.get('BTGTU'), ends.get('VPTU')]).toEqual(['2025-07-01', '2025-07-01', '2026-01-01', null]);
  });

  test('the numbers follow the order of items from where each series begins', () => {
    expect([...expectedNumbers(sample).values()]).toEqual(['12-ĐA/TU', '68-KH/TU', '2391/QĐ-UBND', '13-ĐA/TU', '182/KH-UBND', '2392/QĐ-UBND', '14-ĐA/TU', '69-KH/TU', '2393/QĐ-UBND', '15-ĐA/TU']);
  });

  test('a generated document says that it is a sample, and is the same each time', () => {
    const item = sample.items[24]!;
    expect(sampleDocument(item, 'du-thao', 1).text).toContain('MẪU');
    expect(sampleDocument(item, 'du-thao', 1)).toEqual(sampleDocument(item, 'du-thao', 1));
  });
});
