import { findRule, standingLimits, URGENCIES, URGENCY_FIELD, type PinnedRoute, type TaskPurpose } from '@totrinh/domain';
import { loadRoute } from '../ledger/routes.ts';
import type { Row, Tx } from '../tx.ts';
import { PURPOSE, TERM } from './queue-mine.ts';
import type { Values } from './queue-wish.ts';
import { leadersIn, type Reckoning } from './reckoning.ts';

/** What the rules say of a step while a task of this purpose is open, and PostgreSQL does not know: it lies before leaders, is hỏa tốc, may be one of many at once. */
export interface Trait { readonly route: string; readonly version: number; readonly path: string; readonly purpose: TaskPurpose; readonly leaders: boolean; readonly flash: boolean; readonly bulk: boolean }

type StepRow = Row & { readonly route: PinnedRoute; readonly path: string; readonly purpose: TaskPurpose };

/** The traits of the steps of these open tasks (`from`: rows with task `t`, step `s`, dossier `d`). */
export async function traitsOf(tx: Tx, reckoning: Reckoning, from: string, values: readonly unknown[]): Promise<Trait[]> {
  const rows = await tx.read<StepRow>(
    `select json_build_object('id', k.route_id, 'version', k.route_version, 'semantics', k.route_semantics) as route, k.path, k.purpose
     from (select distinct d.route_id, d.route_version, d.route_semantics, s.path, ${PURPOSE} as purpose ${from} and d.route_id is not null) k`, values);
  const traits: Trait[] = [];
  for (const { route, path, purpose } of rows) {
    const rule = findRule((await loadRoute(tx, route)).rules, path);
    const flash = rule !== undefined && 'ladder' in rule && rule.ladder !== undefined && reckoning.urgent.has(rule.ladder);
    const bulk = purpose === 'work' && ((rule?.kind === 'review' && rule.initials === undefined) || rule?.kind === 'consult');
    traits.push({ route: route.id, version: route.version, path, purpose, leaders: leadersIn(reckoning, rule, [purpose]), flash, bulk });
  }
  return traits;
}

/** How urgent, in SQL; the same judgement as domain's urgencyOf. */
const SAID = `d.more #>> '{fields,${URGENCY_FIELD}}'`;
export const urgencySql = (flash: string): string => `case when ${flash} then 'flash' when ${SAID} in (${URGENCIES.map((u) => `'${u}'`).join(', ')}) then ${SAID} else 'normal' end`;

/** How tasks stand to their terms in a statement. A value becomes a parameter when it is first asked for, since a statement takes none that it does not use. */
export class Standings {
  readonly #v: Values;
  readonly #by: { readonly traits: readonly Trait[]; readonly reckoning: Reckoning; readonly now: Date };
  #joins: string | undefined;
  #group: string | undefined;

  /** Groups are counted, whatever the filter asks. */
  readonly wanted: boolean;

  constructor(v: Values, by: { readonly traits: readonly Trait[]; readonly reckoning: Reckoning; readonly now: Date }, wanted = false) {
    this.wanted = wanted;
    this.#v = v;
    this.#by = by;
  }

  /** Brings the traits `tr` and the limits `own` of the lead unit to task `t`, step `s`, dossier `d`. */
  get joins(): string {
    const { traits } = this.#by;
    const column = (of: (t: Trait) => unknown, type: string): string => this.#v.put(traits.map(of), `${type}[]`);
    const own = this.#limits();
    return (this.#joins ??= `left join unnest(${column((t) => t.route, 'text')}, ${column((t) => t.version, 'int')}, ${column((t) => t.path, 'text')}, ${column((t) => t.purpose, 'text')}, ${column((t) => t.leaders, 'boolean')}, ${column((t) => t.flash, 'boolean')}, ${column((t) => t.bulk, 'boolean')})
        as tr(route, version, path, purpose, leaders, flash, bulk) on tr.route = d.route_id and tr.version = d.route_version and tr.path = s.path and tr.purpose = ${PURPOSE}
      left join unnest(${this.#v.put(own.map((o) => o.unit), 'text[]')}, ${this.#v.put(own.map((o) => o.due), 'timestamptz[]')}, ${this.#v.put(own.map((o) => o.soon), 'timestamptz[]')}) as own(unit, due, soon) on own.unit = d.lead_unit_id`);
  }

  /** The group of DUE_GROUPS: the same judgement as domain's standingOf, for a whole list at once. */
  get group(): string {
    const { reckoning, now } = this.#by;
    const limits = standingLimits({ calendar: reckoning.base, now, soon: reckoning.soon });
    const instant = (at: Date): string => this.#v.put(at, 'timestamptz');
    return (this.#group ??= `case when coalesce(tr.leaders, false) or ${TERM} is not null then case when ${SUSPENDED} then 'paused' when tr.leaders then 'beforeLeaders' when s.due_at <= ${instant(now)} then 'overdue'
        when s.due_at <= coalesce(own.due, ${instant(limits.due)}) then 'today' when s.due_at <= coalesce(own.soon, ${instant(limits.soon)}) then 'soon' else 'later' end else 'none' end`);
  }

  get urgency(): string {
    return urgencySql('tr.flash');
  }

  get bulk(): string {
    return `(coalesce(tr.bulk, false) and not ${SUSPENDED})`;
  }

  #limits(): { unit: string; due: Date; soon: Date }[] {
    const { reckoning: { overlays, soon }, now } = this.#by;
    return [...overlays].map(([unit, calendar]) => ({ unit, ...standingLimits({ calendar, now, soon }) }));
  }
}

const SUSPENDED = `(d.more #>> '{suspended,until}' is not null)`;
