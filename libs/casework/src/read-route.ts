import { checkRoute, refuse, type Parts, type Result, type Route, type RouteFault } from '@totrinh/domain';
import { CST, isNode, LineCounter, parseDocument, Parser, type Document } from 'yaml';

/** A fault with its place in the file, counted from 1; 0 where the place is not known. */
export interface PlacedFault extends RouteFault {
  readonly line: number;
  readonly column: number;
}

/** Far more than the longest route needs; a longer source costs nothing but this comparison. */
const MOST_CHARACTERS = 200_000;
/** A route nests about ten deep. Deeper text is refused before the YAML library builds its tree, which it does by recursion. */
const DEEPEST = 50;
/** No list or object of a route is longer; the library compares all keys of an object with each other. */
const MOST_ENTRIES = 1000;
/** Nobody reads on after so many; finding the place of each of thousands would take long. */
const MOST_FAULTS = 100;

/**
 * Reads a route from YAML or JSON and checks it against the published sub-routes. `today` (YYYY-MM-DD) judges fixed dates.
 * Errors: ROUTE_INVALID (details: the first hundred faults with code, path, line, column, vi, en, way).
 */
export function readRoute(source: string, parts: Parts = {}, today?: string, ladders?: readonly string[]): Result<Route> {
  if (source.length > MOST_CHARACTERS) return refuse('ROUTE_INVALID', { faults: [unread('quy trình dài quá 200.000 ký tự', 'the route is longer than 200,000 characters', { line: 0, column: 0 })] });
  const text = source.normalize('NFC');
  const lines = new LineCounter();
  const barred = barredIn([...new Parser(lines.addNewLine).parse(text)], lines);
  if (barred) return refuse('ROUTE_INVALID', { faults: [barred] });
  // Without pretty errors: the library takes quadratic time over them.
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: false });
  if (document.errors.length > 0) return refuse('ROUTE_INVALID', { faults: document.errors.slice(0, MOST_FAULTS).map((e) => unread(e.code, e.message, placeAt(lines, e.pos[0]))) });
  const checked = checkRoute(withoutSchemaKey(document.toJS({ maxAliasCount: 0 })), parts, today, ladders);
  if (checked.ok) return { ok: true, value: checked.route };
  return refuse('ROUTE_INVALID', { faults: checked.faults.slice(0, MOST_FAULTS).map((f): PlacedFault => ({ ...f, ...placeOf(document, lines, f.path) })) });
}

function unread(vi: string, en: string, place: { line: number; column: number }): PlacedFault {
  return { code: 'shape', path: [], vi: `Không đọc được YAML: ${vi}`, en: `Cannot read the YAML: ${en}`, ...place };
}

/**
 * What a route never has and a hostile text may: values nested too deep, endless lists, anchors and aliases (which blow a short text up),
 * tags (which make other things of it). Goes by the library's flat tokens, without recursion, and stops at the first.
 */
function barredIn(tokens: readonly CST.Token[], lines: LineCounter): PlacedFault | null {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let at = open.pop(); at; at = open.pop()) {
    const { token, depth } = at;
    if (depth > DEEPEST) return unread(`lồng sâu quá ${DEEPEST} tầng`, `nested deeper than ${DEEPEST} levels`, placeAt(lines, token.offset));
    if (token.type === 'alias' || token.type === 'anchor' || token.type === 'tag') {
      return unread(`không dùng “${token.source}” (tham chiếu, neo, nhãn kiểu): hãy viết đủ nội dung`, `“${token.source}” (an alias, anchor or tag) is not used: write the content itself`, placeAt(lines, token.offset));
    }
    if (CST.isCollection(token) && token.items.length > MOST_ENTRIES) return unread(`một danh sách dài quá ${MOST_ENTRIES} mục`, `a list longer than ${MOST_ENTRIES} entries`, placeAt(lines, token.offset));
    const inner = token.type === 'document' ? [...token.start, token.value] : CST.isCollection(token) ? token.items.flatMap(({ start, key, sep, value }) => [...start, key, ...(sep ?? []), value]) : [];
    for (const one of inner) if (one) open.push({ token: one, depth: depth + 1 });
  }
  return null;
}

function placeAt(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** JSON names its schema by a key, as YAML does by a comment; neither is part of the route. */
function withoutSchemaKey(written: unknown): unknown {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return written;
  return Object.fromEntries(Object.entries(written).filter(([key]) => key !== '$schema'));
}

/** The place of the deepest key of the path that stands in the file. */
function placeOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): { line: number; column: number } {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return placeAt(lines, node.range[0]);
  }
  return { line: 0, column: 0 };
}
