import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Journal } from './journal.ts';
import { ADMINISTRATOR, Office, told } from './office.ts';

/** What somebody said beforehand about the sample programme; `ask`: nothing. */
export type DemoWish = 'yes' | 'no' | 'ask';

interface Offer {
  readonly house: { readonly apiUrl: string; readonly issuer: string };
  readonly wish: DemoWish;
  readonly say: (line: string) => void;
  /** Ends the question when the start is stopped. */
  readonly signal: AbortSignal;
}

const QUESTION = 'Chưa có chương trình nào. Nạp chương trình mẫu 01-CTr/TU (34 nội dung) để có việc mà xem? [C/k] / load the sample programme, so that there is work to see? [Y/n] ';

/**
 * On a house of sample people without any programme: loads the sample programme where it is wanted, asks at a terminal (Enter is yes), and elsewhere says how.
 * Answers whether it was loaded. Nothing is asked where a programme is there.
 */
export async function offerDemo({ house, wish, say, signal }: Offer): Promise<boolean> {
  const { items } = told(await new Office(house, `offer-${randomBytes(4).toString('hex')}-`, new Journal()).as(ADMINISTRATOR).GET('/api/v1/programmes', { params: { query: { limit: 1 } } }));
  if (items.length > 0 || wish === 'no') return false;
  if (wish === 'ask' && !process.stdin.isTTY) {
    say('  Chưa có chương trình nào: “npm run demo” ở cửa sổ khác, hoặc “npm start -- --demo”, nạp chương trình mẫu / no programme yet: “npm run demo” in another terminal, or “npm start -- --demo”, loads the sample');
    return false;
  }
  if (wish === 'ask' && !(await agrees(signal))) return false;
  const { runDemo } = await import('./run-demo.ts');
  const { actions, seconds } = await runDemo({ house, run: randomBytes(4).toString('hex'), finish: false, say: (line) => say(`  ${line}`) });
  say(`✓ Chương trình mẫu: ${actions} hành động, ${seconds} s / the sample programme: ${actions} actions, ${seconds} s`);
  return true;
}

async function agrees(signal: AbortSignal): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // A terminal that is asked hears Ctrl-C itself; the start is to hear it, too.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return !/^\s*(k|n)/i.test(await terminal.question(QUESTION, { signal }));
  } catch (fault) {
    // Ctrl-C at the question is a stop, and the start hears it by its own signal.
    if (signal.aborted || (fault as { name?: string }).name === 'AbortError') return false;
    throw fault;
  } finally {
    terminal.close();
  }
}
