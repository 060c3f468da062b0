import { z } from 'zod';
import type { ClockSetting } from '../clock.ts';
import { isLoopback } from '../loopback.ts';
import type { MailSettings } from '../outgoing/send-mail.ts';
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
  TOTRINH_HOOK_SECRETS: settings.hookSecrets.optional(),
  TOTRINH_SMTP_URL: settings.smtpUrl.optional(),
  TOTRINH_MAIL_FROM: settings.mailFrom.optional(),
  TOTRINH_PUBLIC_URL: settings.publicUrl.optional(),
  TOTRINH_WEBHOOK_ALLOW: settings.webhookAllow.optional(),
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
  /** Secrets that calls of these hooks are signed with, by the hook's name. */
  readonly hookSecrets?: Readonly<Record<string, string>>;
  /** Absent: no letters are sent. */
  readonly mail?: MailSettings;
  /** Where people open the application, without a slash at its end; absent: what goes out carries codes alone. */
  readonly publicUrl?: string;
  /** Hosts and networks beside the public network that webhooks may call. */
  readonly webhookAllow?: readonly string[];
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
  const { TOTRINH_SMTP_URL: smtpUrl, TOTRINH_MAIL_FROM: from, TOTRINH_PUBLIC_URL: publicUrl } = read;
  if (smtpUrl && !(from && publicUrl)) {
    throw new StartError({
      vi: 'TOTRINH_SMTP_URL cần đi cùng TOTRINH_MAIL_FROM (người gửi) và TOTRINH_PUBLIC_URL (địa chỉ trong thư)',
      en: 'TOTRINH_SMTP_URL needs TOTRINH_MAIL_FROM (the sender) and TOTRINH_PUBLIC_URL (the address in letters) beside it',
    });
  }
  return {
    dbUrl: read.TOTRINH_DB_URL,
    temporal: temporalConfig(read),
    files: read.TOTRINH_FILES,
    ...(read.TOTRINH_CLOCK && { clock: read.TOTRINH_CLOCK }),
    hooks: read.TOTRINH_HOOKS ?? {},
    ...(read.TOTRINH_HOOK_SECRETS && { hookSecrets: read.TOTRINH_HOOK_SECRETS }),
    ...(smtpUrl && from && { mail: { smtpUrl, from } }),
    ...(publicUrl && { publicUrl }),
    ...(read.TOTRINH_WEBHOOK_ALLOW && { webhookAllow: read.TOTRINH_WEBHOOK_ALLOW }),
    logLevel: read.TOTRINH_LOG,
  };
}
