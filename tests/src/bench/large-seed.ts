import { enterOrganisation, readRoute, type Desk } from '@totrinh/casework';
import { emptyCase, type Fact, type Route } from '@totrinh/domain';
import { GENESIS, insertRoute, record } from '@totrinh/persistence';

/** Three hundred units are asked in one step; then the dossier ends. */
export const ASKING = `
route: hoi-ba-tram
title: { vi: Hỏi ba trăm cơ quan (MẪU), en: Three hundred units are asked (sample) }
groups: { asked: from item }
start: hoi
steps:
  hoi: { kind: consult, each: { units: asked }, next: { completed: xong } }
  xong: { kind: end, status: done }
`;
/** Returned again and again: each round one return and one approval. */
export const ROUNDS = `
route: tra-lai-mai
title: { vi: Trả lại nhiều lượt (MẪU), en: Returned again and again (sample) }
start: sua
steps:
  sua: { kind: review, who: { headOf: leadUnit }, next: { approved: duyet, returned: sua, rejected: dung } }
  duyet: { kind: review, who: { post: deputy, of: leadUnit }, next: { approved: dung, returned: sua } }
  dung: { kind: end, status: rejected }
`;

export async function publish(desk: Desk, source: string): Promise<Route> {
  const read = readRoute(source);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  await desk.transact(async (tx) => insertRoute(tx, { id: read.value.route, version: 1, rules: read.value, source, sha256: desk.means.digest(source), at: desk.now(), by: 'system' }));
  return read.value;
}

/** Units that one person heads, so that one pair of hands can answer for all of them. */
export async function askedUnits(desk: Desk, count: number, person: string): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, i) => `DV-${String(i + 1).padStart(3, '0')}`);
  const validFrom = '2020-01-01';
  await enterOrganisation(desk, {
    units: ids.map((id) => ({ id, name: `Cơ quan MẪU ${id}`, short: id, regime: 'state', validFrom, validTo: null })), bodies: [], people: [], signers: [], registers: [],
    posts: ids.map((id) => ({ id: `${id}-head`, unit: id, body: null, role: 'head', title: 'Thủ trưởng' })),
    appointments: ids.map((id) => ({ id: desk.means.id(), person, post: `${id}-head`, validFrom, validTo: null })),
  });
  return ids;
}

/** A dossier whose first step the workflow is called on to open. */
export function openDossier(desk: Desk, route: Route, drafter: string, leadUnit: string, asked: readonly string[]): Promise<string> {
  return desk.transact(async (tx) => {
    const dossier = desk.means.id();
    const facts: Fact[] = [{
      type: 'dossier.created', secret: { title: `Hồ sơ đo tải ${route.route} (MẪU)` },
      data: { route: { id: route.route, version: 1, semantics: route.semantics }, start: route.start, kind: 'ke-hoach', item: null, leadUnit, drafter, roles: { units: {}, groups: { asked }, bodies: {}, register: null } },
    }];
    record(tx, emptyCase(dossier), { headHash: GENESIS, lastAt: new Date(0) }, facts, { act: null, by: 'system', at: desk.now() });
    return dossier;
  });
}
