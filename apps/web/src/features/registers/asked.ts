import type { components } from '@totrinh/api-client';

export type State = components['schemas']['RegisterNumber']['state'];
export const STATES: readonly State[] = ['given', 'recorded', 'void', 'elsewhere'];

/** What of a book is asked for; the names are the API's and stand in the address. */
export interface Asked { readonly series?: string; readonly from?: string; readonly to?: string; readonly state?: State }

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; what is no day or no state counts as none. */
export function askedOf(address: URLSearchParams): Asked {
  const state = STATES.find((each) => each === address.get('state'));
  const [series, from, to] = ['series', 'from', 'to'].map((name) => address.get(name));
  return { ...(series ? { series } : {}), ...(from && DAY.test(from) ? { from } : {}), ...(to && DAY.test(to) ? { to } : {}), ...(state ? { state } : {}) };
}
