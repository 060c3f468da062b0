import type { DataSource } from 'typeorm';
import type { Row } from '../tx.ts';
import { seeCase, type SeenCase } from './case.read-model.ts';
import { DOSSIER_ROW, DOSSIER_TABLES, type DossierRow } from './dossier-list.read-model.ts';
import { readAgenda, readDemands, readProposals, readResponses, type AgendaPlace, type DemandDetails, type ProposalDetails, type ResponseDetails } from './dossier-dealings.ts';
import { readComments, readDecisions, readDocuments, readLateness, readSteps, readTasks, type CommentDetails, type DecisionDetails, type DocumentDetails, type LatenessDetails, type StepTimes, type TaskDetails } from './dossier-parts.ts';
import { readRungs, type StepRung } from './dossier-rungs.ts';
import { readReckoning, type Reckoning } from './reckoning.ts';
import { readEvents, type SeenEvent } from './events.read-model.ts';
import { readingOneSnapshot, type PageFound, type Viewer } from './viewer.ts';

/** Everything that a dossier's page shows, from one snapshot: the structural case and what the tables know beside it. */
export interface SeenDossier extends SeenCase {
  readonly row: DossierRow;
  readonly steps: readonly StepTimes[];
  readonly tasks: readonly TaskDetails[];
  readonly rungs: readonly StepRung[];
  /** What the standings of its steps are judged by. */
  readonly reckoning: Reckoning;
  readonly decisions: readonly DecisionDetails[];
  readonly documents: readonly DocumentDetails[];
  readonly comments: readonly CommentDetails[];
  readonly lateness: readonly LatenessDetails[];
  readonly demands: readonly DemandDetails[];
  readonly responses: readonly ResponseDetails[];
  readonly proposals: readonly ProposalDetails[];
  readonly agenda: readonly AgendaPlace[];
  readonly events: PageFound<SeenEvent, number>;
}

const FIRST_EVENTS = 50;

/** "What is this dossier, where does it stand, and what happened in it?" */
export class DossierReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** Null where there is none, or none that the viewer may see. */
  find(viewer: Viewer, dossier: string): Promise<SeenDossier | null> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const seen = await seeCase(tx, viewer, dossier);
      const row = (await tx.read<Row & DossierRow>(`select ${DOSSIER_ROW} from ${DOSSIER_TABLES} where d.id = $1`, [dossier]))[0];
      if (!seen || !row) return null;
      return {
        ...seen, row, steps: await readSteps(tx, dossier), tasks: await readTasks(tx, dossier), rungs: await readRungs(tx, dossier), reckoning: await readReckoning(tx), decisions: await readDecisions(tx, dossier),
        documents: await readDocuments(tx, dossier), comments: await readComments(tx, dossier), lateness: await readLateness(tx, dossier),
        demands: await readDemands(tx, dossier), responses: await readResponses(tx, dossier), proposals: await readProposals(tx, dossier), agenda: await readAgenda(tx, dossier), events: await readEvents(tx, dossier, { limit: FIRST_EVENTS, after: null }),
      };
    });
  }

  /** The dossier of a task, for the task's own page. */
  async findOfTask(viewer: Viewer, task: string): Promise<SeenDossier | null> {
    const dossier = await readingOneSnapshot(this.#source, (tx) => tx.read<{ dossier: string }>('select dossier_id as dossier from totrinh.task where id = $1', [task]));
    return dossier[0] ? this.find(viewer, dossier[0].dossier) : null;
  }
}
