import { createContext, useContext } from 'react';
import type { ActAnswer } from './shapes.ts';

/** What the screen around the panel does once an act was accepted; answers whether it left for somewhere else. */
export type AfterAct = (answer: ActAnswer) => boolean;

const staying: AfterAct = () => false;
export const AfterActContext = createContext<AfterAct>(staying);
export const useAfterAct = (): AfterAct => useContext(AfterActContext);
