import { ApiProblem } from '../../kit/api/client.ts';
import { problemText } from '../../kit/ui/state-page.tsx';
import type { Words } from '../../kit/words/use-words.ts';

/** Why an act was not done, in the server's sentence; the catalogue's where no answer came. */
export const faultText = (fault: Error, t: Words): string => (fault instanceof ApiProblem && fault.problem !== null ? problemText(fault.problem) : t('failed'));
