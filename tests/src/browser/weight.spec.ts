import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWeb } from '../../../apps/cli/src/web/build-web.ts';

interface Chunk { readonly file: string; readonly imports?: readonly string[]; readonly isEntry?: boolean; readonly src?: string }
type Manifest = Readonly<Record<string, Chunk>>;

const MOST_BYTES = 300_000;
const QUEUE = 'src/features/queue/queue-screen.tsx';

/** A chunk and everything that it cannot start without. */
function needed(manifest: Manifest, name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`the manifest knows no ${name}`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const other of chunk.imports ?? []) needed(manifest, other, found);
  return found;
}

const weigh = (folder: string, files: Iterable<string>): number => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);

describe('trang đầu nhẹ · the first load is light', () => {
  test('the frame and the queue together are at most 300 kB of gzipped JavaScript', async () => {
    const folder = await buildWeb();
    const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
    const entry = Object.keys(manifest).find((name) => manifest[name]!.isEntry === true)!;
    const frame = needed(manifest, entry);
    const first = needed(manifest, QUEUE, new Set(frame));
    const bytes = weigh(folder, first);
    process.stdout.write(`first load of the queue: ${(bytes / 1000).toFixed(1)} kB gzip in ${first.size} files (the frame alone ${(weigh(folder, frame) / 1000).toFixed(1)} kB)\n`);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  }, 120_000);
});
