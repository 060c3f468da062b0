import { z } from 'zod';
import { emptyBody } from '../shapes/acts.ts';
import { idParams, paging } from '../shapes/basics.ts';
import { deliveriesQuery, deliveryPageShape, endpointAnswerShape, endpointBody, endpointEndedShape, endpointsShape, noticeCountsShape, noticePageShape, noticesQuery, preferencesAnswerShape, preferencesBody, preferencesShape, resendAnswerShape, toldPageShape } from '../shapes/notices.ts';
import { noticeAnswerShape } from '../shapes/office-bodies.ts';
import { operation } from './operation.ts';

const reading = { method: 'get', tag: 'notices' } as const;
const acting = { method: 'post', tag: 'notices', acts: true, ifMatch: null } as const;

/** What people are told: in the application, by e-mail, by webhooks. */
export const noticeOperations = {
  listNotices: operation({ ...reading, id: 'listNotices', path: '/notices', vi: 'Thông báo cho tôi, mới nhất trước', en: 'What I was told, newest first', query: noticesQuery, answers: { 200: noticePageShape }, errors: [] }),
  countNotices: operation({ ...reading, id: 'countNotices', path: '/notices/counts', vi: 'Số thông báo chưa đọc, theo loại', en: 'How many notices I have not read, by kind', answers: { 200: noticeCountsShape }, errors: [] }),
  readNotice: operation({ ...acting, id: 'readNotice', verb: 'readNotice', path: '/notices/{id}/read', vi: 'Đánh dấu đã đọc', en: 'Mark a notice as read', params: idParams, body: emptyBody, answers: { 200: noticeAnswerShape }, errors: ['BUSY'] }),
  listTold: operation({ ...reading, id: 'listTold', path: '/dossiers/{id}/notices', vi: 'Ai đã được báo gì về hồ sơ, qua kênh nào, đã gửi chưa', en: 'Who was told what of a dossier, by which channel, and whether it was sent', params: idParams, query: z.strictObject(paging), answers: { 200: toldPageShape }, errors: ['DOSSIER_NOT_FOUND'] }),
  readPreferences: operation({ ...reading, id: 'readPreferences', path: '/preferences', vi: 'Tôi nhận thông báo thế nào', en: 'How I am told', answers: { 200: preferencesShape }, errors: [] }),
  setPreferences: operation({ ...acting, id: 'setPreferences', verb: 'setPreferences', path: '/preferences', vi: 'Chọn cách nhận thông báo', en: 'Choose how I am told', body: preferencesBody, answers: { 200: preferencesAnswerShape }, errors: ['BUSY'] }),
  listEndpoints: operation({ ...reading, id: 'listEndpoints', path: '/webhook-endpoints', vi: 'Các webhook của cơ quan (quản trị)', en: 'Webhooks of the office (administrators)', answers: { 200: endpointsShape }, errors: ['NOT_ALLOWED'] }),
  registerEndpoint: operation({ ...acting, id: 'registerEndpoint', verb: 'registerEndpoint', path: '/webhook-endpoints', vi: 'Đăng ký webhook; khóa bí mật chỉ hiện một lần', en: 'Register a webhook; its secret is shown once', body: endpointBody, answers: { 201: endpointAnswerShape }, errors: ['NOT_ALLOWED', 'WEBHOOK_ADDRESS_REFUSED', 'ENDPOINT_NAME_TAKEN', 'BUSY'] }),
  endEndpoint: operation({ ...acting, id: 'endEndpoint', verb: 'endEndpoint', path: '/webhook-endpoints/{id}/end', vi: 'Kết thúc webhook', en: 'End a webhook', params: idParams, body: emptyBody, answers: { 200: endpointEndedShape }, errors: ['NOT_ALLOWED', 'ENDPOINT_NOT_FOUND', 'BUSY'] }),
  listDeliveries: operation({ ...reading, id: 'listDeliveries', path: '/deliveries', vi: 'Thư và webhook không gửi được, hoặc đang chờ (quản trị)', en: 'Letters and webhooks that could not be sent, or wait (administrators)', query: deliveriesQuery, answers: { 200: deliveryPageShape }, errors: ['NOT_ALLOWED'] }),
  resendDelivery: operation({ ...acting, id: 'resendDelivery', verb: 'resendDelivery', path: '/deliveries/{id}/resend', vi: 'Gửi lại, với cùng mã', en: 'Send again, under the same id', params: idParams, body: emptyBody, answers: { 200: resendAnswerShape }, errors: ['NOT_ALLOWED', 'DELIVERY_NOT_FOUND', 'BUSY'] }),
};
