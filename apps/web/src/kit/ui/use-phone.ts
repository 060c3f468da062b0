import { useSyncExternalStore } from 'react';

const PHONE = matchMedia('(pointer: coarse) and (max-width: 767px)');
const listen = (hear: () => void): (() => void) => {
  PHONE.addEventListener('change', hear);
  return () => PHONE.removeEventListener('change', hear);
};

/** Whether this is a phone: a small screen that fingers touch. */
export const usePhone = (): boolean => useSyncExternalStore(listen, () => PHONE.matches);
