import { createInterface } from 'node:readline';
import pg from 'pg';
import { openHouse, type House } from '@totrinh/cli';
import type { HouseAddress } from '../house/house-address.ts';
import { forgetTemporal } from './forget-temporal.ts';

// Keeps a house that a test breaks: reads one order a line (`kill PART`, `restart PART`, `forget-temporal`), carries it out and says
// DONE, with the house's addresses where it was opened. Shuts the house when standard input closes.

const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error('keeper.ts <data folder>');
const now = new Date().toISOString();
const open = (): Promise<House> => openHouse({ dataDir, port: 0, clock: `${now},1,${now}`, onLine: (line) => process.stderr.write(`  ${line}\n`) });

let house = await open();
const told = (): void => {
  const { dataDir: folder, apiUrl, issuer, people, dbUrl, dbOwnerUrl, dbSuperUrl, temporalAddress, namespace, clock } = house;
  const address: HouseAddress = { dataDir: folder, apiUrl, issuer, people, dbUrl, dbOwnerUrl, dbSuperUrl, temporalAddress, namespace, clock };
  process.stdout.write(`DONE ${JSON.stringify(address)}\n`);
};
told();

for await (const line of createInterface({ input: process.stdin })) {
  const [order, part] = line.split(' ');
  if (order === 'forget-temporal') {
    await house.part('worker').kill();
    await house.part('temporal').kill();
    await forgetTemporal(new pg.Client(house.dbSuperUrl));
    await house.stop();
    house = await open();
  } else if (part === 'temporal' || part === 'worker' || part === 'api' || part === 'postgres') {
    await (order === 'kill' ? house.part(part).kill() : house.part(part).restart());
  }
  told();
}
await house.stop();
process.exit(0);
