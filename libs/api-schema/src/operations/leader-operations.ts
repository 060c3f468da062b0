import { actAnswerShape } from '../shapes/acts.ts';
import { idParams } from '../shapes/basics.ts';
import { holdersShape } from '../shapes/holders.ts';
import { entrustBody, leaderDeskQuery, leaderDeskShape } from '../shapes/leader-desk.ts';
import { operation, taskErrors, textErrors } from './operation.ts';

/** What lies before leaders, and who held a dossier for how long. */
export const leaderOperations = {
  readLeaderDesk: operation({ id: 'readLeaderDesk', method: 'get', path: '/leader-desk', tag: 'leaders', vi: 'Việc trình đồng chí: xin ý kiến về việc gì, văn phòng nói gì; thư ký xem thay bằng ?for', en: 'What lies before a leader, with the office’s verdict; a secretary asks with ?for', query: leaderDeskQuery, answers: { 200: leaderDeskShape }, errors: [] }),
  entrustTask: operation({ id: 'entrustTask', verb: 'entrust', method: 'post', path: '/tasks/{id}/entrust', tag: 'leaders', vi: 'Giao thư ký: báo thư ký lo việc này, việc vẫn ở chỗ đồng chí', en: 'Hand it to the secretary, who is told; the task stays where it is', params: idParams, body: entrustBody, answers: { 200: actAnswerShape }, acts: true, waits: true, ifMatch: null, errors: [...taskErrors, ...textErrors, 'NOT_INCUMBENT', 'VERB_NOT_IN_STEP'] }),
  listHolders: operation({ id: 'listHolders', method: 'get', path: '/dossiers/{id}/holders', tag: 'dossiers', vi: 'Theo dõi trách nhiệm xử lý: ai giữ hồ sơ, từ lúc nào đến lúc nào', en: 'Who held the dossier, in which capacity, from when to when', params: idParams, answers: { 200: holdersShape }, errors: ['DOSSIER_NOT_FOUND'] }),
};
