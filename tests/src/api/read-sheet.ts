import { inflateRawSync } from 'node:zlib';

/** A cell of a sheet as a reader of spreadsheets sees it: words, a number, or a day (`YYYY-MM-DD`) where its format is one of days. */
export type SheetCell = string | number | { readonly day: string } | null;

/** The files of a ZIP archive by its central directory (APPNOTE 6.3), as text. */
export function unzipped(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, string>();
  for (let at = archive.readUInt32LE(end + 16), left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength, extra, comment, local] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32), archive.readUInt32LE(at + 42)];
    const name = archive.subarray(at + 46, at + 46 + nameLength).toString();
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(from, from + size);
    files.set(name, (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

/** The rows of the first sheet of a workbook; cells that are not there are null. */
export function rowsOf(archive: Buffer): SheetCell[][] {
  const files = unzipped(archive);
  const strings = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([^]*?)<\/si>/g)].map(([, si]) => textIn(si ?? ''));
  const dayStyles = daysAmongStyles(files.get('xl/styles.xml') ?? '');
  const sheet = [...files].find(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))?.[1] ?? '';
  return [...sheet.matchAll(/<row\b[^>]*?(?:\/>|>([^]*?)<\/row>)/g)].map(([, row]) => {
    const cells: SheetCell[] = [];
    for (const [, attributes = '', inner = ''] of (row ?? '').matchAll(/<c\b([^>]*?)(?:\/>|>([^]*?)<\/c>)/g)) cells[columnOf(attributes)] = valueOf(attributes, inner, strings, dayStyles);
    return Array.from(cells, (cell) => cell ?? null);
  });
}

function valueOf(attributes: string, inner: string, strings: readonly string[], dayStyles: ReadonlySet<number>): SheetCell {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1];
  if (type === 'inlineStr') return textIn(inner);
  const value = /<v>([^]*?)<\/v>/.exec(inner)?.[1];
  if (value === undefined) return null;
  if (type === 's') return strings[Number(value)] ?? null;
  // Days since the last day of 1899, as spreadsheets count them.
  return dayStyles.has(Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? -1)) ? { day: new Date(Date.UTC(1899, 11, 30) + Number(value) * 86_400_000).toISOString().slice(0, 10) } : Number(value);
}

function daysAmongStyles(styles: string): Set<number> {
  const formats = new Set([...styles.matchAll(/<numFmt\b[^>]*>/g)].filter(([f]) => /formatCode="[^"]*yyyy/.test(f)).map(([f]) => /numFmtId="(\d+)"/.exec(f)?.[1]));
  const cells = /<cellXfs[^>]*>([^]*?)<\/cellXfs>/.exec(styles)?.[1] ?? '';
  return new Set([...cells.matchAll(/<xf\b[^>]*>/g)].flatMap(([xf], i) => (formats.has(/numFmtId="(\d+)"/.exec(xf)?.[1]) ? [i] : [])));
}

function columnOf(attributes: string): number {
  const letters = /\br="([A-Z]+)\d+"/.exec(attributes)?.[1] ?? 'A';
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const textIn = (xml: string): string => [...xml.matchAll(/<t\b[^>]*>([^]*?)<\/t>/g)].map(([, t]) => t ?? '').join('').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
