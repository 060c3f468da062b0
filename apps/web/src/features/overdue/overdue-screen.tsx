import type { JSX } from 'react';

/** Not built yet. */
export const Screen = (): JSX.Element | null => null;
