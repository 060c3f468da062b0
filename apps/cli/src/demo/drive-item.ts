import { setTimeout as pause } from 'node:timers/promises';
import type { ActAnswerBody, DossierAnswer } from '@totrinh/api-schema';
import { StartError } from '@totrinh/platform';
import { actOnDossier, createDossier } from './dossier-acts.ts';
import { nextAct, workedSteps, type TaskWork } from './next-act.ts';
import { told, type Office } from './office.ts';
import type { Plan } from './plans.ts';
import { workOnTask } from './task-work.ts';

/** How long a dossier may stand still before the demo gives up: a Temporal that was killed needs its time to come back. */
const STANDSTILL_MS = 180_000;
const SHORTEST_LOOK_MS = 20;
const LONGEST_LOOK_MS = 250;

export interface Drive {
  readonly office: Office;
  readonly plan: Plan;
  /** Steps of the route, from the first to the last. */
  readonly order: readonly string[];
  /** The item's dossier, null where it is still to be opened. */
  readonly dossier: string | null;
  /** The meeting whose agenda its vote goes onto; null while none is held. */
  readonly meeting: string | null;
  /** Told whenever the item is seen at other steps: their paths and titles. */
  readonly onStep: (plan: Plan, path: string, title: string) => void;
}

/**
 * Drives one item to its plan's goal, act by act, each by the person whose turn it is and chosen from what the API says.
 * Throws StartError when the API refuses, or when nothing moves for three minutes.
 */
export async function driveItem(drive: Drive): Promise<void> {
  const { office, plan, order, meeting } = drive;
  const id = drive.dossier ?? (await createDossier(office, plan));
  let dossier = await readDossier(drive, id);
  let stands = { version: dossier.version, since: performance.now(), look: SHORTEST_LOOK_MS };
  for (;;) {
    const next = nextAct(plan, order, dossier);
    if (next.do === 'arrived') return;
    if (next.do === 'task') {
      const answer = await workOnTask(office, plan, next);
      if (answer && stays(answer, next)) {
        dossier = withoutTask(dossier, next.task);
        continue;
      }
    } else if (next.do !== 'wait') await actOnDossier(office, plan, dossier, next, meeting);
    dossier = await readDossier(drive, id);
    if (dossier.version !== stands.version) stands = { version: dossier.version, since: performance.now(), look: SHORTEST_LOOK_MS };
    else await standStill(plan, dossier, stands);
  }
}

/** Steps in which several answer, each in a task of their own. */
const OF_MANY: ReadonlySet<string> = new Set(['consult', 'approve']);

/** Whether others of the same step are still to act, so that what was read of the dossier still holds for them. */
function stays(answer: ActAnswerBody, { kind, at }: TaskWork): boolean {
  return OF_MANY.has(kind) && answer.status === 'open' && !answer.moving && answer.at.includes(at.path);
}

function withoutTask(dossier: DossierAnswer, task: string): DossierAnswer {
  return { ...dossier, tasks: dossier.tasks.map((t) => (t.id === task ? { ...t, state: 'done' as const } : t)) };
}

async function readDossier({ office, plan, onStep }: Drive, id: string): Promise<DossierAnswer> {
  const dossier: DossierAnswer = told(await office.as(plan.drafter).GET('/api/v1/dossiers/{id}', { params: { path: { id } } }));
  const open = workedSteps(dossier);
  if (open.length > 0) onStep(plan, open.map((s) => s.path).join(), open.map((s) => s.title?.vi ?? s.path).join(' · '));
  else if (dossier.status !== 'open') onStep(plan, dossier.status, dossier.number === null ? dossier.status : `Đã ban hành số ${dossier.number}`);
  return dossier;
}

async function standStill(plan: Plan, dossier: DossierAnswer, stands: { since: number; look: number }): Promise<void> {
  if (performance.now() - stands.since > STANDSTILL_MS) {
    const at = dossier.steps.filter((s) => s.state === 'open').map((s) => s.path).join(', ') || '…';
    throw new StartError({ vi: `Hồ sơ ${plan.code} đứng yên ở bước ${at} suốt ba phút`, en: `the dossier of ${plan.code} has not moved from ${at} for three minutes` });
  }
  await pause(stands.look);
  stands.look = Math.min(LONGEST_LOOK_MS, stands.look * 2);
}
