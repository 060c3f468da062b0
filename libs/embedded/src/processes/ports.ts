import { createServer } from 'node:net';
import { StartError } from '@totrinh/platform';

// Below the range that the kernel hands to outgoing connections, so that a port found free is not taken by one a moment later.
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** Whether a server may listen on this loopback port now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** `count` different loopback ports that are free now; drawn at random, so that houses started side by side seldom meet. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  for (let tries = 0; found.size < count; tries += 1) {
    if (tries > 1000) throw new StartError({ vi: 'Không còn cổng nào trống trên máy này', en: 'no free port left on this machine' });
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (!found.has(port) && (await isPortFree(port))) found.add(port);
  }
  return [...found];
}

/** One free loopback port; `preferred` (such as last time's) if it is still free. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isPortFree(preferred))) return preferred;
  const [port = 0] = await freePorts(1);
  return port;
}

/** The one sentence for a port that somebody else holds. */
export function portTaken(port: number, part: string): StartError {
  return new StartError({
    vi: `Cổng ${port} (cho ${part}) đang có chương trình khác dùng; hãy chọn cổng khác bằng --port`,
    en: `port ${port} (for ${part}) is taken by another program; choose another with --port`,
  });
}

/** Throws portTaken unless the port is free. */
export async function requirePort(port: number, part: string): Promise<void> {
  if (!(await isPortFree(port))) throw portTaken(port, part);
}
