import { actAnswerShape, reasonBody } from '../shapes/acts.ts';
import { idParams } from '../shapes/basics.ts';
import { arriveBody, migrateBody, proposalParams, redoBody, reopenBody, repairBody, skipBody, suspendBody, withdrawBody } from '../shapes/dossier-bodies.ts';
import { dossierErrors, operation, proposalErrors, textErrors } from './operation.ts';

const onDossier = { method: 'post', tag: 'exceptions', params: idParams, answers: { 200: actAnswerShape }, acts: true, waits: true, ifMatch: 'dossier' } as const;
const explained = [...dossierErrors, ...textErrors, 'REASON_REQUIRED'] as const;

/** What does not go the usual way: pauses, skips, repairs, migrations, and the second person's word. */
export const exceptionOperations = {
  suspendDossier: operation({ ...onDossier, id: 'suspendDossier', verb: 'suspend', path: '/dossiers/{id}/suspend', vi: 'Tạm dừng đến một ngày', en: 'Suspend until a day', body: suspendBody, errors: [...explained, 'DATE_INVALID'] }),
  resumeDossier: operation({ ...onDossier, id: 'resumeDossier', verb: 'resume', path: '/dossiers/{id}/resume', vi: 'Tiếp tục trước ngày hẹn', en: 'Resume before that day', body: reasonBody, errors: [...explained, 'NOT_SUSPENDED'] }),
  skipStep: operation({ ...onDossier, id: 'skipStep', verb: 'skip', path: '/dossiers/{id}/skip', vi: 'Đề nghị bỏ qua một bước', en: 'Propose to skip a step', body: skipBody, errors: [...explained, 'STEP_NOT_FOUND', 'STEP_CANNOT_BE_SKIPPED', 'OUTCOME_NOT_POSSIBLE'] }),
  redoStep: operation({ ...onDossier, id: 'redoStep', verb: 'redo', path: '/dossiers/{id}/redo', vi: 'Làm lại từ một bước đã qua', en: 'Do a passed step again', body: redoBody, errors: [...explained, 'STEP_NOT_FOUND', 'VERB_NOT_IN_STEP', 'RETURN_TARGET_NOT_LEGAL'] }),
  repairDossier: operation({ ...onDossier, id: 'repairDossier', verb: 'repair', path: '/dossiers/{id}/repair', vi: 'Đề nghị sửa luồng hồ sơ vướng mắc', en: 'Propose to set a stuck dossier at a step', body: repairBody, errors: [...explained, 'ALREADY_ISSUED', 'RETURN_TARGET_NOT_LEGAL'] }),
  reopenDossier: operation({ ...onDossier, id: 'reopenDossier', verb: 'reopen', path: '/dossiers/{id}/reopen', vi: 'Mở lại hồ sơ đã kết thúc', en: 'Open an ended dossier again', body: reopenBody, errors: [...explained, 'ALREADY_ISSUED', 'ITEM_TAKEN', 'RETURN_TARGET_NOT_LEGAL'] }),
  migrateDossier: operation({ ...onDossier, id: 'migrateDossier', verb: 'migrate', path: '/dossiers/{id}/migrate', vi: 'Đề nghị chuyển sang phiên bản quy trình khác', en: 'Propose to move to another version of the route', body: migrateBody, errors: [...explained, 'ROUTE_NOT_FOUND', 'MIGRATION_IMPOSSIBLE'] }),
  arriveEvent: operation({ ...onDossier, id: 'arriveEvent', verb: 'arrive', path: '/dossiers/{id}/arrive', vi: 'Báo một sự kiện bên ngoài đã tới', en: 'Tell that an outside event has arrived', body: arriveBody, ifMatch: null, errors: [...dossierErrors, 'VERB_NOT_IN_STEP'] }),
  withdrawDocument: operation({ ...onDossier, id: 'withdrawDocument', verb: 'withdraw', path: '/dossiers/{id}/withdraw', vi: 'Thu hồi văn bản đã ban hành', en: 'Withdraw the issued document', body: withdrawBody, errors: [...explained, 'NOT_ISSUED', 'ALREADY_WITHDRAWN'] }),
  confirmProposal: operation({
    ...onDossier, id: 'confirmProposal', verb: 'confirmProposal', path: '/dossiers/{id}/proposals/{proposal}/confirm', vi: 'Xác nhận một đề nghị', en: 'Confirm a proposal', params: proposalParams, body: reasonBody,
    errors: [...explained, ...proposalErrors, 'STEP_NOT_FOUND', 'STEP_CANNOT_BE_SKIPPED', 'RETURN_TARGET_NOT_LEGAL', 'ALREADY_ISSUED', 'MIGRATION_IMPOSSIBLE', 'DATE_INVALID', 'COUNTS_INVALID', 'TASK_NOT_FOUND', 'TASK_CLOSED', 'NOT_INCUMBENT', 'OUTCOME_NOT_POSSIBLE', 'STILL_MOVING'],
  }),
  declineProposal: operation({ ...onDossier, id: 'declineProposal', verb: 'declineProposal', path: '/dossiers/{id}/proposals/{proposal}/decline', vi: 'Không đồng ý một đề nghị', en: 'Decline a proposal', params: proposalParams, body: reasonBody, errors: [...explained, ...proposalErrors] }),
};
