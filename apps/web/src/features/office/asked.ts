import type { components } from '@totrinh/api-client';

export type Stage = components['schemas']['OfficeDesk']['items'][number]['stage'];

/** What of the desk is asked for; the names are the API's and stand in the address. */
export interface Asked { readonly stage?: Stage; readonly search?: string; readonly lacking?: 'true' }

/** The stages in their order, as the server has them. */
export const STAGES: readonly Stage[] = ['gathering', 'opinion', 'unscheduled', 'scheduled', 'concluding', 'finishing', 'signing', 'numbering', 'issued'];

/** Reads the address; a stage that there is not counts as none. */
export function askedOf(address: URLSearchParams): Asked {
  const stage = STAGES.find((each) => each === address.get('stage'));
  const search = address.get('search');
  return { ...(stage ? { stage } : {}), ...(search ? { search } : {}), ...(address.get('lacking') === 'true' ? { lacking: 'true' as const } : {}) };
}
