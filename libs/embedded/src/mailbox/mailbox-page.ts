/** A letter that was caught. */
export interface CaughtMail { readonly no: number; readonly at: Date; readonly from: string; readonly to: string; readonly subject: string; readonly text: string; readonly messageId: string }

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328 }
  h1 { font-size: 1.4rem; margin-bottom: .25rem } p { color: #57606a; margin-top: 0 } a { color: #0969da }
  table { width: 100%; border-collapse: collapse } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #d0d7de; vertical-align: top } th { font-weight: 600 }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem } dd { margin: 0 } pre { white-space: pre-wrap; font: inherit; border-top: 1px solid #d0d7de; padding-top: 1rem }`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)} · Tờ Trình</title>
<style>${STYLE}</style></head>
<body><main>${body}</main></body></html>
`;
}

const time = (at: Date): string => new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'medium' }).format(at);

/** All letters that were caught, as they are given: the newest first. */
export function listPage(mails: readonly CaughtMail[]): string {
  const rows = mails.map((m) => `<tr><td>${escape(time(m.at))}</td><td>${escape(m.to)}</td><td><a href="/mails/${m.no}">${escape(m.subject || '(không có tiêu đề)')}</a></td></tr>`);
  const table = `<table><thead><tr><th>Lúc <span lang="en">At</span></th><th>Tới <span lang="en">To</span></th><th>Tiêu đề <span lang="en">Subject</span></th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
  const none = '<p>Chưa có thư nào. <span lang="en">No letters yet.</span></p>';
  return page('Hộp thư mẫu', `<h1>Hộp thư mẫu</h1>
<p>Thư mà hệ thống gửi được giữ ở đây, không đi đâu khác. <span lang="en">Letters that the system sends are kept here and go nowhere else.</span></p>
${mails.length === 0 ? none : table}`);
}

/** One letter, as text. */
export function mailPage(m: CaughtMail): string {
  return page(m.subject, `<p><a href="/">← Hộp thư mẫu <span lang="en">all letters</span></a></p><h1>${escape(m.subject)}</h1>
<dl><dt>Từ <span lang="en">From</span></dt><dd>${escape(m.from)}</dd><dt>Tới <span lang="en">To</span></dt><dd>${escape(m.to)}</dd><dt>Lúc <span lang="en">At</span></dt><dd>${escape(time(m.at))}</dd><dt>Mã thư <span lang="en">Message-ID</span></dt><dd>${escape(m.messageId)}</dd></dl>
<pre>${escape(m.text)}</pre>`);
}

/** The page of a letter that is not there (any more). */
export function missingPage(): string {
  return page('Không có thư này', '<h1>Không có thư này</h1><p>Hộp thư mẫu chỉ giữ các thư gần đây. <span lang="en">There is no such letter; only the latest are kept.</span></p><p><a href="/">← Hộp thư mẫu</a></p>');
}
