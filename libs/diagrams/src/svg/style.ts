/** Colours by class, light and dark; written out, since not every reader of SVG knows variables. Every class begins with `tt-`. */
const rules = (c: Record<'paper' | 'ink' | 'muted' | 'line' | 'card' | 'edge' | 'back' | 'frame' | 'frameFill' | 'open' | 'openFill' | 'passed' | 'passedFill' | 'done' | 'bad', string>): string => `
.tt-paper{fill:${c.paper}}.tt-card{fill:${c.card};stroke:${c.line};stroke-width:1.2}.tt-diamond{fill:${c.card};stroke:${c.edge};stroke-width:1.5}
.tt-bar,.tt-dot{fill:${c.edge}}.tt-pill{fill:${c.card};stroke:${c.muted};stroke-width:2.4}.tt-pill-done{stroke:${c.done}}.tt-pill-rejected,.tt-pill-cancelled{stroke:${c.bad}}
.tt-frame{fill:${c.frameFill};stroke:${c.frame};stroke-width:1.2;stroke-dasharray:5 4}.tt-lane{stroke:${c.frame};stroke-width:1;stroke-dasharray:2 4}
.tt-line{fill:none;stroke:${c.edge};stroke-width:1.5}.tt-back{stroke:${c.back}}.tt-tip{fill:${c.edge}}.tt-tip-back{fill:${c.back}}
.tt-route text{fill:${c.ink}}.tt-route .tt-kind,.tt-route .tt-small{fill:${c.muted}}.tt-route .tt-label{fill:${c.ink};stroke:${c.paper}}.tt-route .tt-label-back{fill:${c.back}}.tt-route .tt-head{fill:${c.muted};stroke:${c.frameFill}}
.tt-open .tt-card,.tt-open .tt-pill,.tt-open .tt-diamond{fill:${c.openFill};stroke:${c.open};stroke-width:3}.tt-open .tt-bar,.tt-open .tt-dot{fill:${c.open}}.tt-frame.tt-open{stroke:${c.open};stroke-width:2}
.tt-passed .tt-card,.tt-passed .tt-pill,.tt-passed .tt-diamond{fill:${c.passedFill};stroke:${c.passed}}.tt-passed .tt-bar,.tt-passed .tt-dot{fill:${c.passed}}
.tt-badge-open{fill:${c.open}}.tt-badge-passed{fill:${c.passed}}.tt-route .tt-badge-sign{fill:none;stroke:${c.paper};stroke-width:2}`;

const light = rules({
  paper: '#ffffff', ink: '#1b1f24', muted: '#5b6470', line: '#aeb6c1', card: '#f8fafc', edge: '#59636f', back: '#a1470a', frame: '#94a3b8', frameFill: '#f1f5f9',
  open: '#b4232a', openFill: '#fdecec', passed: '#2f7d4f', passedFill: '#eaf6ee', done: '#2f7d4f', bad: '#b4232a',
});
const dark = rules({
  paper: '#15181d', ink: '#e8ebef', muted: '#a5afbb', line: '#4d5763', card: '#20252c', edge: '#98a3b0', back: '#eba067', frame: '#56616e', frameFill: '#1a1e24',
  open: '#ff8080', openFill: '#3a2023', passed: '#6fca91', passedFill: '#1c2f24', done: '#6fca91', bad: '#ff8080',
});

/** The style sheet of a picture. */
export const STYLE = `.tt-route text{font-family:'Be Vietnam Pro','Segoe UI','Noto Sans','DejaVu Sans',system-ui,sans-serif}
.tt-kind{font-size:10.5px;letter-spacing:.02em}.tt-title{font-size:13px;font-weight:600}.tt-small{font-size:11.5px}.tt-head{font-size:12px;font-weight:600;stroke-width:5px;paint-order:stroke;stroke-linejoin:round}
.tt-label{font-size:11.5px;stroke-width:4px;paint-order:stroke;stroke-linejoin:round}${light}
@media (prefers-color-scheme:dark){${dark}}`.replaceAll('\n', '');
