const AWAY_MS = 60_000;
let last = Date.now();
for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const) addEventListener(sign, () => (last = Date.now()), { capture: true, passive: true });

/** Whether nobody has touched this page for a minute: what it reads by itself then is no use of the session, so that an unattended screen is signed out. */
export const isUnattended = (): boolean => document.visibilityState === 'hidden' || Date.now() - last > AWAY_MS;
