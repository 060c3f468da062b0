import { z } from 'zod';
import type { ClockSetting } from '../clock.ts';
import { isDemoIssuer, isLoopback } from '../loopback.ts';
import { StartError } from '../start-error.ts';
import { browserConfig, browserShape, type BrowserConfig } from './browser-config.ts';
import { readEnv, type Env } from './read-env.ts';
import { settings } from './settings.ts';

const schema = z.object({
  TOTRINH_DB_URL: settings.dbUrl,
  OIDC_ISSUER: settings.issuer,
  OIDC_AUDIENCE: settings.text.default('urn:totrinh:api'),
  TOTRINH_HOST: settings.text.default('127.0.0.1'),
  TOTRINH_PORT: settings.port.default(7400),
  TOTRINH_FILES: settings.text.default('.data/files'),
  TOTRINH_WEB: settings.text.optional(),
  TOTRINH_CLOCK: settings.clock.optional(),
  TOTRINH_WEBHOOK_ALLOW: settings.webhookAllow.optional(),
  ...browserShape,
  TOTRINH_LOG: settings.logLevel.default('info'),
});

/** What the API process needs to know; `files` is a folder, `port` 0 means a free one. */
export type ApiConfig = {
  readonly dbUrl: string;
  readonly oidc: { readonly issuer: string; readonly audience: string };
  readonly host: string;
  readonly port: number;
  readonly files: string;
  /** Folder of the built web application; undefined: it is served elsewhere. */
  readonly web?: string;
  readonly clock?: ClockSetting;
  /** Hosts and networks beside the public network that webhooks may be registered for. */
  readonly webhookAllow?: readonly string[];
  /** Absent: browsers cannot sign in, only tokens are accepted. */
  readonly browsers?: BrowserConfig;
  readonly logLevel: string;
};

/**
 * Reads the API's settings. Throws StartError (one sentence, vi and en) when a setting is missing or malformed, when the demo issuer
 * would serve an API that listens beyond this machine, when the business clock is set outside of a demo on this machine, and those of browserConfig.
 */
export function loadApiConfig(env: Env): ApiConfig {
  const read = readEnv('api', schema, env);
  const demo = isDemoIssuer(read.OIDC_ISSUER);
  if (demo && !isLoopback(read.TOTRINH_HOST)) {
    throw new StartError({
      vi: `Nguồn đăng nhập mẫu ${read.OIDC_ISSUER} chỉ dùng khi API nghe trên máy này, nhưng TOTRINH_HOST là ${read.TOTRINH_HOST}`,
      en: `the demo issuer ${read.OIDC_ISSUER} only serves an API that listens on this machine, but TOTRINH_HOST is ${read.TOTRINH_HOST}`,
    });
  }
  if (read.TOTRINH_CLOCK && !demo) {
    throw new StartError({
      vi: 'TOTRINH_CLOCK chỉ dùng cùng nguồn đăng nhập mẫu trên máy này',
      en: 'TOTRINH_CLOCK is accepted with the demo issuer on this machine only',
    });
  }
  const browsers = browserConfig(read, read.TOTRINH_HOST);
  return {
    dbUrl: read.TOTRINH_DB_URL,
    oidc: { issuer: read.OIDC_ISSUER, audience: read.OIDC_AUDIENCE },
    host: read.TOTRINH_HOST,
    port: read.TOTRINH_PORT,
    files: read.TOTRINH_FILES,
    ...(read.TOTRINH_WEB && { web: read.TOTRINH_WEB }),
    ...(read.TOTRINH_CLOCK && { clock: read.TOTRINH_CLOCK }),
    ...(read.TOTRINH_WEBHOOK_ALLOW && { webhookAllow: read.TOTRINH_WEBHOOK_ALLOW }),
    ...(browsers && { browsers }),
    logLevel: read.TOTRINH_LOG,
  };
}
