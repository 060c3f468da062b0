import { z } from 'zod';
import { idParams, codeParams, pageOf, paging } from '../shapes/basics.ts';
import { absenceAnswerShape, absenceBody, absenceShape, bulkAnswerShape, bulkBody, voidNumberAnswerShape, voidNumberBody } from '../shapes/office-bodies.ts';
import { emptyBody } from '../shapes/acts.ts';
import { operation, textErrors } from './operation.ts';

const acting = { method: 'post', acts: true, ifMatch: null } as const;

/** A person's own desk: absences, many acts at once; and numbers that were not used. */
export const deskOperations = {
  listAbsences: operation({ id: 'listAbsences', method: 'get', path: '/absences', tag: 'absences', vi: 'Các lần vắng của tôi và của người tôi xử lý thay', en: 'My absences, and those in which I stand in', query: z.strictObject(paging), answers: { 200: pageOf(absenceShape, 'AbsencePage') }, errors: [] }),
  declareAbsence: operation({ ...acting, id: 'declareAbsence', verb: 'declareAbsence', path: '/absences', tag: 'absences', vi: 'Khai vắng và cử người xử lý thay', en: 'Declare an absence and who stands in', body: absenceBody, answers: { 201: absenceAnswerShape }, errors: ['NOT_ALLOWED', 'PERSON_UNKNOWN', 'NOT_INCUMBENT', 'ROUTE_NOT_FOUND', 'DATE_INVALID', 'ABSENCE_CHAIN', 'SUBSTITUTE_AWAY', 'ABSENCE_OVERLAP', 'BUSY'] }),
  endAbsence: operation({ ...acting, id: 'endAbsence', verb: 'endAbsence', path: '/absences/{id}/end', tag: 'absences', vi: 'Kết thúc xử lý thay từ hôm nay', en: 'End the standing in from today on', params: idParams, body: emptyBody, answers: { 200: absenceAnswerShape }, errors: ['NOT_ALLOWED', 'ABSENCE_NOT_FOUND', 'DATE_INVALID', 'BUSY'] }),
  bulk: operation({ ...acting, id: 'bulk', verb: 'bulk', path: '/bulk', tag: 'tasks', vi: 'Xử lý nhiều việc, mỗi việc một kết quả; không dùng cho biểu quyết, ký, phê duyệt', en: 'Act on many tasks, each with a result of its own; never votes, signatures or approvals', body: bulkBody, answers: { 200: bulkAnswerShape }, errors: ['BULK_NOT_ALLOWED', ...textErrors] }),
  voidNumber: operation({ ...acting, id: 'voidNumber', verb: 'voidNumber', path: '/registers/{id}/void', tag: 'registers', vi: 'Hủy số kế tiếp của sổ, nêu lý do', en: 'Void the next number of a register, with the reason', params: codeParams, body: voidNumberBody, answers: { 201: voidNumberAnswerShape }, errors: ['REGISTER_NOT_FOUND', 'NOT_ALLOWED', 'REGISTER_RECORDS', 'NUMBER_DATE_DECREASES', 'REASON_REQUIRED', 'BUSY', ...textErrors] }),
};
