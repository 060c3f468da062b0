import { ladderAnswerShape, ladderBody, ladderShape, laddersShape } from '../shapes/ladders.ts';
import { routeVersionParams } from '../shapes/routes.ts';
import { operation } from './operation.ts';

const reading = { method: 'get', tag: 'ladders' } as const;

/** Ladders: when whom is reminded. */
export const ladderOperations = {
  listLadders: operation({ ...reading, id: 'listLadders', path: '/ladders', vi: 'Các quy định nhắc việc, phiên bản mới nhất', en: 'Ladders of reminders, the latest version of each', answers: { 200: laddersShape }, errors: [] }),
  readLadderSchema: operation({ ...reading, id: 'readLadderSchema', path: '/ladders/schema', vi: 'JSON Schema của quy định nhắc việc', en: 'The JSON Schema of a ladder, for editors', answers: { 200: { media: ['application/schema+json'] } }, errors: [] }),
  readLadderVersion: operation({ ...reading, id: 'readLadderVersion', path: '/ladders/{id}/versions/{n}', vi: 'Một phiên bản của quy định nhắc việc', en: 'A version of a ladder', params: routeVersionParams, answers: { 200: ladderShape }, errors: ['LADDER_NOT_FOUND'] }),
  publishLadder: operation({ id: 'publishLadder', verb: 'publishLadder', method: 'post', path: '/ladders', tag: 'ladders', vi: 'Công bố quy định nhắc việc thành phiên bản kế tiếp', en: 'Publish a ladder as its next version', body: ladderBody, answers: { 201: ladderAnswerShape }, acts: true, ifMatch: null, errors: ['NOT_ALLOWED', 'LADDER_INVALID', 'LADDER_UNCHANGED', 'BUSY'] }),
};
