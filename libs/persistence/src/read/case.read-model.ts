import { ALL_IS_WELL, type Actor, type Circumstances, type Route } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { circumstancesOf } from '../ledger/circumstances.ts';
import { loadCase, type LoadedCase } from '../ledger/load-case.ts';
import { loadRoute } from '../ledger/routes.ts';
import type { Row, Tx } from '../tx.ts';
import { MAY_SEE, readActor, reading, type Viewer } from './viewer.ts';

/** A dossier as the rules see it, with the route it pins (null: history) and the viewer's posts. */
export interface SeenCase {
  readonly loaded: LoadedCase;
  readonly route: Route | null;
  readonly actor: Actor;
  /** What is late and what has no owner, where the viewer's instant is known. */
  readonly at: Circumstances;
}

/** Answers "what may I do in this dossier now?": the state that `allowedActions` is computed from. */
export class CaseReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** Null where there is none, or none that the viewer may see. */
  ofDossier(viewer: Viewer, dossier: string): Promise<SeenCase | null> {
    return reading(this.#source, (tx) => seeCase(tx, viewer, dossier));
  }

  ofTask(viewer: Viewer, task: string): Promise<SeenCase | null> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<{ dossier: string }>('select dossier_id as dossier from totrinh.task where id = $1', [task]);
      return rows[0] ? seeCase(tx, viewer, rows[0].dossier) : null;
    });
  }

  /** The viewer with the posts held today, for showing. */
  actor(viewer: Viewer): Promise<Actor> {
    return reading(this.#source, (tx) => readActor(tx, viewer));
  }

  /** What is late in a dossier and what has no owner, for somebody who may see it. */
  circumstances(viewer: Viewer, dossier: string): Promise<Circumstances> {
    return reading(this.#source, (tx) => readCircumstances(tx, viewer, dossier));
  }

  /** Whether the viewer may see the dossier at all. */
  async maySee(viewer: Viewer, dossier: string): Promise<boolean> {
    return reading(this.#source, (tx) => maySee(tx, viewer, dossier));
  }
}

export async function maySee(tx: Tx, viewer: Viewer, dossier: string): Promise<boolean> {
  return (await tx.read<Row>(`select 1 from totrinh.dossier d where ${MAY_SEE} and d.id = $3`, [viewer.person, viewer.day, dossier])).length > 0;
}

export async function seeCase(tx: Tx, viewer: Viewer, dossier: string): Promise<SeenCase | null> {
  if (!(await maySee(tx, viewer, dossier))) return null;
  const loaded = await loadCase(tx, dossier);
  if (!loaded) return null;
  const pinned = loaded.case.route;
  return { loaded, route: pinned === null ? null : (await loadRoute(tx, pinned)).rules, actor: await readActor(tx, viewer), at: await readCircumstances(tx, viewer, dossier) };
}

async function readCircumstances(tx: Tx, { person, day, now }: Viewer, dossier: string): Promise<Circumstances> {
  return now ? circumstancesOf(tx, dossier, person, day, now) : ALL_IS_WELL;
}
