import type { FastifyReply } from 'fastify';

const STYLE = `
  :root { color-scheme: light dark; --ink: #1f2328; --soft: #57606a; --ground: #ffffff; --line: #0958d9 }
  @media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #a9b1ba; --ground: #16181c; --line: #69b1ff } }
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.25rem; color: var(--ink); background: var(--ground) }
  h1 { font-size: 1.4rem; line-height: 1.3 } p { margin: .5rem 0 } p[lang=en] { color: var(--soft) } a { color: var(--line) }
  .go { display: inline-block; margin: 1rem 1rem 0 0; min-height: 1.5rem }`;

/** What went wrong on the way in, to whoever stands there: in both languages, and what to do now. */
export const SIGN_IN_FAULTS = {
  off: { status: 404, title: 'Chưa mở đăng nhập bằng trình duyệt', vi: 'Người vận hành chưa khai báo địa chỉ của ứng dụng (TOTRINH_PUBLIC_URL).', en: 'Browsers cannot sign in here: whoever runs the system has not told the application’s address (TOTRINH_PUBLIC_URL).' },
  stale: { status: 400, title: 'Lượt đăng nhập không còn hiệu lực', vi: 'Lượt này đã dùng rồi, đã quá mười phút, hoặc bắt đầu ở trình duyệt khác.', en: 'This sign-in was used before, took longer than ten minutes, or began in another browser.' },
  refused: { status: 400, title: 'Chưa đăng nhập được', vi: 'Nguồn đăng nhập đã từ chối, hoặc trả lời không đúng yêu cầu.', en: 'The sign-in was refused, or its answer is not what was asked for.' },
  notFresh: { status: 400, title: 'Cần đăng nhập lại thật sự', vi: 'Nguồn đăng nhập không hỏi lại mật khẩu, nên lượt này chưa tính là đăng nhập mới.', en: 'The provider did not ask again who you are, so this does not count as a fresh sign-in.' },
  unknown: { status: 403, title: 'Tài khoản chưa có trong danh sách cán bộ', vi: 'Đề nghị quản trị thêm người này vào hệ thống, hoặc đăng nhập bằng tài khoản khác.', en: 'This account is not in the directory of people. Ask the administrator to enter it, or sign in with another one.' },
  broken: { status: 500, title: 'Hệ thống gặp lỗi ngoài dự kiến', vi: 'Thử lại; nếu còn lỗi, báo quản trị.', en: 'Something unexpected went wrong. Try again; if it stays, tell the administrator.' },
  away: { status: 503, title: 'Nguồn đăng nhập đang tạm vắng', vi: 'Chờ vài giây rồi thử lại.', en: 'The sign-in is away. Wait a few seconds and try again.' },
} as const;
export type SignInFault = keyof typeof SIGN_IN_FAULTS;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** Answers a page that says what went wrong; `again` is the way to try once more, `out` the way to be signed out at the provider. */
export function sendFault(reply: FastifyReply, fault: SignInFault, again: string, out: string | null = null): FastifyReply {
  const { status, title, vi, en } = SIGN_IN_FAULTS[fault];
  const links = [...(fault === 'off' ? [] : [`<a class="go" href="${escape(again)}">Đăng nhập lại · Sign in again</a>`]), ...(out === null ? [] : [`<a class="go" href="${escape(out)}">Dùng tài khoản khác · Use another account</a>`])];
  return reply.status(status).headers({
    'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  }).send(`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Tờ Trình</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${vi}</p><p lang="en">${en}</p>${links.join('')}</main></body></html>
`);
}
