import { officeDay } from '@totrinh/domain';
import { lockDossier, ownerlessTasks, type Tx } from '@totrinh/persistence';
import { advance } from './advance.ts';
import type { Desk } from './desk.ts';
import type { FindingCode } from './doctor-findings.ts';
import { recordMended } from './mend-dossier.ts';

/**
 * Asks the directory again for tasks that nobody could be found for: whoever has been appointed since gets them. A task whose holder has left stays:
 * who is to have it is for people to say. Answers the fault where no task is left without an owner.
 */
export async function fillOwnerless(desk: Desk, dossier: string): Promise<FindingCode[]> {
  const ownerless = (tx: Tx): Promise<readonly unknown[]> => ownerlessTasks(tx, officeDay(desk.now()), [dossier]);
  if ((await desk.transact(ownerless)).length === 0 || !(await advance(desk, dossier)).ok) return [];
  return desk.transact(async (tx): Promise<FindingCode[]> => {
    if (!(await lockDossier(tx, dossier)) || (await ownerless(tx)).length > 0) return [];
    await recordMended(tx, dossier, ['TASK_OWNERLESS'], desk.now());
    return ['TASK_OWNERLESS'];
  });
}
