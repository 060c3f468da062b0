import type { Route } from '@totrinh/domain';
import type { FlowShape } from '../flow/flow.ts';
import { type Box, type Line, sure } from '../layout/drawing.ts';
import { layOut } from '../layout/lay-out.ts';
import type { Lang } from '../words/lang.ts';
import { stepTitle } from '../words/step-words.ts';
import { wrapText } from '../words/wrap-text.ts';
import { escapeXml } from './escape-xml.ts';
import { roundedPath } from './rounded-path.ts';
import { LABEL, planOf, regionId, type RoutePlan } from './route-plan.ts';
import { linesHeight, PADDING, TYPE, type Card } from './step-card.ts';
import { STYLE } from './style.ts';

/** Where a dossier stands and has been: paths of steps. */
export interface Standing {
  readonly open: readonly string[];
  readonly passed: readonly string[];
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

/**
 * A route as a picture that stands alone: SVG text with its own style, light and dark after the reader's choice. Equal
 * routes give equal text. `at` marks where a dossier stands and has been, by colour and by a sign, and in the description.
 */
export function toSvg(route: Route, lang: Lang, at: Standing = { open: [], passed: [] }): string {
  const ready = planOf(route, lang);
  const picture = layOut(ready.plan);
  const state = (id: string): 'open' | 'passed' | null => (at.open.includes(id) ? 'open' : at.passed.includes(id) ? 'passed' : null);
  const back = (id: string): boolean => sure(picture.lines.get(id)).back;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="tt-route" role="img" lang="${lang}" width="${n(picture.width)}" height="${n(picture.height)}" viewBox="0 0 ${n(picture.width)} ${n(picture.height)}">`,
    `<title>${escapeXml(route.title[lang])}</title><desc>${escapeXml(description(ready, route, lang, at))}</desc><style>${STYLE}</style>`,
    `<defs>${tip('tt-tip')}${tip('tt-tip-back')}</defs><rect class="tt-paper" width="100%" height="100%"/>`,
    ...ready.flow.regions.map((region) => frame(sure(picture.frames.get(regionId(region))), state(region.step))),
    ...ready.flow.regions.flatMap((region) => region.lanes.slice(1).map((lane) => sure(picture.lanes.get(lane.id))).map((lane) => `<path class="tt-lane" d="M${n(lane.x)} ${n(lane.y - 11)}h${n(lane.width)}"/>`)),
    ...ready.flow.lines.map((line) => stroke(sure(picture.lines.get(line.id)))),
    ...ready.flow.regions.map((region) => head(ready, regionId(region), sure(picture.frames.get(regionId(region))))),
    ...ready.flow.regions.flatMap((region) => region.lanes.map((lane) => laneHead(ready, lane.id, sure(picture.lanes.get(lane.id))))),
    ...ready.flow.shapes.map((shape) => figure(shape, sure(ready.cards.get(shape.id)), sure(picture.boxes.get(shape.id)), state(shape.type === 'exit' ? shape.step : shape.id))),
    ...[...ready.labels].map(([id, words]) => label(sure(picture.lines.get(id)), words, back(id))),
    '</svg>',
  ].join('\n');
}

const tip = (kind: string): string => `<marker id="${kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path class="${kind}" d="M0 1 9 5 0 9Z"/></marker>`;
const stroke = (line: Line): string => `<path class="tt-line${line.back ? ' tt-back' : ''}" d="${roundedPath(line.points)}" marker-end="url(#${line.back ? 'tt-tip-back' : 'tt-tip'})"/>`;
const text = (style: string, x: number, y: number, words: string, middle = false): string => `<text class="${style}" x="${n(x)}" y="${n(y)}"${middle ? ' text-anchor="middle"' : ''}>${escapeXml(words)}</text>`;

function frame(box: Box, state: string | null): string {
  return `<rect class="tt-frame${state ? ` tt-${state}` : ''}" x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}" rx="10"/>`;
}

const head = (ready: RoutePlan, id: string, box: Box): string => text('tt-head', box.x + 12, box.y + 19, wrapText(sure(ready.heads.get(id)), box.width - 24, 12, 1, true).join(''));
const laneHead = (ready: RoutePlan, id: string, box: Box): string => (ready.laneHeads.has(id) ? text('tt-small', box.x + 4, box.y + 10, sure(ready.laneHeads.get(id))) : '');

function label(line: Line, words: readonly string[], back: boolean): string {
  const at = line.label;
  return at ? words.map((one, i) => text(`tt-label${back ? ' tt-label-back' : ''}`, at.x, at.y + (i + 0.8) * LABEL.height, one)).join('') : '';
}

function figure(shape: FlowShape, card: Card, box: Box, state: 'open' | 'passed' | null): string {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const rect = (kind: string, radius: number): string => `<rect class="${kind}" x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}" rx="${n(radius)}"/>`;
  const inside = (x: number, centred: boolean): string => {
    let y = middle.y - linesHeight(card.lines) / 2;
    return card.lines.map((line) => {
      y += TYPE[line.style].height;
      return text(`tt-${line.style}`, x, y - 4, line.text, centred);
    }).join('');
  };
  const under = (): string => card.lines.map((line, i) => text('tt-title', middle.x, box.y + box.height + 15 + i * TYPE.title.height, line.text, true)).join('');
  const drawn = {
    card: () => rect('tt-card', 7) + inside(box.x + PADDING, false),
    pill: () => rect(`tt-pill${shape.type === 'step' && shape.rule.kind === 'end' ? ` tt-pill-${shape.rule.status}` : ''}`, Math.min(24, box.height / 2)) + inside(middle.x, true),
    diamond: () => `<path class="tt-diamond" d="M${n(middle.x)} ${n(box.y)} ${n(box.x + box.width)} ${n(middle.y)} ${n(middle.x)} ${n(box.y + box.height)} ${n(box.x)} ${n(middle.y)}Z"/>${under()}`,
    dot: () => `<circle class="tt-dot" cx="${n(middle.x)}" cy="${n(middle.y)}" r="${n(box.width / 2)}"/>`,
    bar: () => rect('tt-bar', 3),
  }[card.shape]();
  const isGate = card.shape === 'bar' || card.shape === 'dot';
  return `<g${state ? ` class="tt-${state}"` : ''}>${drawn}${state && !isGate ? badge(box, state) : ''}</g>`;
}

/** A sign beside the colour, for who cannot tell colours apart: a tick for passed, a pointer for where it stands. */
function badge(box: Box, state: 'open' | 'passed'): string {
  const [x, y] = [box.x + box.width - 4, box.y + 4];
  const sign = state === 'passed' ? `M${n(x - 4)} ${n(y)}l3 3.5 5-7` : `M${n(x - 2.5)} ${n(y - 4)}l5 4-5 4`;
  return `<circle class="tt-badge-${state}" cx="${n(x)}" cy="${n(y)}" r="9"/><path class="tt-badge-sign" d="${sign}"/>`;
}

function description(ready: RoutePlan, route: Route, lang: Lang, at: Standing): string {
  const names = (ids: readonly string[]): string => ids.map((id) => {
    const shape = ready.flow.shapes.find((one) => one.id === id);
    return shape?.type === 'step' ? stepTitle(shape.name, shape.rule, shape.part, lang) : id;
  }).join(', ');
  const steps = ready.flow.shapes.filter((shape) => shape.type === 'step').map((shape) => stepTitle(shape.name, shape.rule, shape.part, lang));
  const parts = lang === 'vi'
    ? [`Quy trình ${route.route}: ${steps.join('; ')}.`, at.open.length > 0 ? `Đang ở: ${names(at.open)}.` : '', at.passed.length > 0 ? `Đã qua: ${names(at.passed)}.` : '']
    : [`Route ${route.route}: ${steps.join('; ')}.`, at.open.length > 0 ? `Stands at: ${names(at.open)}.` : '', at.passed.length > 0 ? `Passed: ${names(at.passed)}.` : ''];
  return parts.filter(Boolean).join(' ');
}
