import { setTimeout as pause } from 'node:timers/promises';
import type { BreakableHouse } from './breakable-house.ts';

/** When parts are killed: from an instant on, so often, each at a moment drawn from `random`. */
export interface Kills { readonly from: Date; readonly times: number; readonly victims: readonly string[]; readonly random: () => number }

/** Kills one part after another and starts each again; answers which, in order. */
export async function killParts(house: BreakableHouse, { from, times, victims, random }: Kills): Promise<string[]> {
  const killed: string[] = [];
  await pause(Math.max(0, from.getTime() - Date.now()));
  while (killed.length < times) {
    await pause(200 + random() * 1_500);
    const victim = victims[Math.floor(random() * victims.length)] ?? '';
    await house.order(`kill ${victim}`);
    await pause(random() * 700);
    await house.order(`restart ${victim}`);
    killed.push(victim);
  }
  return killed;
}
