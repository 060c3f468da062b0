import { absenceActions, type OfficeAction } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { ABSENCE } from '../ledger/absences.ts';
import { actorOn, postsOfAll } from '../ledger/directory.ts';
import type { Row } from '../tx.ts';
import type { Named } from './dossier-parts.ts';
import { IS_ADMINISTRATOR, pageFrom, reading, type PageFound, type PageWish, type Viewer } from './viewer.ts';

/** An absence with names, and what the viewer may do with it; days `YYYY-MM-DD`, both inclusive; `routes` null: all. */
export interface SeenAbsence { readonly id: string; readonly person: Named; readonly substitute: Named; readonly from: string; readonly to: string; readonly routes: readonly string[] | null; readonly endedOn: string | null; readonly holds: boolean; readonly actions: readonly OfficeAction[] }
export interface AbsenceKey { readonly from: string; readonly id: string }

type Found = Row & Omit<SeenAbsence, 'person' | 'substitute' | 'actions'> & { person: string; substitute: string; personName: string; substituteName: string };

/** "Who is away, and who acts in their stead?": one's own and those one substitutes; an administrator sees all. */
export class AbsencesReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** The latest first; `holds` says whether it does on the viewer's day. */
  page(viewer: Viewer, wish: PageWish<AbsenceKey>): Promise<PageFound<SeenAbsence, AbsenceKey>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Found>(
        `select ${ABSENCE}, p.name as "personName", q.name as "substituteName", ($2::date between b.from_on and b.to_on and (b.ended_on is null or b.ended_on > $2::date)) as holds
         from totrinh.absence b join totrinh.person p on p.id = b.person_id join totrinh.person q on q.id = b.substitute_id
         where (b.person_id = $1 or b.substitute_id = $1 or ${IS_ADMINISTRATOR}) and ($3::date is null or (b.from_on, b.id) < ($3::date, $4::uuid)) order by b.from_on desc, b.id desc limit $5`,
        [viewer.person, viewer.day, wish.after?.from ?? null, wish.after?.id ?? null, wish.limit + 1]);
      const actor = await actorOn(tx, viewer.person, viewer.day, false);
      const posts = await postsOfAll(tx, [...new Set(rows.map((r) => r.person))], viewer.day);
      const actions = (b: Found): OfficeAction[] => absenceActions(b, actor, viewer.day, posts.get(b.person) ?? []);
      const named = rows.map((row) => ({ ...row, actions: actions(row) })).map(({ personName, substituteName, person, substitute, ...b }): SeenAbsence => ({ ...b, person: { person, name: personName }, substitute: { person: substitute, name: substituteName } }));
      return pageFrom(named, wish.limit, (b) => ({ from: b.from, id: b.id }));
    });
  }
}
