import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** An address that a name stands for, as the resolver answers it. */
export interface Resolved { readonly address: string; readonly family: number }

/** Why an address may not be called: a word for the error's details. */
export type RefusedAddress = 'notAnAddress' | 'notHttp' | 'credentialsInAddress' | 'httpsOnly' | 'nameUnknown' | 'privateAddress';

export type JudgedAddress = { readonly ok: true; readonly url: URL; readonly addresses: readonly Resolved[] } | { readonly ok: false; readonly because: RefusedAddress };

type Resolve = (host: string) => Promise<readonly Resolved[]>;
const resolveAll: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** Public addresses at which clouds answer their machines. */
const METADATA = ['168.63.129.16'];

/**
 * Judges addresses that somebody typed, before this machine calls them (SSRF): https, a name or number of the public network, no password. What the operator
 * lists is let through, also by plain http: host names (`hooks.noi-bo`), single addresses, or networks (`10.1.0.0/16`). All addresses that a name stands for count, and a caller
 * connects to one that was judged, so that a name which means something else a moment later changes nothing.
 */
export class AddressGuard {
  readonly #hosts: ReadonlySet<string>;
  readonly #networks: readonly [ipaddr.IPv4 | ipaddr.IPv6, number][];
  readonly #resolve: Resolve;

  constructor(allowed: readonly string[], resolve: Resolve = resolveAll) {
    this.#networks = allowed.map(networkOf).filter((network) => network !== null);
    this.#hosts = new Set(allowed.filter((each) => networkOf(each) === null).map((each) => each.toLowerCase()));
    this.#resolve = resolve;
  }

  async judge(text: string): Promise<JudgedAddress> {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || url.hostname === '') return refused('notAnAddress');
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return refused('notHttp');
    if (url.username !== '' || url.password !== '') return refused('credentialsInAddress');
    const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '').toLowerCase();
    const addresses = ipaddr.isValid(host) ? [{ address: host, family: ipaddr.parse(host).kind() === 'ipv6' ? 6 : 4 }] : await this.#resolve(host).catch(() => []);
    const named = this.#hosts.has(host);
    if (addresses.length === 0) return refused('nameUnknown');
    const allowed = named || addresses.every((a) => this.#isListed(a.address));
    if (!allowed && !addresses.every((a) => isPublic(a.address) || this.#isListed(a.address))) return refused('privateAddress');
    return url.protocol === 'https:' || allowed ? { ok: true, url, addresses } : refused('httpsOnly');
  }

  #isListed(address: string): boolean {
    const parsed = ipaddr.process(address);
    return this.#networks.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
  }
}

/** What IPv6 has given out to the public; other ranges hold IPv4 addresses in older notations (`::10.0.0.1`), or nothing yet. */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an address is one of the public network, and not a machine's own service. */
function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && !METADATA.includes(parsed.toString()) && (parsed.kind() === 'ipv4' || parsed.match(PUBLIC_IPV6));
}

function networkOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  if (!ipaddr.isValid(text)) return null;
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv6' ? 128 : 32];
}

const refused = (because: RefusedAddress): JudgedAddress => ({ ok: false, because });
