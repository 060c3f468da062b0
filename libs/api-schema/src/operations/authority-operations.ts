import { actAnswerShape, emptyBody, reasonBody } from '../shapes/acts.ts';
import { authorityAnswerShape, authorityBody, authorityShape, ownerlessTaskShape } from '../shapes/authorities.ts';
import { idParams, pageOf, paging } from '../shapes/basics.ts';
import { reassignBody } from '../shapes/task-bodies.ts';
import { operation, taskErrors, textErrors } from './operation.ts';
import { z } from 'zod';

const acting = { method: 'post', acts: true, ifMatch: null, tag: 'authorities' } as const;
const onTask = { method: 'post', tag: 'tasks', params: idParams, answers: { 200: actAnswerShape }, acts: true, waits: true, ifMatch: 'task' } as const;
const judging = ['SELF_APPROVAL', 'BOTH_INITIALS', 'SAME_PERSON', 'VERB_NOT_IN_STEP'] as const;

/** Written authority; late tasks that change hands; tasks of people who left. */
export const authorityOperations = {
  listAuthorities: operation({ id: 'listAuthorities', method: 'get', path: '/authorities', tag: 'authorities', vi: 'Ủy quyền tôi giao, tôi nhận, và của người thuộc cơ quan tôi đứng đầu', en: 'Authorities that I grant or hold, and those of people whose unit I head', query: z.strictObject(paging), answers: { 200: pageOf(authorityShape, 'AuthorityPage') }, errors: [] }),
  grantAuthority: operation({ ...acting, id: 'grantAuthority', verb: 'grantAuthority', path: '/authorities', vi: 'Ủy quyền bằng văn bản (TUQ), có thời hạn', en: 'Grant a written authority for a time', body: authorityBody, answers: { 201: authorityAnswerShape }, errors: ['NOT_ALLOWED', 'PERSON_UNKNOWN', 'NOT_INCUMBENT', 'ROUTE_NOT_FOUND', 'DATE_INVALID', 'AUTHORITY_TOO_LONG', 'AUTHORITY_CHAIN', 'AUTHORITY_OVERLAP', 'BUSY', ...textErrors] }),
  endAuthority: operation({ ...acting, id: 'endAuthority', verb: 'endAuthority', path: '/authorities/{id}/end', vi: 'Thu hồi ủy quyền ngay từ hôm nay', en: 'End an authority at once, from today on', params: idParams, body: emptyBody, answers: { 200: authorityAnswerShape }, errors: ['NOT_ALLOWED', 'AUTHORITY_NOT_FOUND', 'BUSY'] }),
  listOwnerlessTasks: operation({ id: 'listOwnerlessTasks', method: 'get', path: '/tasks/ownerless', tag: 'tasks', vi: 'Việc không còn ai làm được vì người giữ đã rời chức vụ: của cơ quan, của văn phòng, hoặc tất cả với quản trị', en: 'Tasks that nobody may do any more: of one’s unit, of one’s office, or all for an administrator', query: z.strictObject(paging), answers: { 200: pageOf(ownerlessTaskShape, 'OwnerlessTaskPage') }, errors: [] }),
  reassignTask: operation({ ...onTask, id: 'reassignTask', verb: 'reassign', path: '/tasks/{id}/reassign', vi: 'Giao lại việc của người đã rời chức vụ, nêu lý do', en: 'Give the task of somebody who left to another, with the reason', body: reassignBody, errors: [...taskErrors, ...textErrors, ...judging, 'TASK_HAS_OWNER', 'REASON_REQUIRED', 'NOT_OF_UNIT', 'PARTICIPANT_TWICE'] }),
  takeOverTask: operation({ ...onTask, id: 'takeOverTask', verb: 'takeOver', path: '/tasks/{id}/take-over', vi: 'Nhận việc quá hạn về xử lý thay', en: 'Take a late task over', body: reasonBody, errors: [...taskErrors, ...textErrors, ...judging, 'TASK_NOT_LATE'] }),
  handBackTask: operation({ ...onTask, id: 'handBackTask', verb: 'handBack', path: '/tasks/{id}/hand-back', vi: 'Giao lại việc đã nhận xử lý thay', en: 'Hand a task back that was taken over', body: emptyBody, errors: [...taskErrors, 'TASK_NOT_TAKEN_OVER', 'NOT_INCUMBENT'] }),
  explainLateness: operation({ ...onTask, id: 'explainLateness', verb: 'explainLateness', path: '/tasks/{id}/explain-lateness', vi: 'Giải trình vì sao chậm', en: 'Say why it is late', body: reasonBody, ifMatch: null, errors: [...taskErrors, ...textErrors, 'TASK_NOT_LATE', 'REASON_REQUIRED'] }),
};
