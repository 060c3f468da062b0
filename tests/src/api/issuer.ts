import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

interface Keys { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey }

/** What a token says and how it is signed; what is left out is as the API wants it. */
export interface Wish { readonly sub?: string | null; readonly iss?: string; readonly aud?: string; readonly typ?: string; readonly expires?: string | number; readonly with?: Keys; readonly alg?: string; readonly kid?: string }

/** A provider whose signing key the test holds, since the house's cannot be reached: discovery and key set over HTTP. */
export class Issuer {
  readonly url: string;
  readonly keys: Keys;
  readonly #server: Server;

  private constructor(server: Server, keys: Keys) {
    this.#server = server;
    this.keys = keys;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async open(): Promise<Issuer> {
    const keys = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', use: 'sig' };
    const server = createServer((request, response) => {
      const { port } = server.address() as AddressInfo;
      const body = request.url === '/jwks' ? { keys: [jwk] } : { issuer: `http://127.0.0.1:${port}`, jwks_uri: `http://127.0.0.1:${port}/jwks` };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Issuer(server, keys);
  }

  token(w: Wish = {}): Promise<string> {
    const jwt = new SignJWT({}).setProtectedHeader({ alg: w.alg ?? 'RS256', typ: w.typ ?? 'at+jwt', kid: w.kid ?? 'one' }).setIssuer(w.iss ?? this.url).setAudience(w.aud ?? 'urn:totrinh:api').setIssuedAt();
    if (w.sub !== null) jwt.setSubject(w.sub ?? 'btctu-head');
    if (w.expires !== '') jwt.setExpirationTime(w.expires ?? '10m');
    return jwt.sign((w.with ?? this.keys).privateKey);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
