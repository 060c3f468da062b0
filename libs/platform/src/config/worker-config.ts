import { z } from 'zod';
import type { ClockSetting } from '../clock.ts';
import { isLoopback } from '../loopback.ts';
import { StartError } from '../start-error.ts';
import { readEnv, type Env } from './read-env.ts';
import { settings } from './settings.ts';
import { temporalConfig, temporalShape, type TemporalConfig } from './temporal-config.ts';

const schema = z.object({
  TOTRINH_DB_URL: settings.dbUrl,
  ...temporalShape,
  TOTRINH_FILES: settings.text.default('.data/files'),
  TOTRINH_CLOCK: settings.clock.optional(),
  TOTRINH_HOOKS: settings.hooks.optional(),
  TOTRINH_LOG: settings.logLevel.default('info'),
});

/** What the worker process needs to know. */
export type WorkerConfig = {
  readonly dbUrl: string;
  readonly temporal: TemporalConfig;
  readonly files: string;
  readonly clock?: ClockSetting;
  /** Where webhook steps of routes go, by the hook's name. */
  readonly hooks: Readonly<Record<string, string>>;
  readonly logLevel: string;
};

/**
 * Reads the worker's settings. Throws StartError (one sentence, vi and en) when a setting is missing or malformed, and when the
 * business clock is set for a database that is not on this machine: a demo's clock must never date a real record.
 */
export function loadWorkerConfig(env: Env): WorkerConfig {
  const read = readEnv('worker', schema, env);
  if (read.TOTRINH_CLOCK && !isLoopback(new URL(read.TOTRINH_DB_URL).hostname)) {
    throw new StartError({
      vi: 'TOTRINH_CLOCK chỉ dùng với cơ sở dữ liệu mẫu trên máy này',
      en: 'TOTRINH_CLOCK is accepted with a demo database on this machine only',
    });
  }
  return {
    dbUrl: read.TOTRINH_DB_URL,
    temporal: temporalConfig(read),
    files: read.TOTRINH_FILES,
    ...(read.TOTRINH_CLOCK && { clock: read.TOTRINH_CLOCK }),
    hooks: read.TOTRINH_HOOKS ?? {},
    logLevel: read.TOTRINH_LOG,
  };
}
