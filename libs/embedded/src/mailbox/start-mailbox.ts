import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AddressObject, ParsedMail } from 'mailparser';
import { freePort } from '../processes/ports.ts';
import { listPage, mailPage, missingPage, type CaughtMail } from './mailbox-page.ts';

/** The mailbox of this machine: `smtpUrl` for whoever sends, `url` for whoever reads. It lives in the runner's process. */
export type RunningMailbox = { readonly url: string; readonly smtpUrl: string; readonly port: number; mails(): readonly CaughtMail[]; stop(): Promise<void> };

/** So many letters are kept; older ones go. */
const MOST_KEPT = 500;
const LARGEST = 10 * 1024 * 1024;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
};

/** Starts a mail server on loopback that catches every letter, and a page that shows them; nothing is sent on. `preferredPort` is the page's, if it is free. */
export async function startMailbox({ preferredPort }: { readonly preferredPort?: number } = {}): Promise<RunningMailbox> {
  // Only whoever starts a mailbox pays for what reads letters.
  const [{ SMTPServer }, { simpleParser }] = await Promise.all([import('smtp-server'), import('mailparser')]);
  const kept: CaughtMail[] = [];
  let count = 0;
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'], logger: false, size: LARGEST, closeTimeout: 100,
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        count += 1;
        kept.unshift(caught(count, mail));
        kept.length = Math.min(kept.length, MOST_KEPT);
        done();
      }, done);
    },
  });
  // A sender that hangs up is its own matter.
  smtp.on('error', () => undefined);
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  const page = createServer((request, response) => answer(kept, request, response));
  const port = await freePort(preferredPort);
  page.listen(port, '127.0.0.1');
  await once(page, 'listening');
  return {
    url: `http://127.0.0.1:${port}`, smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, port,
    mails: () => [...kept],
    async stop() {
      page.closeAllConnections();
      await Promise.all([new Promise<void>((resolve) => page.close(() => resolve())), new Promise<void>((resolve) => smtp.close(() => resolve()))]);
    },
  };
}

function answer(kept: readonly CaughtMail[], request: IncomingMessage, response: ServerResponse): void {
  const no = /^\/mails\/(\d+)$/.exec(request.url ?? '')?.[1];
  const mail = kept.find((m) => String(m.no) === no);
  if (request.url === '/') response.writeHead(200, HEADERS).end(listPage(kept));
  else if (mail) response.writeHead(200, HEADERS).end(mailPage(mail));
  else response.writeHead(404, HEADERS).end(missingPage());
}

function caught(no: number, mail: ParsedMail): CaughtMail {
  return { no, at: new Date(), from: words(mail.from), to: words(mail.to), subject: mail.subject ?? '', text: mail.text ?? '', messageId: mail.messageId ?? '' };
}

function words(address: AddressObject | AddressObject[] | undefined): string {
  return [address ?? []].flat().map((a) => a.text).join(', ');
}
