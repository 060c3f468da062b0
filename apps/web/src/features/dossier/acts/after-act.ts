import { createContext, useContext } from 'react';
import type { ActAnswer } from './shapes.ts';

/** What the screen around the panel does once an act was accepted; answers where it went: it stays, to the next task, back to the list. */
export type AfterAct = (answer: ActAnswer) => 'stays' | 'next' | 'list';

const staying: AfterAct = () => 'stays';
export const AfterActContext = createContext<AfterAct>(staying);
export const useAfterAct = (): AfterAct => useContext(AfterActContext);
