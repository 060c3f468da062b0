import type { z } from 'zod';
import { isLoopback } from '../loopback.ts';
import { StartError } from '../start-error.ts';
import { settings } from './settings.ts';

/** The environment keys of the sign-in of browsers. */
export const browserShape = {
  TOTRINH_PUBLIC_URL: settings.publicUrl.optional(),
  OIDC_WEB_CLIENT: settings.text.default('totrinh-web'),
  OIDC_WEB_SECRET: settings.text.optional(),
  TOTRINH_COOKIE_INSECURE: settings.yes.optional(),
  TOTRINH_SESSION_IDLE: settings.minutes.default(120),
  TOTRINH_SESSION_LONGEST: settings.minutes.default(720),
};

/** How browsers sign in. */
export type BrowserConfig = {
  /** The provider's client; confidential where there is a secret, public (PKCE alone) otherwise. */
  readonly clientId: string;
  readonly clientSecret?: string;
  /** Where people open the application, without a slash at its end; absent: where the API listens, on this machine. */
  readonly publicUrl?: string;
  /** Whether cookies go over plain http: on this machine only. */
  readonly insecureCookie: boolean;
  /** Minutes after which an unused session ends, and any session. */
  readonly idleMinutes: number;
  readonly longestMinutes: number;
};

/**
 * Shapes the keys into a BrowserConfig; undefined where neither a public address nor plain http is told, so that browsers cannot sign in. Throws StartError where plain http would
 * carry a session beyond this machine, and where a session could be idle for longer than it lasts.
 */
export function browserConfig(read: z.infer<z.ZodObject<typeof browserShape>>, host: string): BrowserConfig | undefined {
  const { TOTRINH_PUBLIC_URL: publicUrl, OIDC_WEB_CLIENT: clientId, OIDC_WEB_SECRET: clientSecret, TOTRINH_SESSION_IDLE: idleMinutes, TOTRINH_SESSION_LONGEST: longestMinutes } = read;
  const insecureCookie = read.TOTRINH_COOKIE_INSECURE === true;
  if (insecureCookie && !(isLoopback(host) && (publicUrl === undefined || isLoopback(new URL(publicUrl).hostname)))) {
    throw new StartError({
      vi: 'TOTRINH_COOKIE_INSECURE chỉ dùng khi API nghe trên máy này và địa chỉ ứng dụng cũng ở máy này',
      en: 'TOTRINH_COOKIE_INSECURE is accepted where the API listens on this machine and the application is opened there, too',
    });
  }
  if (publicUrl === undefined && !insecureCookie) return undefined;
  if (!insecureCookie && publicUrl !== undefined && new URL(publicUrl).protocol !== 'https:') {
    throw new StartError({
      vi: 'TOTRINH_PUBLIC_URL của API phải là https, để cookie đăng nhập không đi qua http thường',
      en: 'TOTRINH_PUBLIC_URL of the API must be https, so that the session’s cookie never goes over plain http',
    });
  }
  if (publicUrl !== undefined && new URL(publicUrl).pathname !== '/') {
    throw new StartError({ vi: 'TOTRINH_PUBLIC_URL của API không có đường dẫn phía sau', en: 'TOTRINH_PUBLIC_URL of the API has no path behind the host' });
  }
  if (idleMinutes > longestMinutes) {
    throw new StartError({ vi: 'TOTRINH_SESSION_IDLE không được dài hơn TOTRINH_SESSION_LONGEST', en: 'TOTRINH_SESSION_IDLE may not be longer than TOTRINH_SESSION_LONGEST' });
  }
  return { clientId, ...(clientSecret && { clientSecret }), ...(publicUrl && { publicUrl }), insecureCookie, idleMinutes, longestMinutes };
}
