import { z } from 'zod';
import { parseClockSetting } from '../clock.ts';
import { StartError } from '../start-error.ts';
import { readEnv, type Env } from './read-env.ts';
import { settings } from './settings.ts';
import { temporalConfig, temporalShape, type TemporalConfig } from './temporal-config.ts';

const schema = z.object({
  TOTRINH_DB_URL: settings.dbUrl.optional(),
  TOTRINH_DB_OWNER_URL: settings.dbUrl.optional(),
  ...temporalShape,
  TEMPORAL_ADDRESS: settings.address.optional(),
  OIDC_ISSUER: settings.issuer.optional(),
  TOTRINH_SMTP_URL: settings.smtpUrl.optional(),
  TOTRINH_CLOCK: settings.text
    .refine((text) => parseClockSetting(text, new Date(0)) !== undefined)
    .meta({ expects: { vi: 'START,SPEED hoặc START,SPEED,ANCHOR', en: 'START,SPEED or START,SPEED,ANCHOR' } })
    .optional(),
});

/** What the command line takes from its environment; an absent service is started on this machine instead. */
export type CliConfig = {
  readonly dbUrl?: string;
  readonly dbOwnerUrl?: string;
  readonly temporal?: TemporalConfig;
  readonly issuer?: string;
  /** The office's own mail server; the worker reads the rest of it. */
  readonly smtpUrl?: string;
  /** `START,SPEED`, or `START,SPEED,ANCHOR`. */
  readonly clock?: string;
};

/** Reads the command line's settings. Throws StartError when one is malformed, or when only one of the two database roles is given. */
export function loadCliConfig(env: Env): CliConfig {
  const read = readEnv('totrinh', schema, env);
  const { TEMPORAL_ADDRESS: address, TOTRINH_DB_URL: dbUrl, TOTRINH_DB_OWNER_URL: dbOwnerUrl } = read;
  if (dbUrl && !dbOwnerUrl) {
    throw new StartError({
      vi: 'TOTRINH_DB_URL cần đi cùng TOTRINH_DB_OWNER_URL, là vai tạo bảng',
      en: 'TOTRINH_DB_URL needs TOTRINH_DB_OWNER_URL beside it, the role that creates the tables',
    });
  }
  return {
    ...(dbUrl && { dbUrl }),
    ...(dbOwnerUrl && { dbOwnerUrl }),
    ...(address && { temporal: temporalConfig({ ...read, TEMPORAL_ADDRESS: address }) }),
    ...(read.OIDC_ISSUER && { issuer: read.OIDC_ISSUER }),
    ...(read.TOTRINH_SMTP_URL && { smtpUrl: read.TOTRINH_SMTP_URL }),
    ...(read.TOTRINH_CLOCK && { clock: read.TOTRINH_CLOCK }),
  };
}
