import { z } from 'zod';
import { idParams, sha256Hex, uuid } from '../shapes/basics.ts';
import { agendaOrderBody, meetingAnswerShape } from '../shapes/meetings.ts';
import { officeDeskQuery, officeDeskShape } from '../shapes/office-desk.ts';
import { operation } from './operation.ts';

const paperParams = z.strictObject({ id: uuid, sha256: sha256Hex });

/** The office's desk: what waits for a meeting, what it lacks, what comes after; the order and the papers of a meeting. */
export const officeDeskOperations = {
  readOfficeDesk: operation({ id: 'readOfficeDesk', method: 'get', path: '/office-desk', tag: 'office', vi: 'Bàn làm việc của văn phòng: hồ sơ đủ, thiếu gì, chờ xếp lịch, chờ kết luận, chờ ký, chờ số', en: 'The office’s desk: what each dossier has and lacks, and which stage it waits in', query: officeDeskQuery, answers: { 200: officeDeskShape }, errors: ['NOT_ALLOWED'] }),
  sortAgenda: operation({ id: 'sortAgenda', verb: 'sortAgenda', method: 'post', path: '/meetings/{id}/agenda-order', tag: 'meetings', vi: 'Sắp xếp thứ tự chương trình hội nghị', en: 'Put the agenda of a meeting in order', params: idParams, body: agendaOrderBody, answers: { 200: meetingAnswerShape }, acts: true, ifMatch: null, errors: ['MEETING_NOT_FOUND', 'MEETING_CLOSED', 'NOT_ON_AGENDA', 'NOT_ALLOWED', 'BUSY'] }),
  readMeetingPaper: operation({ id: 'readMeetingPaper', method: 'get', path: '/meetings/{id}/papers/{sha256}/content', tag: 'meetings', vi: 'Nội dung một tài liệu hoặc biên bản của hội nghị', en: 'The bytes of a paper or the minutes of a meeting', params: paperParams, answers: { 200: 'file' }, errors: ['MEETING_NOT_FOUND', 'DOCUMENT_NOT_FOUND'] }),
};
