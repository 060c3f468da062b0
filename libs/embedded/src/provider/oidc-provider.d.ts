// oidc-provider ships no types; this is the part of it that the house uses (its documentation, version 9).
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export type Claims = { readonly sub: string } & Readonly<Record<string, unknown>>;
  export type Account = { readonly accountId: string; claims(): Promise<Claims> };
  export type Grant = {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  };
  export type Context = {
    readonly oidc: {
      readonly provider: Provider;
      readonly client: { readonly clientId: string };
      readonly session: { readonly accountId: string };
    };
  };
  export type Stored = Readonly<Record<string, unknown>> & { readonly grantId?: string; readonly uid?: string; readonly userCode?: string };
  export interface Adapter {
    upsert(id: string, payload: Stored, expiresIn: number): Promise<void>;
    find(id: string): Promise<Stored | undefined>;
    findByUid(uid: string): Promise<Stored | undefined>;
    findByUserCode(userCode: string): Promise<Stored | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }
  export const interactionPolicy: { base(): { get(prompt: string): { readonly checks: { remove(reason: string): void } } | undefined } };
  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    readonly Grant: new (of: { clientId: string; accountId: string }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ readonly uid: string; readonly params: Readonly<Record<string, unknown>> }>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: { readonly login: { readonly accountId: string } }): Promise<void>;
    on(event: string, listener: (context: unknown, error: Error) => void): this;
  }
}
