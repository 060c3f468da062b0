import { ApiProblem } from '../api/client.ts';
import { problemText } from './state-page.tsx';

/** What to say of an act that did not go through: the server's own sentence, or `otherwise` where no answer came. */
export const refusalWords = (fault: unknown, otherwise: string): string => (fault instanceof ApiProblem && fault.problem !== null ? problemText(fault.problem) : otherwise);
