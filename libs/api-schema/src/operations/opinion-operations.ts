import { actAnswerShape } from '../shapes/acts.ts';
import { idParams } from '../shapes/basics.ts';
import { addParticipantBody, answerDemandBody, askBody, removeParticipantBody, respondBody, stepReasonBody } from '../shapes/dossier-bodies.ts';
import { dossierErrors, operation, textErrors } from './operation.ts';

const onDossier = { method: 'post', tag: 'opinions', params: idParams, answers: { 200: actAnswerShape }, acts: true, waits: true, ifMatch: 'dossier' } as const;

/** Opinions: who is asked, and how each one is answered. */
export const opinionOperations = {
  respondOpinion: operation({ ...onDossier, id: 'respondOpinion', verb: 'respond', path: '/dossiers/{id}/respond', vi: 'Tiếp thu, giải trình một ý kiến', en: 'Respond to an opinion', body: respondBody, errors: [...dossierErrors, ...textErrors, 'NO_OPEN_DRAFT', 'TASK_HELD_BY_OTHER', 'DECISION_NOT_FOUND', 'REASON_REQUIRED'] }),
  answerDemand: operation({ ...onDossier, id: 'answerDemand', verb: 'answerDemand', path: '/dossiers/{id}/answer-demand', vi: 'Trả lời một yêu cầu của kết luận', en: 'Answer a demand of the conclusion', body: answerDemandBody, errors: [...dossierErrors, ...textErrors, 'NO_OPEN_DRAFT', 'TASK_HELD_BY_OTHER', 'DEMAND_NOT_FOUND', 'DOCUMENT_NOT_FOUND', 'REASON_REQUIRED', 'VERB_NOT_IN_STEP'] }),
  askOpinion: operation({ ...onDossier, id: 'askOpinion', verb: 'ask', path: '/dossiers/{id}/ask', vi: 'Hỏi thêm ý kiến một người; hồ sơ không dừng', en: 'Ask somebody’s opinion on the side', body: askBody, ifMatch: null, errors: [...dossierErrors, ...textErrors, 'STEP_NOT_FOUND', 'NOT_INCUMBENT', 'PARTICIPANT_TWICE', 'VERB_NOT_IN_STEP'] }),
  addParticipant: operation({ ...onDossier, id: 'addParticipant', verb: 'addParticipant', path: '/dossiers/{id}/add-participant', vi: 'Thêm cơ quan hoặc người vào bước', en: 'Add a unit or a person to a step', body: addParticipantBody, errors: [...dossierErrors, ...textErrors, 'STEP_NOT_FOUND', 'NOT_INCUMBENT', 'PARTICIPANT_TWICE', 'SELF_APPROVAL', 'BOTH_INITIALS', 'VERB_NOT_IN_STEP', 'REASON_REQUIRED', 'STILL_MOVING'] }),
  removeParticipant: operation({ ...onDossier, id: 'removeParticipant', verb: 'removeParticipant', path: '/dossiers/{id}/remove-participant', vi: 'Bớt cơ quan hoặc người khỏi bước', en: 'Take a unit or a person out of a step', body: removeParticipantBody, errors: [...dossierErrors, ...textErrors, 'TASK_NOT_FOUND', 'TASK_CLOSED', 'VERB_NOT_IN_STEP', 'REASON_REQUIRED', 'STILL_MOVING'] }),
  closeConsult: operation({ ...onDossier, id: 'closeConsult', verb: 'closeConsult', path: '/dossiers/{id}/close-consult', vi: 'Kết thúc lấy ý kiến sớm', en: 'Close a consultation early', body: stepReasonBody, errors: [...dossierErrors, ...textErrors, 'STEP_NOT_FOUND', 'VERB_NOT_IN_STEP', 'REASON_REQUIRED', 'STILL_MOVING'] }),
};
