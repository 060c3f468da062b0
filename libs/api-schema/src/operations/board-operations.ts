import { emptyBody } from '../shapes/acts.ts';
import { idParams } from '../shapes/basics.ts';
import { boardQuery, boardShape, briefingQuery, briefingsShape, feedEndShape, feedParams, feedShape, heardBody, heardShape, leadersQuery, leadersShape } from '../shapes/boards.ts';
import { settingAnswerShape, settingBody, settingHistoryShape, settingParams, settingsShape } from '../shapes/settings.ts';
import { operation } from './operation.ts';

const reading = { method: 'get', tag: 'board' } as const;
const acting = { acts: true, ifMatch: null } as const;

/** What is late and with whom, what lies before leaders, what the leadership hears of; one's own deadlines as a calendar; what the office has set. */
export const boardOperations = {
  readBoard: operation({ ...reading, id: 'readBoard', path: '/board/deadlines', vi: 'Bảng theo dõi hạn: việc đang mở theo cơ quan, số ngày, lần nhắc gần nhất và sắp tới', en: 'The board of deadlines: open tasks by unit, days late or left, the last and the next rung', query: boardQuery, answers: { 200: boardShape }, errors: [] }),
  readLeadersBoard: operation({ ...reading, id: 'readLeadersBoard', path: '/board/leaders', vi: 'Hồ sơ đang trình lãnh đạo và tập thể: đang trình từ ngày nào', en: 'What lies before leaders and bodies, and since when; never late', query: leadersQuery, answers: { 200: leadersShape }, errors: [] }),
  readBriefing: operation({ ...reading, id: 'readBriefing', path: '/board/briefing', vi: 'Danh sách báo cáo giao ban lãnh đạo', en: 'What the leadership hears at its next briefing', query: briefingQuery, answers: { 200: briefingsShape }, errors: [] }),
  hearBriefing: operation({ ...acting, id: 'hearBriefing', verb: 'hearBriefing', method: 'post', path: '/board/briefing/{id}/heard', tag: 'board', vi: 'Đã báo cáo giao ban: đưa ra khỏi danh sách', en: 'It was heard at the briefing: take it off the list', params: idParams, body: heardBody, answers: { 200: heardShape }, errors: ['BRIEFING_NOT_FOUND', 'BRIEFING_HEARD', 'NOT_ALLOWED', 'DATE_INVALID', 'BUSY'] }),
  makeFeed: operation({ ...acting, id: 'makeFeed', verb: 'makeFeed', method: 'post', path: '/me/feed', tag: 'board', vi: 'Lập địa chỉ lịch bí mật cho hạn của tôi; địa chỉ cũ hết hiệu lực', en: 'Make a secret calendar address of my deadlines; the one before ends', body: emptyBody, answers: { 201: feedShape }, errors: ['NOT_ALLOWED', 'BUSY'] }),
  endFeed: operation({ ...acting, id: 'endFeed', verb: 'endFeed', method: 'delete', path: '/me/feed', tag: 'board', vi: 'Kết thúc địa chỉ lịch của tôi', en: 'End my calendar address', answers: { 200: feedEndShape }, errors: ['FEED_NOT_FOUND', 'BUSY'] }),
  readFeed: operation({ ...reading, id: 'readFeed', path: '/feeds/{token}/deadlines.ics', vi: 'Hạn xử lý dạng iCalendar, chỉ có mã hồ sơ; không cần đăng nhập', en: 'Deadlines as iCalendar, codes alone, without a sign-in', params: feedParams, answers: { 200: { media: ['text/calendar'] } }, open: true, cached: true, errors: ['FEED_NOT_FOUND'] }),
  listSettings: operation({ id: 'listSettings', method: 'get', path: '/settings', tag: 'settings', vi: 'Thiết lập của cơ quan', en: 'Settings of the office', answers: { 200: settingsShape }, errors: ['NOT_ALLOWED'] }),
  readSettingHistory: operation({ id: 'readSettingHistory', method: 'get', path: '/settings/{key}/history', tag: 'settings', vi: 'Các phiên bản của một thiết lập, mới nhất trước', en: 'The versions of a setting, the latest first', params: settingParams, answers: { 200: settingHistoryShape }, errors: ['NOT_ALLOWED', 'SETTING_NOT_FOUND'] }),
  changeSetting: operation({ ...acting, id: 'changeSetting', verb: 'changeSetting', method: 'put', path: '/settings/{key}', tag: 'settings', vi: 'Đổi một thiết lập, trên phiên bản đã xem', en: 'Change a setting, on the version that was looked at', params: settingParams, body: settingBody, answers: { 200: settingAnswerShape }, errors: ['NOT_ALLOWED', 'SETTING_NOT_FOUND', 'SETTING_INVALID', 'VERSION_MISMATCH', 'BUSY'] }),
};
