import { actAnswerShape } from '../shapes/acts.ts';
import { idParams } from '../shapes/basics.ts';
import { correctRosterBody, placeOnAgendaBody, putOffBody, stepReasonBody } from '../shapes/dossier-bodies.ts';
import { castBody, recordResultBody, reserveBody } from '../shapes/task-bodies.ts';
import { dossierErrors, judgingErrors, operation, taskErrors, textErrors } from './operation.ts';

const onTask = { method: 'post', tag: 'votes', params: idParams, answers: { 200: actAnswerShape }, acts: true, waits: true, ifMatch: 'task' } as const;
const onDossier = { ...onTask, ifMatch: 'dossier' } as const;

/** Votes of a body: ballots, results of meetings, the roster, the agenda. */
export const voteOperations = {
  castBallot: operation({ ...onTask, id: 'castBallot', verb: 'cast', path: '/tasks/{id}/cast', vi: 'Bỏ phiếu; phiếu đã bỏ không sửa được', en: 'Cast the ballot, which is final', body: castBody, errors: [...taskErrors, ...textErrors, ...judgingErrors, 'VERB_NOT_IN_STEP'] }),
  reserveOpinion: operation({ ...onTask, id: 'reserveOpinion', verb: 'reserve', path: '/tasks/{id}/reserve', vi: 'Bảo lưu ý kiến', en: 'Reserve an opinion', body: reserveBody, errors: [...taskErrors, ...textErrors, 'DOSSIER_CLOSED', 'OUTCOME_NOT_POSSIBLE'] }),
  recordResult: operation({ ...onTask, id: 'recordResult', verb: 'recordResult', path: '/tasks/{id}/record-result', vi: 'Nhập kết quả biểu quyết tại hội nghị', en: 'Enter what a meeting counted', body: recordResultBody, errors: [...taskErrors, ...textErrors, 'OUTCOME_NOT_POSSIBLE', 'COUNTS_INVALID', 'DOCUMENT_NOT_FOUND', 'NOT_ON_AGENDA', 'REASON_REQUIRED', 'MEETING_NOT_FOUND'] }),
  correctRoster: operation({ ...onDossier, id: 'correctRoster', verb: 'correctRoster', path: '/dossiers/{id}/correct-roster', vi: 'Sửa danh sách theo thành viên đương nhiệm', en: 'Correct the roster to today’s incumbents', body: correctRosterBody, errors: [...dossierErrors, ...textErrors, 'STEP_NOT_FOUND', 'REASON_REQUIRED', 'DOCUMENT_NOT_FOUND', 'NOT_INCUMBENT', 'MEMBER_HAS_CAST', 'STILL_MOVING'] }),
  callOff: operation({ ...onDossier, id: 'callOff', verb: 'callOff', path: '/dossiers/{id}/call-off', vi: 'Hủy cuộc biểu quyết', en: 'Call a vote off', body: stepReasonBody, errors: [...dossierErrors, ...textErrors, 'STEP_NOT_FOUND', 'REASON_REQUIRED'] }),
  placeOnAgenda: operation({ ...onDossier, id: 'placeOnAgenda', verb: 'placeOnAgenda', path: '/dossiers/{id}/place-on-agenda', vi: 'Đưa vào chương trình hội nghị', en: 'Put on the agenda of a meeting', body: placeOnAgendaBody, errors: [...dossierErrors, 'STEP_NOT_FOUND', 'MEETING_NOT_FOUND', 'MEETING_CLOSED', 'OUTCOME_NOT_POSSIBLE'] }),
  putOff: operation({ ...onDossier, id: 'putOff', verb: 'putOff', path: '/dossiers/{id}/put-off', vi: 'Hoãn sang hội nghị khác', en: 'Put off to another meeting', body: putOffBody, errors: [...dossierErrors, ...textErrors, 'STEP_NOT_FOUND', 'MEETING_NOT_FOUND', 'MEETING_CLOSED', 'NOT_ON_AGENDA', 'OUTCOME_NOT_POSSIBLE', 'REASON_REQUIRED'] }),
};
