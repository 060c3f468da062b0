import { z } from 'zod';
import { parseClockSetting } from '../clock.ts';
import { isWebhookSecret } from '../outgoing/sign-webhook.ts';

const httpUrl = z.url({ protocol: /^https?$/ });

/** One schema per setting that more than one process reads; `expects` words the refusal. */
export const settings = {
  dbUrl: z.url({ protocol: /^postgres(ql)?$/ }).meta({
    expects: { vi: 'địa chỉ dạng postgres://vai:mật-khẩu@máy:cổng/csdl', en: 'an address like postgres://role:password@host:port/database' },
  }),
  address: z.string().regex(/^(\[[0-9a-fA-F:]+\]|[^\s:/]+):\d{1,5}$/).meta({ expects: { vi: 'dạng máy:cổng', en: 'of the form host:port' } }),
  issuer: httpUrl.transform((text) => text.replace(/\/$/, '')).meta({ expects: { vi: 'địa chỉ http hoặc https', en: 'an http or https address' } }),
  port: z.coerce.number().int().min(0).max(65_535).meta({ expects: { vi: 'số từ 0 đến 65535', en: 'a number from 0 to 65535' } }),
  text: z.string(),
  yes: z.enum(['yes', 'no']).transform((text) => text === 'yes').meta({ expects: { vi: 'yes hoặc no', en: 'yes or no' } }),
  minutes: z.coerce.number().int().min(1).max(10_080).meta({ expects: { vi: 'số phút từ 1 đến 10080', en: 'minutes from 1 to 10080' } }),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).meta({
    expects: { vi: 'một trong fatal, error, warn, info, debug, trace, silent', en: 'one of fatal, error, warn, info, debug, trace, silent' },
  }),
  hooks: z
    .string()
    .transform((text, context) => {
      const pairs = text.split(',').map((pair) => pair.trim()).filter((pair) => pair !== '').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
      if (pairs.every(([name, url]) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && httpUrl.safeParse(url).success)) return Object.fromEntries(pairs);
      context.addIssue({ code: 'custom', message: 'NAME=URL,…' });
      return z.NEVER;
    })
    .meta({ expects: { vi: 'TÊN=ĐỊA-CHỈ,…, ví dụ lich-hop=https://lich.example/hook', en: 'NAME=URL,…, such as calendar=https://calendar.example/hook' } }),
  hookSecrets: z
    .string()
    .transform((text, context) => {
      const pairs = text.split(',').map((pair) => pair.trim()).filter((pair) => pair !== '').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
      if (pairs.every(([name, secret]) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && isWebhookSecret(secret))) return Object.fromEntries(pairs);
      context.addIssue({ code: 'custom', message: 'NAME=whsec_…,…' });
      return z.NEVER;
    })
    .meta({ expects: { vi: 'TÊN=whsec_…,…, mỗi khóa 24 đến 64 byte dạng base64', en: 'NAME=whsec_…,…, each secret 24 to 64 bytes in base64' } }),
  smtpUrl: z.url({ protocol: /^smtps?$/ }).meta({ expects: { vi: 'địa chỉ dạng smtp://máy:cổng hoặc smtps://tên:mật-khẩu@máy', en: 'an address like smtp://host:port or smtps://name:password@host' } }),
  mailFrom: z.string().regex(/^(?:[^<>\p{Cc}]{0,200}<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u).meta({ expects: { vi: 'dạng “Tên <địa-chỉ@máy>” hoặc một địa chỉ', en: 'of the form “Name <address@host>”, or an address' } }),
  publicUrl: httpUrl.transform((text) => text.replace(/\/+$/, '')).meta({ expects: { vi: 'địa chỉ http hoặc https mà mọi người mở ứng dụng', en: 'the http or https address at which people open the application' } }),
  webhookAllow: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()).filter((each) => each !== ''))
    .refine((each) => each.every((one) => /^[a-z0-9_.:-]+(\/\d{1,3})?$/i.test(one)))
    .meta({ expects: { vi: 'danh sách tên máy, địa chỉ hoặc mạng, ví dụ hook.noi-bo,10.1.0.0/16', en: 'host names, addresses or networks, such as hook.internal,10.1.0.0/16' } }),
  clock: z
    .string()
    .transform((text, context) => {
      const setting = parseClockSetting(text);
      if (setting) return setting;
      context.addIssue({ code: 'custom', message: 'START,SPEED,ANCHOR' });
      return z.NEVER;
    })
    .meta({
      expects: {
        vi: 'START,SPEED,ANCHOR, ví dụ 2022-07-13T08:00:00+07:00,1,2026-11-23T04:00:00Z',
        en: 'START,SPEED,ANCHOR, such as 2022-07-13T08:00:00+07:00,1,2026-11-23T04:00:00Z',
      },
    }),
};
