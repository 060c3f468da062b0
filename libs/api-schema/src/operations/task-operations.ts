import { z } from 'zod';
import { actAnswerShape, decisionBody, emptyBody, returnBody } from '../shapes/acts.ts';
import { idParams, paging } from '../shapes/basics.ts';
import { queueShape, taskShape } from '../shapes/tasks.ts';
import { operation, taskErrors, textErrors } from './operation.ts';

const onTask = { method: 'post', tag: 'tasks', params: idParams, answers: { 200: actAnswerShape }, acts: true, waits: true } as const;

export const taskOperations = {
  listTasks: operation({ id: 'listTasks', method: 'get', path: '/tasks', tag: 'tasks', vi: 'Việc của tôi: đang giữ hoặc chờ nhận, cũ nhất trước', en: 'My queue: tasks that I hold or may claim, oldest first', query: z.strictObject(paging), answers: { 200: queueShape }, errors: [] }),
  readTask: operation({ id: 'readTask', method: 'get', path: '/tasks/{id}', tag: 'tasks', vi: 'Một việc, ai xử lý được và tôi được làm gì', en: 'One task, who may work on it, and what I may do', params: idParams, answers: { 200: taskShape }, errors: ['TASK_NOT_FOUND'] }),
  seeTask: operation({ ...onTask, id: 'seeTask', path: '/tasks/{id}/seen', vi: 'Đã xem: từ đây hồ sơ không rút lại được', en: 'Seen: from now on the dossier cannot be recalled', body: emptyBody, ifMatch: null, errors: [...taskErrors] }),
  claimTask: operation({ ...onTask, id: 'claimTask', path: '/tasks/{id}/claim', vi: 'Nhận việc', en: 'Claim an offered task', body: emptyBody, ifMatch: 'task', errors: [...taskErrors, 'TASK_NOT_OFFERED'] }),
  releaseTask: operation({ ...onTask, id: 'releaseTask', path: '/tasks/{id}/release', vi: 'Trả lại việc đã nhận', en: 'Release a claimed task', body: emptyBody, ifMatch: 'task', errors: [...taskErrors, 'TASK_NOT_HELD'] }),
  decideTask: operation({ ...onTask, id: 'decideTask', path: '/tasks/{id}/decision', vi: 'Ý kiến xử lý', en: 'Decide', body: decisionBody, ifMatch: 'task', errors: [...taskErrors, ...textErrors, 'OUTCOME_NOT_POSSIBLE', 'REASON_REQUIRED', 'RETURN_TARGET_NOT_LEGAL', 'SELF_APPROVAL', 'STEP_CLOSED_BY_TIME'] }),
  returnTask: operation({ ...onTask, id: 'returnTask', path: '/tasks/{id}/return', vi: 'Chuyển lại để hoàn thiện, nêu lý do', en: 'Return to an earlier step, with the reason', body: returnBody, ifMatch: 'task', errors: [...taskErrors, ...textErrors, 'OUTCOME_NOT_POSSIBLE', 'REASON_REQUIRED', 'RETURN_TARGET_NOT_LEGAL', 'SELF_APPROVAL'] }),
  issueTask: operation({ ...onTask, id: 'issueTask', path: '/tasks/{id}/issue', vi: 'Ban hành: cấp số và phát hành', en: 'Issue: number the document and send it out', body: emptyBody, ifMatch: 'task', errors: [...taskErrors, 'REGISTER_NOT_FOUND', 'OUTCOME_NOT_POSSIBLE', 'APPROVAL_NOT_IN_FORCE', 'NUMBER_DATE_DECREASES'] }),
};
