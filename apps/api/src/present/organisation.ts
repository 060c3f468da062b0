import type { OPERATIONS } from '@totrinh/api-schema';
import type { OrganisationOnDay } from '@totrinh/persistence';
import type { z } from 'zod';

type OrganisationBody = z.infer<(typeof OPERATIONS)['readOrganisation']['answers'][200]>;
type Posts = OrganisationOnDay['units'][number]['posts'];

export function presentOrganisation({ on, units, bodies }: OrganisationOnDay): OrganisationBody {
  const posts = (of: Posts): OrganisationBody['units'][number]['posts'] => of.map((p) => ({ ...p, holders: [...p.holders] }));
  return { on, units: units.map((u) => ({ ...u, posts: posts(u.posts) })), bodies: bodies.map((b) => ({ ...b, seats: posts(b.seats), signers: b.signers.map((s) => ({ ...s, holders: [...s.holders] })) })) };
}
