import { operation } from './operation.ts';

/** Tells that something changed, never what. */
export const liveOperations = {
  hearLive: operation({ id: 'hearLive', method: 'get', path: '/live', tag: 'live', vi: 'Luồng báo có thay đổi (server-sent events): chỉ mã hồ sơ mà tôi được xem, không có nội dung', en: 'Server-sent events that something changed: ids of dossiers that I may see, never content', answers: { 200: { media: ['text/event-stream'] } }, errors: ['LIVE_TOO_MANY'] }),
};
