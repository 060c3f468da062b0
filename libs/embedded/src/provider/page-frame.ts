const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in a page, whatever it holds. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const STYLE = `
  :root { color-scheme: light dark; --ink: #1f2328; --soft: #57606a; --ground: #f5f6f8; --card: #ffffff; --edge: #8c959f; --accent: #0958d9; --over: #e6f4ff; --mark: #8a5a00; --mark-ground: #fff7e0 }
  @media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #a9b1ba; --ground: #111316; --card: #1b1e23; --edge: #5f6873; --accent: #69b1ff; --over: #15273d; --mark: #ffd666; --mark-ground: #2b2611 } }
  * { box-sizing: border-box }
  body { font: 16px/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; margin: 0; color: var(--ink); background: var(--ground) }
  main { max-width: 68rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
  h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem } p { margin: .25rem 0; max-width: 80ch }
  [lang=en] { color: var(--soft); font-weight: 400 } code { font-size: .9em }
  .sample { display: inline-block; margin: 0 0 .75rem; padding: .1rem .6rem; border-radius: 1rem; font-size: .875rem; font-weight: 600; color: var(--mark); background: var(--mark-ground) }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)) }
  li { display: flex }
  button, .person { width: 100%; min-height: 3.5rem; text-align: left; padding: .6rem .9rem; border: 1px solid var(--edge); border-radius: .5rem; background: var(--card); color: inherit; font: inherit }
  button { display: flex; flex-direction: column; justify-content: flex-start; cursor: pointer; touch-action: manipulation }
  button:hover { border-color: var(--accent); background: var(--over) }
  button:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
  strong { display: block; font-weight: 600 } small, small [lang=en] { display: block; font-size: .875rem; color: var(--soft); overflow-wrap: anywhere }
  details { margin-top: .5rem; border: 1px solid var(--edge); border-radius: .5rem; background: var(--card) }
  summary { cursor: pointer; padding: .65rem .9rem; font-weight: 600 } details ul { padding: 0 .9rem .9rem }
  @media (max-width: 30rem) { main { padding: 1.25rem 1rem 3rem } h1 { font-size: 1.3rem } }`;

/** A whole page: no script, nothing from elsewhere, light or dark as the reader likes it. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} · Tờ Trình</title>
<style>${STYLE}</style></head>
<body><main>${body}</main></body></html>
`;
}
