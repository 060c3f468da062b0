import type { Adapter, Stored } from 'oidc-provider';

type Kept = { payload: Stored; until: number };

/**
 * Sessions, codes and grants of the demo sign-in, in memory: they may end with the runner, since access tokens are verified by key
 * alone. One map for all kinds, keyed by kind and id; entries that have expired go when the map is next written to.
 */
export function memoryStore(): (kind: string) => Adapter {
  const kept = new Map<string, Kept>();

  function sweep(now: number): void {
    for (const [key, { until }] of kept) if (until <= now) kept.delete(key);
  }
  function get(key: string): Stored | undefined {
    const entry = kept.get(key);
    return entry && entry.until > Date.now() ? entry.payload : undefined;
  }

  return (kind) => {
    const keyOf = (id: string): string => `${kind}:${id}`;
    const search = async (matches: (payload: Stored) => boolean): Promise<Stored | undefined> => {
      for (const key of kept.keys()) {
        const payload = key.startsWith(`${kind}:`) ? get(key) : undefined;
        if (payload && matches(payload)) return payload;
      }
      return undefined;
    };
    return {
      async upsert(id, payload, expiresIn) {
        const now = Date.now();
        sweep(now);
        kept.set(keyOf(id), { payload, until: expiresIn ? now + expiresIn * 1000 : Number.POSITIVE_INFINITY });
      },
      find: async (id) => get(keyOf(id)),
      findByUid: (uid) => search((payload) => payload.uid === uid),
      findByUserCode: (userCode) => search((payload) => payload.userCode === userCode),
      async consume(id) {
        const entry = kept.get(keyOf(id));
        if (entry) entry.payload = { ...entry.payload, consumed: Math.floor(Date.now() / 1000) };
      },
      destroy: async (id) => void kept.delete(keyOf(id)),
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
