import { codeParams } from '../shapes/basics.ts';
import { calendarAnswerShape, calendarBody, calendarDueQuery, calendarDueShape, calendarQuery, calendarShape, calendarsShape, calendarVersionsShape } from '../shapes/calendars.ts';
import { operation, textErrors } from './operation.ts';

const reading = { method: 'get', tag: 'calendars' } as const;

/** Calendars: which days are worked, and when a term ends. */
export const calendarOperations = {
  listCalendars: operation({ ...reading, id: 'listCalendars', path: '/calendars', vi: 'Lịch chung và lịch riêng của các cơ quan', en: 'The general calendar and those of offices', answers: { 200: calendarsShape }, errors: [] }),
  readCalendar: operation({ ...reading, id: 'readCalendar', path: '/calendars/{id}', vi: 'Một lịch làm việc, với các ngày của một năm', en: 'A calendar, with the days of a year', params: codeParams, query: calendarQuery, answers: { 200: calendarShape }, errors: ['CALENDAR_NOT_FOUND'] }),
  listCalendarVersions: operation({ ...reading, id: 'listCalendarVersions', path: '/calendars/{id}/versions', vi: 'Các phiên bản của lịch: ai sửa gì, khi nào, vì sao', en: 'The versions of a calendar: who changed what, when and why', params: codeParams, answers: { 200: calendarVersionsShape }, errors: ['CALENDAR_NOT_FOUND'] }),
  readCalendarDue: operation({ ...reading, id: 'readCalendarDue', path: '/calendars/{id}/due', vi: 'Hạn rơi vào ngày nào, và vì sao', en: 'When a term ends, and why', params: codeParams, query: calendarDueQuery, answers: { 200: calendarDueShape }, errors: ['CALENDAR_NOT_FOUND', 'DAY_UNKNOWN', 'SPAN_INVALID'] }),
  changeCalendar: operation({
    id: 'changeCalendar', verb: 'changeCalendar', method: 'post', path: '/calendars/{id}/versions', tag: 'calendars', vi: 'Sửa lịch làm việc thành phiên bản kế tiếp', en: 'Change a calendar: its next version', params: codeParams, body: calendarBody,
    answers: { 201: calendarAnswerShape }, acts: true, ifMatch: null, errors: ['NOT_ALLOWED', 'CALENDAR_NOT_FOUND', 'CALENDAR_INVALID', 'CALENDAR_UNCHANGED', 'CALENDAR_CHANGED', 'BUSY', ...textErrors],
  }),
};
