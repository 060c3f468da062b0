import { escape, page } from './page-frame.ts';

/** Where a person stands on the page; groups come in the order of their first person. A folded one opens by a click. */
export type DemoGroup = { readonly vi: string; readonly en: string; readonly folded?: boolean };
/** A demo person: `login` is the person's id and the token's `sub`; `post` says what they are. */
export type DemoPerson = {
  readonly login: string; readonly name: string; readonly post: string; readonly group?: DemoGroup;
  /** Whom to begin with, in this order, and what there is to see as this person. */
  readonly shows?: { readonly place: number; readonly vi: string; readonly en: string };
};

const SAMPLE = '<p class="sample">MẪU · Sample</p>';

/** The sign-in page of the demo: one button for each person; a click signs in. Whom the application asks for (`hint`) stands first. */
export function signInPage(action: string, people: readonly DemoPerson[], hint?: string): string {
  const asked = people.find((person) => person.login === hint);
  const shown = people.filter((person) => person.shows !== undefined).sort((a, b) => (a.shows?.place ?? 0) - (b.shows?.place ?? 0));
  return page('Đăng nhập (MẪU)', `${SAMPLE}<h1>Đăng nhập vào Tờ Trình</h1>
<p>Chọn một chức vụ để vào. Không hỏi mật khẩu; chỉ dùng cho dữ liệu mẫu trên máy này.</p>
<p lang="en">Choose a post to sign in. No password is asked; sample data on this machine only.</p>
<form method="post" action="${escape(action)}">
${asked ? section('Được đề nghị', 'Asked for', [asked], buttonOf) : ''}
${shown.length > 0 ? section('Bắt đầu từ đây', 'Begin here', shown, guideOf) : ''}
${groupsOf(people, buttonOf)}
</form>`);
}

/** The first page of the sign-in: what it is, and who its people are; nobody signs in from here. */
export function welcomePage(people: readonly DemoPerson[]): string {
  const row = ({ login, name, post }: DemoPerson): string => `<li><div class="person"><strong>${escape(post)}</strong><small>${escape(name)} · <code>${escape(login)}</code></small></div></li>`;
  return page('Nguồn đăng nhập (MẪU)', `${SAMPLE}<h1>Nguồn đăng nhập mẫu của Tờ Trình</h1>
<p>Nguồn này cấp quyền vào cho ${people.length} người mẫu dưới đây, không hỏi mật khẩu, chỉ trên máy này. Việc đăng nhập bắt đầu từ ứng dụng.</p>
<p lang="en">The demo sign-in of Tờ Trình: it signs in the ${people.length} sample people below by their login, asks no password, and serves this machine only. A sign-in begins in the application.</p>
${groupsOf(people, row)}`);
}

/** The page for a sign-in that is no longer under way (its cookie is gone, or it took too long). */
export function expiredPage(): string {
  return sentencePage('Lượt đăng nhập đã hết hạn', 'Hãy quay lại ứng dụng và đăng nhập lại.', 'This sign-in has expired; go back and start again.');
}

/** The page for a request that the provider refuses; `reason` is the protocol's own code and sentence. */
export function faultPage(reason: string): string {
  return sentencePage('Không đăng nhập được', 'Ứng dụng đã hỏi sai cách.', `The application asked in a wrong way (${reason}).`);
}

/** The page at the end of a session, where the application named no address to go back to. */
export function signedOutPage(): string {
  return sentencePage('Đã đăng xuất', 'Có thể đóng trang này.', 'You are signed out; this page may be closed.');
}

const sentencePage = (title: string, vi: string, en: string): string => page(title, `<h1>${title}</h1><p>${vi}</p><p lang="en">${escape(en)}</p>`);

type Draw = (person: DemoPerson) => string;

const button = (login: string, first: string, second: string): string => `<li><button name="login" value="${escape(login)}"><strong>${first}</strong><small>${second}</small></button></li>`;
const buttonOf: Draw = ({ login, name, post }) => button(login, escape(post || name), `${escape(name)} · ${escape(login)}`);
const guideOf: Draw = ({ login, name, shows }) => button(login, escape(name), `${escape(shows?.vi ?? '')} <span lang="en">${escape(shows?.en ?? '')}</span>`);
const listOf = (people: readonly DemoPerson[], draw: Draw): string => `<ul>${people.map(draw).join('\n')}</ul>`;

function section(vi: string, en: string, people: readonly DemoPerson[], draw: Draw): string {
  return `<section><h2>${escape(vi)} <span lang="en">· ${escape(en)}</span></h2>${listOf(people, draw)}</section>`;
}

function groupsOf(people: readonly DemoPerson[], draw: Draw): string {
  const groups = Map.groupBy(people, ({ group }) => group?.vi ?? '');
  return [...groups].map(([vi, members]) => {
    const group = members[0]?.group;
    if (group?.folded !== true) return section(vi || 'Mọi người', group?.en ?? 'Everybody', members, draw);
    return `<details><summary>${escape(vi)} <span lang="en">· ${escape(group.en)}</span></summary>${listOf(members, draw)}</details>`;
  }).join('\n');
}
