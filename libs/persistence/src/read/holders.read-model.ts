import { holdersLedger, type Calendar, type HoldersLedger, type Route } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { factsOf } from '../chain/verify-chain.ts';
import { storedChain } from '../ledger/doctor.ts';
import { loadRoute } from '../ledger/routes.ts';
import type { Tx } from '../tx.ts';
import { maySee } from './case.read-model.ts';
import { calendarIn, readReckoning } from './reckoning.ts';
import { readingOneSnapshot, type Viewer } from './viewer.ts';

/** Names of what a ledger of holders carries as ids. */
export interface HolderNames { readonly people: ReadonlyMap<string, string>; readonly units: ReadonlyMap<string, string>; readonly bodies: ReadonlyMap<string, string>; readonly posts: ReadonlyMap<string, string> }

/** A dossier's ledger with the calendar of its lead unit, the route that it pins and the names. */
export interface SeenHolders { readonly ledger: HoldersLedger; readonly route: Route | null; readonly calendar: Calendar; readonly names: HolderNames }

/** "Who held this dossier, and for how long?" */
export class HoldersReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** Null where there is no such dossier for the viewer. */
  find(viewer: Viewer & { readonly now: Date }, dossier: string): Promise<SeenHolders | null> {
    return readingOneSnapshot(this.#source, async (tx) => {
      if (!(await maySee(tx, viewer, dossier))) return null;
      const { events } = await storedChain(tx, dossier);
      const facts = factsOf(events).map((fact, i) => ({ fact, at: events[i]?.at ?? viewer.now }));
      const pinned = (await tx.read<{ id: string | null; version: number; semantics: number; lead: string }>('select route_id as id, route_version as version, route_semantics as semantics, lead_unit_id as lead from totrinh.dossier where id = $1', [dossier]))[0];
      if (!pinned) return null;
      const route = pinned.id === null ? null : (await loadRoute(tx, { id: pinned.id, version: pinned.version, semantics: pinned.semantics })).rules;
      const dues = new Map((await tx.read<{ id: string; due: Date | null }>('select id, due_at as due from totrinh.step where dossier_id = $1', [dossier])).map((s) => [s.id, s.due]));
      const ledger = holdersLedger(dossier, facts, route, (step) => dues.get(step) ?? null, viewer.now);
      return ledger && { ledger, route, calendar: calendarIn(await readReckoning(tx), pinned.lead), names: await readNames(tx, ledger) };
    });
  }
}

async function readNames(tx: Tx, ledger: HoldersLedger): Promise<HolderNames> {
  const holders = ledger.lanes.flatMap((l) => l.spans).flatMap((s) => s.holders);
  const of = async (sql: string, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    return wanted.length === 0 ? new Map() : new Map((await tx.read<{ id: string; name: string }>(sql, [wanted])).map((r) => [r.id, r.name]));
  };
  return {
    people: await of('select id, name from totrinh.person where id = any($1)', holders.flatMap((h) => [h.person, ...h.candidates])),
    units: await of('select id, name from totrinh.unit where id = any($1)', holders.map((h) => h.unit)),
    bodies: await of('select id, name from totrinh.body where id = any($1)', holders.map((h) => h.body)),
    posts: await of('select a.id, o.title as name from totrinh.appointment a join totrinh.post o on o.id = a.post_id where a.id = any($1::uuid[])', holders.map((h) => h.appointment)),
  };
}
