import { useSyncExternalStore } from 'react';

const PHONE = matchMedia('(pointer: coarse) and ((max-width: 767px) or (max-height: 500px))');
const listen = (hear: () => void): (() => void) => {
  PHONE.addEventListener('change', hear);
  return () => PHONE.removeEventListener('change', hear);
};

/** Whether this is a phone: a small screen that fingers touch, upright or turned. */
export const usePhone = (): boolean => useSyncExternalStore(listen, () => PHONE.matches);
