import { closeKeeper } from './keeper-process.ts';

/** Jest's global tear-down of the project `services`: shuts the house and removes its data. */
export default async function teardown(): Promise<void> {
  await closeKeeper();
}
