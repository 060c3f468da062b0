import fc from 'fast-check';
import type { Route } from '@totrinh/domain';
import { toMermaid, toSvg } from '@totrinh/diagrams';
import { flowOf } from '../../../libs/diagrams/src/flow/flow-of.ts';
import { stepTitle } from '../../../libs/diagrams/src/words/step-words.ts';
import { textWidth, wrapText } from '../../../libs/diagrams/src/words/wrap-text.ts';
import { anyShape } from './random-routes.ts';
import { EVERY_KIND, SAMPLE_ROUTES } from './sample-routes.ts';

/** Text of the picture as a reader sees it: what stands in `<text>`, one word after the other. */
const seen = (svg: string): string => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((hit) => hit[1]).join(' ')
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const solid = (text: string): string => text.replaceAll(/\s/gu, '');
const titles = (route: Route, lang: 'vi' | 'en'): string[] => flowOf(route).shapes.flatMap((shape) => (shape.type === 'step' ? [stepTitle(shape.name, shape.rule, shape.part, lang)] : []));

describe('Ảnh và sơ đồ của quy trình · pictures of a route', () => {
  test.each(SAMPLE_ROUTES)('mọi bước đều có mặt trong ảnh và sơ đồ · every step is in the picture and the flowchart: %s', (_, route) => {
    for (const lang of ['vi', 'en'] as const) {
      const svg = toSvg(route, lang);
      const mermaid = toMermaid(route, lang).replaceAll(/#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));
      for (const title of titles(route, lang)) {
        expect(solid(seen(svg))).toContain(solid(title));
        expect(mermaid).toContain(title);
      }
    }
  });

  test('ảnh nói ai làm, hạn nào, kết quả gì, bằng ngôn ngữ được chọn · who, by when and outcomes, in the chosen language', () => {
    const vi = seen(toSvg(EVERY_KIND, 'vi'));
    const en = seen(toSvg(EVERY_KIND, 'en'));
    for (const words of ['Người soạn thảo', 'Hạn: 30 ngày làm việc', 'Hạn: 8 giờ', 'Hạn: đến 31/3/2026', 'Đồng ý đưa ra', 'Hoàn thiện thêm', 'Quá hạn', 'đủ 1 nhánh', 'Còn lại', 'case.needsVote']) expect(vi).toContain(words);
    for (const words of ['The drafter', 'Due: 30 working days', 'Due: 8 hours', 'Lapsed', 'at least 1', 'Otherwise']) expect(en).toContain(words);
  });

  test('nơi hồ sơ đang ở và đã qua được đánh dấu và đọc lên được · where a dossier stands is marked, and told to who cannot see', () => {
    const svg = toSvg(EVERY_KIND, 'vi', { open: ['lay-y-kien'], passed: ['soan-thao', 'xem-xet'] });
    expect(svg.match(/<g class="tt-open">/g)).toHaveLength(1);
    expect(svg.match(/<g class="tt-passed">/g)).toHaveLength(2);
    expect(svg).toMatch(/<desc>.*Đang ở: lay-y-kien\. Đã qua: Soạn thảo .*, xem-xet\.<\/desc>/);
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*>\n<title>Mỗi loại bước một lần<\/title><desc>/);
    expect(svg).toContain('@media (prefers-color-scheme:dark)');
    expect(toSvg(EVERY_KIND, 'vi')).not.toContain('<g class="tt-');
  });

  test('bước trong quy trình con được đánh dấu theo đường dẫn · a step of a sub-route is marked by its path', () => {
    const [, route] = SAMPLE_ROUTES.find(([name]) => name === 'sub-routes')!;
    const svg = toSvg(route, 'en', { open: ['con/goi/dau'], passed: [] });
    expect(svg.match(/<g class="tt-open">/g)).toHaveLength(1);
  });

  test('chữ của quy trình không thành thẻ hay mã · words of a route never become markup', () => {
    fc.assert(fc.property(anyShape, (route) => {
      const svg = toSvg(route, 'vi');
      expect(svg.replaceAll(/<\/?(?:svg|title|desc|style|defs|marker|rect|path|circle|g|text)(?: [\w:-]+="[^"<>]*")*\/?>/g, '')).not.toMatch(/[<>]/);
      const lines = toMermaid(route, 'vi').split('\n');
      expect(lines.filter((line) => !/^\s*(flowchart LR|subgraph n\d+\w*\[".*"\]|end|n\d+\S*\(?[[({]*("[^"]*"| )[\])}]*|n\d+ (-->|-\.->)(\|"[^"]*"\|)? n\d+|)$/u.test(line))).toEqual([]);
    }), { numRuns: 100 });
  });

  test('chữ tiếng Việt được ngắt ở dấu cách và không rộng hơn ô · Vietnamese is broken at spaces and stays within its box', () => {
    expect(wrapText('Văn phòng tiếp nhận, kiểm tra thể thức', 130, 13, 4)).toEqual(['Văn phòng tiếp', 'nhận, kiểm tra thể', 'thức']);
    fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
      const lines = wrapText(text, width, 13, 3);
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(width);
    }));
  });
});
