import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunRecord } from '@totrinh/embedded';

/** A data folder of one test, below a folder of mode 0700 as `mktemp -d` makes it, and what ends with the test. */
export interface DataFolder {
  readonly dataDir: string;
  readonly record: RunRecord;
  /** Ends a part with the test, even one that failed; the last first. */
  endsWithTest<T extends { stop(): Promise<void> }>(part: T): T;
  /** Ends all and removes the folder. */
  clear(): Promise<void>;
}

/** Makes a data folder and takes it for this process. */
export async function dataFolder(): Promise<DataFolder> {
  const above = mkdtempSync(join(tmpdir(), 'totrinh-embedded-'));
  const dataDir = join(above, 'data');
  const record = await RunRecord.claim(dataDir);
  const parts: { stop(): Promise<void> }[] = [];
  return {
    dataDir,
    record,
    endsWithTest(part) {
      parts.push(part);
      return part;
    },
    async clear() {
      for (const part of parts.reverse()) await part.stop();
      record.release();
      rmSync(above, { recursive: true, force: true });
    },
  };
}
