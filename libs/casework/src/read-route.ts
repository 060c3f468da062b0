import { checkRoute, refuse, type Result, type Route, type RouteFault } from '@totrinh/domain';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';

/** A fault with its place in the file, counted from 1; 0 where the place is not known. */
export interface PlacedFault extends RouteFault {
  readonly line: number;
  readonly column: number;
}

/** Reads a route from YAML or JSON and checks it. Errors: ROUTE_INVALID (details: faults with line, column, vi, en). */
export function readRoute(source: string): Result<Route> {
  const lines = new LineCounter();
  const document = parseDocument(source.normalize('NFC'), { lineCounter: lines, uniqueKeys: true, maxAliasCount: 0 } as Parameters<typeof parseDocument>[1]);
  if (document.errors.length > 0) {
    const faults = document.errors.map((e): PlacedFault => ({ path: [], vi: `Không đọc được YAML: ${e.code}`, en: `Cannot read the YAML: ${e.code}`, line: e.linePos?.[0].line ?? 0, column: e.linePos?.[0].col ?? 0 }));
    return refuse('ROUTE_INVALID', { faults });
  }
  const checked = checkRoute(document.toJS({ maxAliasCount: 0 }));
  if (checked.ok) return { ok: true, value: checked.route };
  return refuse('ROUTE_INVALID', { faults: checked.faults.map((f) => ({ ...f, ...placeOf(document, lines, f.path) })) });
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
