/** A share as a rule writes it: `> 1/2`, `>= 2/3`, or a bare `2/3` (at least). */
export interface Share {
  readonly over: boolean;
  readonly parts: number;
  readonly whole: number;
}

const WRITTEN = /^(?:(>=?) )?(\d+)\/(\d+)$/;

/** Reads a share. The rule's schema admits no other text, so another one is a broken invariant. */
export function readShare(text: string): Share {
  const match = WRITTEN.exec(text);
  if (!match) throw new Error(`not a share: ${text}`);
  return { over: match[1] === '>', parts: Number(match[2]), whole: Number(match[3]) };
}

/** The smallest whole number that is this share of `of`: `> 1/2` of 17 is 9, `>= 2/3` of 9 is 6. In integers, so that nothing is rounded. */
export function smallestReaching(share: Share, of: number): number {
  const product = share.parts * of;
  const rest = product % share.whole;
  const below = (product - rest) / share.whole;
  return share.over || rest > 0 ? below + 1 : below;
}

/** Whether exactly half fails by a tie: only “more than half” is missed so. */
export function isOverHalf(share: Share): boolean {
  return share.over && 2 * share.parts === share.whole;
}
