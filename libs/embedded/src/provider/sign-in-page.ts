/** A demo person: `login` is the person's id and the token's `sub`; `post` says what they are. */
export type DemoPerson = { readonly login: string; readonly name: string; readonly post: string };

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328 }
  h1 { font-size: 1.4rem; margin-bottom: .25rem } p { margin-top: 0; color: #57606a }
  ul { list-style: none; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)) }
  button { width: 100%; text-align: left; padding: .6rem .8rem; border: 1px solid #d0d7de; border-radius: .5rem; background: #f6f8fa; font: inherit; cursor: pointer }
  button:hover, button:focus-visible { border-color: #0969da; background: #ddf4ff }
  button small { display: block; color: #57606a }`;

/** The sign-in page of the demo: one button per person, ordered as the people were given; a click signs in. */
export function signInPage(action: string, people: readonly DemoPerson[]): string {
  const buttons = people.map(
    ({ login, name, post }) =>
      `<li><button name="login" value="${escape(login)}">${escape(post)}<small>${escape(name)} · ${escape(login)}</small></button></li>`,
  );
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tờ Trình · Đăng nhập (MẪU)</title>
<style>${STYLE}</style></head>
<body><main><h1>Đăng nhập vào Tờ Trình (MẪU)</h1>
<p>Chọn một chức vụ để vào. Chỉ dùng cho dữ liệu mẫu trên máy này. <span lang="en">Choose a post to sign in; sample data on this machine only.</span></p>
<form method="post" action="${escape(action)}"><ul>
${buttons.join('\n')}
</ul></form></main></body></html>
`;
}

/** The first page of the sign-in: what it is, and who its people are; nobody signs in from here. */
export function welcomePage(people: readonly DemoPerson[]): string {
  const rows = people.map(({ login, name, post }) => `<li><strong>${escape(post)}</strong><br>${escape(name)} · <code>${escape(login)}</code></li>`);
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tờ Trình · Nguồn đăng nhập (MẪU)</title>
<style>${STYLE}</style></head>
<body><main><h1>Nguồn đăng nhập mẫu của Tờ Trình</h1>
<p>Nguồn này cấp quyền vào cho ${people.length} người mẫu dưới đây, không hỏi mật khẩu, chỉ trên máy này. Việc đăng nhập bắt đầu từ ứng dụng.</p>
<p lang="en">The demo sign-in of Tờ Trình: it signs in the ${people.length} sample people below by their login, asks no password, and serves this machine only. A sign-in begins in the application.</p>
<ul>
${rows.join('\n')}
</ul></main></body></html>
`;
}

function sentencePage(title: string, text: string, english: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Tờ Trình</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${text} <span lang="en">${english}</span></p></main></body></html>
`;
}

/** The page for a sign-in that is no longer under way (its cookie is gone, or it took too long). */
export function expiredPage(): string {
  return sentencePage('Lượt đăng nhập đã hết hạn', 'Hãy quay lại ứng dụng và đăng nhập lại.', 'This sign-in has expired; go back and start again.');
}

/** The page for a request that the provider refuses; `reason` is the protocol's own code and sentence. */
export function faultPage(reason: string): string {
  return sentencePage('Không đăng nhập được', 'Ứng dụng đã hỏi sai cách.', `The application asked in a wrong way (${escape(reason)}).`);
}
