import { inGroups } from '../../../apps/cli/src/demo/demo-people.ts';
import { sampleOrganisation } from '../../../apps/cli/src/demo/sample-organisation.ts';
import { readSample } from '../../../apps/cli/src/demo/sample.ts';

const { people, posts, appointments, units } = sampleOrganisation(readSample());
const listed = people.map(({ id, name }) => {
  const held = appointments.filter((a) => a.person === id).flatMap((a) => posts.filter((p) => p.id === a.post));
  const unit = held.find((p) => p.unit !== null)?.unit ?? null;
  return { login: id, name, post: held.map((p) => p.title).join('; '), unit, unitName: units.find((u) => u.id === unit)?.name ?? null, bodies: held.flatMap((p) => (p.body === null ? [] : [p.body])) };
});

describe('the people on the sign-in page', () => {
  const page = inGroups(listed);

  test('are everybody, each once', () => {
    expect(page.map((p) => p.login).sort()).toEqual(people.map((p) => p.id).sort());
  });

  test('stand in groups of one piece: leaders first, then the office, then each unit', () => {
    const groups = page.map((p) => p.group?.vi ?? '').filter((name, i, all) => name !== all[i - 1]);
    expect(new Set(groups).size).toBe(groups.length);
    expect(groups.slice(0, 2)).toEqual(['Lãnh đạo Thành ủy', 'Văn phòng Thành ủy']);
    expect(groups).toHaveLength(2 + (units.length - 1) + 2);
    expect(page.filter((p) => p.group?.folded !== true).length).toBeLessThan(25);
  });

  test('those to begin with exist, and do different things', () => {
    const shown = page.filter((p) => p.shows);
    expect(shown.map((p) => p.login).sort()).toEqual(['ban-thuong-vu-03', 'btctu-head', 'btgtu-drafter', 'stc-head', 'vptu-admin', 'vptu-clerk', 'vptu-form-checker']);
  });
});
