import { authorityActions, type AuthorityVerb, type OfficeAction } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { AUTHORITY, type AuthorityRow } from '../ledger/authorities.ts';
import { actorOn, LETS, postsOfAll } from '../ledger/directory.ts';
import type { Named } from './dossier-parts.ts';
import { IS_ADMINISTRATOR, pageFrom, reading, type PageFound, type PageWish, type Viewer } from './viewer.ts';

/** A written authority with names, and what the viewer may do with it; days `YYYY-MM-DD`, both inclusive; `routes` null: all. */
export interface SeenAuthority {
  readonly id: string; readonly grantor: Named; readonly grantee: Named; readonly number: string; readonly document: string | null; readonly routes: readonly string[] | null; readonly verbs: readonly AuthorityVerb[];
  readonly from: string; readonly to: string; readonly endedOn: string | null; readonly holds: boolean; readonly actions: readonly OfficeAction[];
}
export interface AuthorityKey { readonly from: string; readonly id: string }

type Found = AuthorityRow & { grantorName: string; granteeName: string; holds: boolean };

/** "Who may decide or sign for whom?": what one grants and holds, and what people of units that one heads grant; an administrator sees all. */
export class AuthoritiesReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** The latest first; `holds` says whether it does on the viewer's day. */
  page(viewer: Viewer, wish: PageWish<AuthorityKey>): Promise<PageFound<SeenAuthority, AuthorityKey>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Found>(
        `select ${AUTHORITY}, p.name as "grantorName", q.name as "granteeName", ${LETS} as holds
         from totrinh.authority g join totrinh.person p on p.id = g.grantor_id join totrinh.person q on q.id = g.grantee_id
         where (g.grantor_id = $1 or g.grantee_id = $1 or ${IS_ADMINISTRATOR} or ${HEADS_GRANTOR}) and ($3::date is null or (g.from_on, g.id) < ($3::date, $4::uuid)) order by g.from_on desc, g.id desc limit $5`,
        [viewer.person, viewer.day, wish.after?.from ?? null, wish.after?.id ?? null, wish.limit + 1]);
      const actor = await actorOn(tx, viewer.person, viewer.day, false);
      const posts = await postsOfAll(tx, [...new Set(rows.map((r) => r.grantor))], viewer.day);
      const actions = (g: Found): OfficeAction[] => authorityActions(g, actor, viewer.day, posts.get(g.grantor) ?? []);
      const named = rows.map((row) => ({ ...row, actions: actions(row) })).map(({ id, number, document, routes, verbs, from, to, endedOn, holds, grantor, grantee, grantorName, granteeName, actions: may }): SeenAuthority =>
        ({ actions: may, id, number, document, routes, verbs, from, to, endedOn, holds, grantor: { person: grantor, name: grantorName }, grantee: { person: grantee, name: granteeName } }));
      return pageFrom(named, wish.limit, (g) => ({ from: g.from, id: g.id }));
    });
  }
}

const HEADS_GRANTOR = `exists (select 1 from totrinh.appointment ha join totrinh.post hp on hp.id = ha.post_id and hp.role = 'head' join totrinh.post gp on gp.unit_id = hp.unit_id
  join totrinh.appointment ga on ga.post_id = gp.id and ga.person_id = g.grantor_id and ga.valid_from <= $2::date and (ga.valid_to is null or ga.valid_to > $2::date)
  where ha.person_id = $1 and ha.valid_from <= $2::date and (ha.valid_to is null or ha.valid_to > $2::date))`;
