import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openHouse, type House, type PartName } from '@totrinh/cli';
import { seeded } from '../bench/figures.ts';
import { judge, type Verdict } from './judge.ts';
import { runFinish } from './run-finish.ts';

/**
 * `chaos SEED KILLS`: runs the ten items to issued twice: undisturbed, and while worker, API and Temporal are killed (SIGKILL)
 * one at a time at moments drawn from the seed, each started again. The end states must be equal, and no act lost or
 * doubled, judged by the client's journal of answers. Last line: `acts N, kills N, lost 0, doubled 0, chains ok`.
 */
const [seed, kills] = [Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 12)];
const VICTIMS: readonly PartName[] = ['worker', 'api', 'temporal'];
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function inHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'totrinh-chaos-'));
  const house = await openHouse({ dataDir, port: 0 });
  try {
    return await work(house);
  } finally {
    await house.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Kills and restarts until `kills` are done or `ended` says that the run is over; answers how many there were. */
async function killParts(house: House, random: () => number, ended: () => boolean): Promise<number> {
  let done = 0;
  while (done < kills) {
    const waited = 150 + random() * 850;
    const victim = VICTIMS[Math.floor(random() * VICTIMS.length)] ?? 'worker';
    const down = random() * 700;
    await pause(waited);
    if (ended()) return done;
    await house.part(victim).kill();
    done += 1;
    await pause(down);
    await house.part(victim).restart();
    say(`  ${done}/${kills} ${victim}: killed, down for ${(down / 1000).toFixed(1)} s, serves again`);
  }
  return done;
}

async function disturbed(house: House, run: string): Promise<{ verdict: Verdict; killed: number; code: number; output: string }> {
  const journal = join(house.dataDir, 'journal.jsonl');
  const demo = runFinish({ dataDir: house.dataDir, run, journal });
  let over = false;
  void demo.done.then(() => { over = true; });
  const killed = await killParts(house, seeded(seed), () => over);
  const { code, output } = await demo.done;
  return { verdict: await judge(house, run, journal), killed, code, output };
}

async function undisturbed(house: House): Promise<string> {
  const journal = join(house.dataDir, 'journal.jsonl');
  const { code, output } = await runFinish({ dataDir: house.dataDir, run: 'calm', journal }).done;
  if (code !== 0) throw new Error(`the undisturbed run failed:\n${output.slice(-3000)}`);
  return (await judge(house, 'calm', journal)).endState;
}

say('undisturbed run');
const calm = await inHouse(undisturbed);
say(`run with ${kills} kills, seed ${seed}`);
const { verdict, killed, code, output } = await inHouse((house) => disturbed(house, `chaos${seed}`));
const same = verdict.endState === calm;
const ok = code === 0 && same && killed === kills && verdict.lost.length === 0 && verdict.doubled.length === 0 && verdict.faults.length === 0;
if (code !== 0) say(output.slice(-3000));
if (!same) say(`the end states differ:\n${calm}\n—\n${verdict.endState}`);
for (const fault of [...verdict.lost.map((a) => `lost ${a}`), ...verdict.doubled.map((a) => `doubled ${a}`), ...verdict.faults]) say(fault);
if (killed !== kills) say(`the run ended after ${killed} of ${kills} kills`);
process.stdout.write(`same end state: ${same ? 'yes' : 'no'}; requests left without an answer at least once: ${verdict.unanswered}\n`);
process.stdout.write(`acts ${verdict.acts}, kills ${killed}, lost ${verdict.lost.length}, doubled ${verdict.doubled.length}, chains ${verdict.faults.length === 0 ? 'ok' : 'broken'}\n`);
process.exit(ok ? 0 : 1);
