/** One event of `GET /api/v1/live`; docs/live.md. */
export interface LiveEvent {
  readonly name: string;
  readonly data: { readonly dossiers?: readonly string[]; readonly notices?: boolean; readonly desk?: boolean; readonly all?: boolean; readonly because?: string };
}

const SILENT_MS = 45_000;

/** Reads the stream until it ends; says whether the sign-in ended with it. A stream that is silent for 45 s counts as dead. Opening it is no use of the session. */
export async function readStream(onEvent: (event: LiveEvent) => void, until: AbortSignal): Promise<'ended' | 'signedOut'> {
  const cut = new AbortController();
  const stop = (): void => cut.abort();
  until.addEventListener('abort', stop, { once: true });
  let silence = setTimeout(stop, SILENT_MS);
  let over: 'ended' | 'signedOut' = 'ended';
  try {
    const answer = await fetch('/api/v1/live', { headers: { accept: 'text/event-stream', 'x-totrinh-background': '1' }, signal: cut.signal });
    if (answer.status === 401) return 'signedOut';
    if (!answer.ok || answer.body === null) return 'ended';
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      clearTimeout(silence);
      silence = setTimeout(stop, SILENT_MS);
      const blocks = (text + read.value).split('\n\n');
      text = blocks.pop() ?? '';
      for (const event of blocks.flatMap(eventOf)) {
        if (event.name === 'bye' && event.data.because === 'signedOut') over = 'signedOut';
        onEvent(event);
      }
    }
  } catch (fault) {
    // A connection that breaks off is what the caller waits for; anything else is a fault of this page.
    if (!(fault instanceof DOMException) && !(fault instanceof TypeError)) throw fault;
  } finally {
    clearTimeout(silence);
    until.removeEventListener('abort', stop);
  }
  return over;
}

function eventOf(block: string): LiveEvent[] {
  const lines = block.split('\n');
  const field = (name: string): string => lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trim()).join('\n');
  return field('event') === '' ? [] : [{ name: field('event'), data: JSON.parse(field('data') || '{}') as LiveEvent['data'] }];
}

/** Waits so many milliseconds, or until the network comes back, or until it is told to stop. */
export function pause(ms: number, until: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('online', end);
      until.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, ms);
    addEventListener('online', end, { once: true });
    until.addEventListener('abort', end, { once: true });
  });
}
