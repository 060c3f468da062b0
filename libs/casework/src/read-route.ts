import { checkRoute, refuse, type Parts, type Result, type Route, type RouteFault } from '@totrinh/domain';
import { CST, isAlias, isNode, LineCounter, parseDocument, Parser, visit, type Document } from 'yaml';

/** A fault with its place in the file, counted from 1; 0 where the place is not known. */
export interface PlacedFault extends RouteFault {
  readonly line: number;
  readonly column: number;
}

/** Far more than the longest route needs; a longer source costs nothing but this comparison. */
const MOST_CHARACTERS = 200_000;
/** A route nests about ten deep. Deeper text is refused before the YAML library builds its tree, which it does by recursion. */
const DEEPEST = 50;

/**
 * Reads a route from YAML or JSON and checks it against the published sub-routes. `today` (YYYY-MM-DD) judges fixed dates.
 * Errors: ROUTE_INVALID (details: faults with code, path, line, column, vi, en, way).
 */
export function readRoute(source: string, parts: Parts = {}, today?: string): Result<Route> {
  if (source.length > MOST_CHARACTERS) return refuse('ROUTE_INVALID', { faults: [unread('quy trình dài quá 200.000 ký tự', 'the route is longer than 200,000 characters', 0, 0)] });
  const text = source.normalize('NFC');
  const lines = new LineCounter();
  const deep = tooDeepAt(text);
  const document = deep === null ? parseDocument(text, { lineCounter: lines, uniqueKeys: true }) : null;
  if (!document) return refuse('ROUTE_INVALID', { faults: [unread(`lồng sâu quá ${DEEPEST} tầng`, `nested deeper than ${DEEPEST} levels`, ...placeIn(text, deep ?? 0))] });
  const faults = [...document.errors.map((e) => unread(e.code, e.code, e.linePos?.[0].line ?? 0, e.linePos?.[0].col ?? 0)), ...referencesIn(document, lines)];
  if (faults.length > 0) return refuse('ROUTE_INVALID', { faults });
  const checked = checkRoute(withoutSchemaKey(document.toJS({ maxAliasCount: 0 })), parts, today);
  if (checked.ok) return { ok: true, value: checked.route };
  return refuse('ROUTE_INVALID', { faults: checked.faults.map((f) => ({ ...f, ...placeOf(document, lines, f.path) })) });
}

function unread(vi: string, en: string, line: number, column: number): PlacedFault {
  return { code: 'shape', path: [], vi: `Không đọc được YAML: ${vi}`, en: `Cannot read the YAML: ${en}`, line, column };
}

/** Offset of the first token that stands too deep; null where none does. Goes by the library's token tree, without recursion. */
function tooDeepAt(text: string): number | null {
  const open: { token: CST.Token; depth: number }[] = [...new Parser().parse(text)].map((token) => ({ token, depth: 0 }));
  for (let at = open.pop(); at; at = open.pop()) {
    const { token, depth } = at;
    if (depth > DEEPEST) return token.offset;
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth });
    if (!CST.isCollection(token)) continue;
    for (const { key, value } of token.items) for (const inner of [key, value]) if (inner) open.push({ token: inner, depth: depth + 1 });
  }
  return null;
}

function placeIn(text: string, offset: number): [line: number, column: number] {
  const before = text.slice(0, offset).split('\n');
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}

/** Aliases, which can blow a short text up, and tags, which make other things of it than a route has. */
function referencesIn(document: Document, lines: LineCounter): PlacedFault[] {
  const faults: PlacedFault[] = [];
  visit(document, {
    Node: (_key, node) => {
      const { line, col } = lines.linePos(node.range?.[0] ?? 0);
      if (isAlias(node)) faults.push(unread('không dùng tham chiếu (*tên): hãy viết lại nội dung', 'aliases (*name) are not used: write the content again', line, col));
      else if (node.tag !== undefined && !PLAIN_TAGS.has(node.tag)) faults.push(unread(`không dùng nhãn kiểu ${node.tag}`, `the tag ${node.tag} is not used`, line, col));
    },
  });
  return faults;
}

const PLAIN_TAGS: ReadonlySet<string> = new Set(['map', 'seq', 'str', 'int', 'float', 'bool', 'null'].map((type) => `tag:yaml.org,2002:${type}`));

/** JSON names its schema by a key, as YAML does by a comment; neither is part of the route. */
function withoutSchemaKey(written: unknown): unknown {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return written;
  return Object.fromEntries(Object.entries(written).filter(([key]) => key !== '$schema'));
}

/** The place of the deepest key of the path that stands in the file. */
function placeOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): { line: number; column: number } {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return { line, column: col };
    }
  }
  return { line: 0, column: 0 };
}
