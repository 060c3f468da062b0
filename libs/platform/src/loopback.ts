const NAMES = new Set(['localhost', '::1', '[::1]']);

/** Whether a host name or address means this machine only. */
export function isLoopback(host: string): boolean {
  return NAMES.has(host) || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/** Whether an issuer is the embedded demo provider: plain http on this machine, which no real provider is. */
export function isDemoIssuer(issuer: string): boolean {
  const url = new URL(issuer);
  return url.protocol === 'http:' && isLoopback(url.hostname);
}
