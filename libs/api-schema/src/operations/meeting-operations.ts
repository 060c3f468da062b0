import { emptyBody } from '../shapes/acts.ts';
import { idParams } from '../shapes/basics.ts';
import { attendBody, concludeBody, meetingAnswerShape, meetingBody, meetingShape, meetingsQuery, meetingsShape, paperFields } from '../shapes/meetings.ts';
import { operation, textErrors } from './operation.ts';

const onMeeting = { method: 'post', tag: 'meetings', params: idParams, answers: { 200: meetingAnswerShape }, acts: true, ifMatch: null } as const;
const meetingErrors = ['MEETING_NOT_FOUND', 'NOT_ALLOWED', 'BUSY'] as const;

/** Meetings of bodies (hội nghị, phiên họp). */
export const meetingOperations = {
  listMeetings: operation({ id: 'listMeetings', method: 'get', path: '/meetings', tag: 'meetings', vi: 'Các hội nghị, ngày gần nhất trước', en: 'Meetings, the latest day first', query: meetingsQuery, answers: { 200: meetingsShape }, errors: [] }),
  readMeeting: operation({ id: 'readMeeting', method: 'get', path: '/meetings/{id}', tag: 'meetings', vi: 'Hội nghị với chương trình, thành phần, tài liệu, kết luận', en: 'A meeting with its agenda, attendance, papers and conclusion', params: idParams, answers: { 200: meetingShape }, errors: ['MEETING_NOT_FOUND'] }),
  createMeeting: operation({ ...onMeeting, id: 'createMeeting', verb: 'createMeeting', path: '/meetings', vi: 'Lập hội nghị', en: 'Plan a meeting', params: undefined, body: meetingBody, answers: { 201: meetingAnswerShape }, errors: ['NOT_ALLOWED', 'DATE_INVALID', 'BUSY', ...textErrors] }),
  sendPapers: operation({ ...onMeeting, id: 'sendPapers', verb: 'sendPapers', path: '/meetings/{id}/papers-sent', vi: 'Gửi tài liệu tới thành viên', en: 'Send the papers on', body: emptyBody, errors: [...meetingErrors, 'MEETING_CLOSED', 'NOT_ON_AGENDA'] }),
  attachPaper: operation({ ...onMeeting, id: 'attachPaper', verb: 'attachPaper', path: '/meetings/{id}/papers', vi: 'Đính kèm tài liệu hoặc biên bản', en: 'Attach a paper or the minutes', upload: { fields: paperFields }, errors: [...meetingErrors, 'MEETING_CLOSED', 'FILE_TYPE_REFUSED', 'FILE_TOO_LARGE', ...textErrors] }),
  attend: operation({ ...onMeeting, id: 'attend', verb: 'attend', path: '/meetings/{id}/attendance', vi: 'Điểm danh thành viên', en: 'Enter who was present', body: attendBody, errors: [...meetingErrors, 'MEETING_CLOSED', 'NOT_INCUMBENT', 'PARTICIPANT_TWICE', ...textErrors] }),
  conclude: operation({ ...onMeeting, id: 'conclude', verb: 'conclude', path: '/meetings/{id}/conclusion', vi: 'Thông báo kết luận và giao việc', en: 'Enter the conclusion and its assignments', body: concludeBody, errors: [...meetingErrors, 'MEETING_CLOSED', 'NOT_ON_AGENDA', 'DATE_INVALID', 'DOSSIER_NOT_FOUND', ...textErrors] }),
  finishAssignment: operation({ ...onMeeting, id: 'finishAssignment', verb: 'finishAssignment', path: '/assignments/{id}/done', vi: 'Báo việc được giao đã xong', en: 'Tell that an assignment is done', body: emptyBody, errors: ['TASK_NOT_FOUND', 'TASK_CLOSED', ...meetingErrors] }),
};
