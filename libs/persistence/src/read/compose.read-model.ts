import { fieldsOf, findRule, isMadeFor, plannedIssue, unboundRoles, type Actor, type CaseRoles, type PlannedIssue, type PublishedRoute, type Route, type UnboundRoles } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { calendarOfUnit } from '../ledger/calendars.ts';
import { findItem, type ItemRow } from '../ledger/programme.ts';
import { latestRoutes } from '../ledger/routes.ts';
import type { Row, Tx } from '../tx.ts';
import { hasWords } from './search-words.ts';
import { HOLDS_A_POST, pageFrom, readActor, reading, type PageFound, type PageWish, type Viewer } from './viewer.ts';

interface Ref { readonly id: string; readonly name: string }
type Words = { readonly vi: string; readonly en: string };

/** An item that nobody carries out yet, of a unit for which the viewer may open dossiers. */
export interface ComposeItem {
  readonly id: string; readonly code: string; readonly no: number; readonly kind: string; readonly title: string; readonly programme: { readonly id: string; readonly code: string; readonly title: string }; readonly leadUnit: Ref;
  readonly cooperating: readonly Ref[]; readonly authority: Ref; readonly directing: string; readonly deadline: { readonly text: string; readonly precision: string; readonly on: string };
}
export interface ItemKey { readonly on: string; readonly id: string }

/** What a dossier is to be: that of an item, or as it is said here; null: not said yet. */
export interface ComposeSubject { readonly item: string | null; readonly kind: string | null; readonly leadUnit: string | null; readonly authority: string | null }

/** A route that fits, with what it asks for and when it would be issued. */
export interface ComposeRoute {
  readonly id: string; readonly version: number; readonly title: Words; readonly starters: readonly string[]; readonly mayStart: boolean; readonly needs: readonly string[]; readonly unbound: UnboundRoles; readonly fields: Route['fields'];
  readonly steps: readonly { readonly path: string; readonly kind: string; readonly title: Words | null; readonly opens: Date; readonly due: Date | null }[]; readonly plan: PlannedIssue; readonly afterDeadline: boolean;
}

/** Posts of a unit that may open a dossier of it where a route names no others. */
const STARTERS = ['head', 'deputy', 'drafter'];
const MINE = `exists (select 1 from totrinh.appointment va join totrinh.post vp on vp.id = va.post_id where va.person_id = $1 and va.valid_from <= $2::date and (va.valid_to is null or va.valid_to > $2::date)
  and vp.unit_id = i.lead_unit_id and vp.role in ('head', 'deputy', 'drafter'))`;

/** "What may I open a dossier for, on which route, and when would it be issued?" */
export class ComposeReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** The nearest deadline first. */
  items(viewer: Viewer, search: string | null, wish: PageWish<ItemKey>): Promise<PageFound<ComposeItem, ItemKey>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Row & ComposeItem>(
        `select i.id, i.code, i.no, i.kind, i.title, i.directing, json_build_object('id', p.id, 'code', p.code, 'title', p.title) as programme, json_build_object('id', u.id, 'name', u.name) as "leadUnit", json_build_object('id', b.id, 'name', b.name) as authority,
           (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by n.no), '[]') from unnest(i.cooperating) with ordinality n(unit, no) join totrinh.unit c on c.id = n.unit) as cooperating,
           json_build_object('text', i.deadline_text, 'precision', i.deadline_precision, 'on', i.deadline_on::text) as deadline
         from totrinh.item i join totrinh.programme p on p.id = i.programme_id join totrinh.unit u on u.id = i.lead_unit_id join totrinh.body b on b.id = i.authority
         where i.dossier_id is null and i.state = 'notYetSubmitted' and ${MINE} and ${hasWords(`i.code || ' ' || i.title || ' ' || p.title`, '$3')} and ($4::date is null or (i.deadline_on, i.id) > ($4::date, $5::uuid)) order by i.deadline_on, i.id limit $6`,
        [viewer.person, viewer.day, search, wish.after?.on ?? null, wish.after?.id ?? null, wish.limit + 1]);
      return pageFrom(rows, wish.limit, (i) => ({ on: i.deadline.on, id: i.id }));
    });
  }

  /** The latest version of each route that fits, played from the viewer's instant. Null where the item is none that a post holder is told of. */
  routes(viewer: Viewer & { readonly now: Date }, subject: ComposeSubject): Promise<readonly ComposeRoute[] | null> {
    return reading(this.#source, async (tx) => {
      const item = subject.item === null ? null : await itemSeen(tx, viewer, subject.item);
      if (subject.item !== null && item === null) return null;
      const leadUnit = item?.leadUnit ?? subject.leadUnit;
      const calendar = await calendarOfUnit(tx, leadUnit ?? '');
      const actor = await readActor(tx, viewer);
      const asked = { kind: item?.kind ?? subject.kind, authority: item?.authority ?? subject.authority };
      const fitting = (await latestRoutes(tx)).filter((r) => asked.kind === null || isMadeFor(r.rules, { kind: asked.kind, authority: asked.authority }));
      return fitting.map((route) => {
        const kind = asked.kind ?? route.rules.for?.kinds?.[0] ?? '';
        const plan = plannedIssue(route.rules, { start: viewer.now, kind, itemDeadline: item?.deadlineOn ?? null, calendar });
        return composed(route, plan, item, leadUnit, actor);
      });
    });
  }

  /** Units for which the viewer may open dossiers, and every register. */
  places(viewer: Viewer): Promise<{ readonly units: readonly Ref[]; readonly registers: readonly { readonly id: string; readonly issuer: string; readonly type: string; readonly notation: string }[] }> {
    return reading(this.#source, async (tx) => ({
      units: await tx.read<Row & Ref>(
        `select distinct u.id, u.name from totrinh.appointment a join totrinh.post o on o.id = a.post_id join totrinh.unit u on u.id = o.unit_id
         where a.person_id = $1 and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to > $2::date) and o.role in ('head', 'deputy', 'drafter') order by u.id`, [viewer.person, viewer.day]),
      registers: await tx.read<Row & { id: string; issuer: string; type: string; notation: string }>('select id, issuer, type, notation from totrinh.register order by id'),
    }));
  }
}

/** The item, for everybody who holds a post. */
async function itemSeen(tx: Tx, viewer: Viewer, code: string): Promise<ItemRow | null> {
  const posted = await tx.read(`select 1 where ${HOLDS_A_POST}`, [viewer.person, viewer.day]);
  return posted.length > 0 ? findItem(tx, code) : null;
}

function composed({ id, version, rules }: PublishedRoute, plan: PlannedIssue, item: ItemRow | null, leadUnit: string | null, actor: Actor): ComposeRoute {
  const starters = rules.starters ?? STARTERS;
  const first = findRule(rules, rules.start);
  const steps = (plan.played?.steps ?? []).map((s) => ({ path: s.path, kind: s.kind, title: findRule(rules, s.path)?.title ?? null, opens: s.latest, due: s.due }));
  return {
    id, version, title: rules.title, starters, mayStart: actor.posts.some((p) => p.unit !== null && (leadUnit === null || p.unit === leadUnit) && starters.includes(p.role)), plan, steps, fields: fieldsOf(rules),
    needs: first?.kind === 'draft' ? (first.needs?.documents ?? []) : [], unbound: unboundRoles(rules, rolesOf(item)), afterDeadline: item !== null && plan.issuedOn !== null && plan.issuedOn > item.deadlineOn,
  };
}

/** What an item binds; a dossier without one says its issuing unit, its authority and its cooperating units itself. */
function rolesOf(item: ItemRow | null): CaseRoles {
  if (item === null) return { units: { issuing: '' }, groups: { cooperating: [] }, bodies: { authority: '' }, register: null };
  return { units: { appraising: item.appraisingUnit, issuing: item.issuingUnit }, groups: { cooperating: item.cooperating }, bodies: { authority: item.authority }, register: { issuer: item.registerIssuer, type: item.registerType } };
}
