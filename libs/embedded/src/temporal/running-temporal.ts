import type { Sentence } from '@totrinh/platform';
import type { Part } from '../processes/part.ts';

/** Which of the ways to a Temporal server was taken. */
export type Way = 'address' | 'server' | 'path' | 'download';

/** A Temporal that serves `namespace` at `address`. */
export type RunningTemporal = Part & {
  readonly address: string;
  readonly namespace: string;
  readonly way: Way;
  /** What the start line says about the way taken. */
  readonly note: Sentence;
};
