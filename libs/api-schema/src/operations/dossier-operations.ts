import { z } from 'zod';
import { actAnswerShape, emptyBody, reasonBody } from '../shapes/acts.ts';
import { idParams, paging } from '../shapes/basics.ts';
import { attachFields, commentBody, createBody, editBody } from '../shapes/dossier-bodies.ts';
import { chainShape, dossierPageShape, dossierQuery, dossierShape, eventPageShape } from '../shapes/dossiers.ts';
import { dossierErrors, operation, textErrors } from './operation.ts';

const onDossier = { method: 'post', tag: 'dossiers', params: idParams, acts: true, waits: true } as const;
const accepted = { 200: actAnswerShape };

export const dossierOperations = {
  createDossier: operation({ id: 'createDossier', verb: 'create', method: 'post', path: '/dossiers', tag: 'dossiers', vi: 'Mở hồ sơ trình cho một nội dung của chương trình, hoặc tự do', en: 'Open a dossier for a programme item, or without one', body: createBody, answers: { 201: actAnswerShape }, acts: true, waits: true, ifMatch: null, errors: ['ROUTE_NOT_FOUND', 'ITEM_NOT_FOUND', 'ITEM_TAKEN', 'NOT_ALLOWED', 'DUE_IN_PAST', 'ROUTE_NOT_FOR_ITEM', 'FIELDS_INVALID', 'SECRET_REFUSED', 'BUSY', ...textErrors] }),
  listDossiers: operation({ id: 'listDossiers', method: 'get', path: '/dossiers', tag: 'dossiers', vi: 'Hồ sơ tôi được xem, mới nhất trước', en: 'Dossiers that I may see, newest first', query: dossierQuery, answers: { 200: dossierPageShape }, errors: [] }),
  readDossier: operation({ id: 'readDossier', method: 'get', path: '/dossiers/{id}', tag: 'dossiers', vi: 'Hồ sơ với các bước, việc, ý kiến, văn bản, nhật ký và hành động được phép', en: 'A dossier with steps, tasks, decisions, documents, events and allowed actions', params: idParams, answers: { 200: dossierShape }, errors: ['DOSSIER_NOT_FOUND'] }),
  editDossier: operation({ ...onDossier, id: 'editDossier', verb: 'edit', method: 'patch', path: '/dossiers/{id}', vi: 'Sửa tên, hạn dự kiến hoặc dữ liệu của hồ sơ khi đang soạn thảo', en: 'Edit the title, the planned day or the facts of an open draft', body: editBody, answers: accepted, ifMatch: 'dossier', errors: [...dossierErrors, ...textErrors, 'NO_OPEN_DRAFT', 'TASK_HELD_BY_OTHER', 'DUE_IN_PAST', 'FIELDS_INVALID'] }),
  attachDocument: operation({ ...onDossier, id: 'attachDocument', verb: 'attach', path: '/dossiers/{id}/documents', vi: 'Đính kèm văn bản (bản thảo lần 1, 2, 3…)', en: 'Attach a file as the next numbered draft of its role', upload: { fields: attachFields }, answers: accepted, ifMatch: 'dossier', errors: [...dossierErrors, ...textErrors, 'NO_OPEN_DRAFT', 'TASK_HELD_BY_OTHER', 'FILE_TYPE_REFUSED', 'FILE_TOO_LARGE', 'SECRET_REFUSED'] }),
  submitDossier: operation({ ...onDossier, id: 'submitDossier', verb: 'submit', path: '/dossiers/{id}/submit', vi: 'Trình: đóng băng nội dung và chuyển bước', en: 'Submit: freeze the content and move on', body: emptyBody, answers: accepted, ifMatch: 'dossier', errors: [...dossierErrors, 'NO_OPEN_DRAFT', 'TASK_HELD_BY_OTHER', 'DOCUMENT_MISSING', 'RESPONSES_MISSING'] }),
  recallDossier: operation({ ...onDossier, id: 'recallDossier', verb: 'recall', path: '/dossiers/{id}/recall', vi: 'Rút lại khi chưa ai xem', en: 'Recall what nobody has seen yet', body: emptyBody, answers: accepted, ifMatch: 'dossier', errors: [...dossierErrors, 'NOTHING_TO_RECALL', 'RECALL_TOO_LATE', 'VERB_NOT_IN_STEP'] }),
  cancelDossier: operation({ ...onDossier, id: 'cancelDossier', verb: 'cancel', path: '/dossiers/{id}/cancel', vi: 'Dừng hồ sơ, nêu lý do', en: 'Cancel the dossier, with the reason', body: reasonBody, answers: accepted, ifMatch: 'dossier', errors: [...dossierErrors, ...textErrors, 'REASON_REQUIRED', 'ALREADY_ISSUED'] }),
  commentDossier: operation({ ...onDossier, id: 'commentDossier', verb: 'comment', path: '/dossiers/{id}/comments', vi: 'Trao đổi', en: 'Comment', body: commentBody, answers: accepted, ifMatch: null, errors: ['DOSSIER_NOT_FOUND', 'BUSY', ...textErrors] }),
  listEvents: operation({ id: 'listEvents', method: 'get', path: '/dossiers/{id}/events', tag: 'dossiers', vi: 'Nhật ký của hồ sơ, theo thứ tự', en: 'The events of a dossier in their order', params: idParams, query: z.strictObject(paging), answers: { 200: eventPageShape }, errors: ['DOSSIER_NOT_FOUND'] }),
  verifyChain: operation({ id: 'verifyChain', method: 'get', path: '/dossiers/{id}/chain', tag: 'dossiers', vi: 'Kiểm tra nhật ký xác thực của hồ sơ', en: 'Verify the chain of a dossier', params: idParams, answers: { 200: chainShape }, errors: ['DOSSIER_NOT_FOUND'] }),
  readDocument: operation({ id: 'readDocument', method: 'get', path: '/documents/{id}/content', tag: 'dossiers', vi: 'Tải nội dung văn bản', en: 'Download the bytes of a document', params: idParams, answers: { 200: 'file' }, errors: ['DOCUMENT_NOT_FOUND'] }),
};
