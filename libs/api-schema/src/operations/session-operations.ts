import { emptyBody } from '../shapes/acts.ts';
import { sessionEndedShape, sessionShape } from '../shapes/sessions.ts';
import { operation } from './operation.ts';

const ending = { method: 'post', tag: 'session', signs: true, body: emptyBody, answers: { 200: sessionEndedShape } } as const;

/** A browser's sign-in; it begins at /sign-in, outside the API. */
export const sessionOperations = {
  readSession: operation({ id: 'readSession', method: 'get', path: '/session', tag: 'session', vi: 'Trình duyệt này đã đăng nhập chưa, là ai, tới khi nào', en: 'Whether this browser is signed in, as whom, and until when', answers: { 200: sessionShape }, open: true, errors: [] }),
  endSession: operation({ ...ending, id: 'endSession', path: '/session/end', vi: 'Đăng xuất ở trình duyệt này', en: 'Sign out in this browser', errors: [] }),
  endAllSessions: operation({ ...ending, id: 'endAllSessions', path: '/session/end-everywhere', vi: 'Đăng xuất ở mọi trình duyệt của tôi', en: 'Sign out in every browser of mine', errors: [] }),
};
