import { setTimeout as pause } from 'node:timers/promises';
import type { DossierAnswer } from '@totrinh/api-schema';
import { StartError } from '@totrinh/platform';
import { actOnDossier, createDossier } from './dossier-acts.ts';
import { nextAct, type Next } from './next-act.ts';
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
  /** Told whenever the item reaches another step: the step's path and title. */
  readonly onStep: (plan: Plan, path: string, title: string) => void;
}

/**
 * Drives one item to its plan's goal, act by act, each by the person whose turn it is and chosen from what the API says.
 * Answers the dossier's id. Throws StartError when the API refuses, or when nothing moves for three minutes.
 */
export async function driveItem(drive: Drive): Promise<string> {
  const { office, plan, order } = drive;
  const id = drive.dossier ?? (await createDossier(office, plan));
  let standsSince = performance.now();
  let look = SHORTEST_LOOK_MS;
  let version = -1;
  for (;;) {
    const dossier = await readDossier(office, plan.drafter, id);
    if (dossier.version !== version) {
      ({ version } = dossier);
      standsSince = performance.now();
      look = SHORTEST_LOOK_MS;
      tellStep(drive, dossier);
    }
    const next = nextAct(plan, order, dossier);
    if (next.do === 'arrived') return id;
    if (next.do !== 'wait' && (await act(drive, dossier, next))) continue;
    if (performance.now() - standsSince > STANDSTILL_MS) throw standstill(plan, dossier);
    await pause(look);
    look = Math.min(LONGEST_LOOK_MS, look * 2);
  }
}

/** Whether something was done; false where it had changed in between. */
function act({ office, plan }: Drive, dossier: DossierAnswer, next: Exclude<Next, { do: 'arrived' | 'wait' }>): Promise<boolean> {
  return next.do === 'task' ? workOnTask(office, plan, next) : actOnDossier(office, plan, dossier, next);
}

async function readDossier(office: Office, person: string, id: string): Promise<DossierAnswer> {
  return told(await office.as(person).GET('/api/v1/dossiers/{id}', { params: { path: { id } } }));
}

function tellStep({ plan, onStep }: Drive, dossier: DossierAnswer): void {
  const open = dossier.steps.find((s) => s.state === 'open');
  if (open) onStep(plan, open.path, open.title?.vi ?? open.path);
  else if (dossier.status !== 'open') onStep(plan, dossier.status, dossier.number === null ? dossier.status : `Đã ban hành số ${dossier.number}`);
}

function standstill(plan: Plan, dossier: DossierAnswer): StartError {
  const at = dossier.steps.filter((s) => s.state === 'open').map((s) => s.path).join(', ') || '…';
  return new StartError({ vi: `Hồ sơ ${plan.code} đứng yên ở bước ${at} suốt ba phút`, en: `the dossier of ${plan.code} has not moved from ${at} for three minutes` });
}
