const LONGEST = 2_000;
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\\]/u;

/**
 * Where to lead the browser after a sign-in: the path, query and fragment of `wanted` where it stays on this host and is no address of the API or of the sign-in itself; "/" for
 * everything else, however it is written (`//host`, `/\host`, `javascript:`, an address of another host).
 */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST || !/^\/(?!\/)/.test(wanted) || UNPRINTABLE.test(wanted)) return '/';
  const base = 'http://local.invalid';
  if (!URL.canParse(wanted, base)) return '/';
  const url = new URL(wanted, base);
  // Dots are resolved by now: what would begin with two slashes after that is another host, too.
  if (url.origin !== base || url.pathname.startsWith('//') || /^\/(api|sign-in)(\/|$)/.test(url.pathname)) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
