import type { components } from '@totrinh/api-client';

/** Which tasks are asked for; the names are the API's. */
export type Late = components['schemas']['Standing']['is'];
export interface Asked { readonly unit?: string; readonly standing?: 'late' | 'due' | 'soon' | 'onTime' | 'paused' }

const STANDINGS = ['late', 'due', 'soon', 'onTime', 'paused'] as const;

/** Reads the address; a standing that there is not counts as none. */
export function askedOf(address: URLSearchParams): Asked {
  const standing = STANDINGS.find((each) => each === address.get('standing'));
  const unit = address.get('unit');
  return { ...(unit ? { unit } : {}), ...(standing ? { standing } : {}) };
}
