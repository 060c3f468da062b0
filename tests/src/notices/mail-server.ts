import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** How the server behaves from now on. `busy`: 451 to every recipient; `away`: 421 to whoever connects; `silent`: takes the letter and never answers; `cut`: hangs up in the middle of it; `full`: 452 after it. */
export type MailFault = 'none' | 'busy' | 'away' | 'silent' | 'cut' | 'full' | 'mute';

const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

/** A real SMTP server of the office, on this machine, which keeps what it took and can be made to fail. */
export class MailServer {
  readonly taken: ParsedMail[] = [];
  /** Letters that arrived whole, also those that were not answered. */
  readonly arrived: ParsedMail[] = [];
  fault: MailFault = 'none';
  /** Recipients that do not exist. */
  unknown: readonly string[] = [];
  readonly #sockets = new Set<Socket>();
  #server: SMTPServer | undefined;
  #port = 0;

  static async open(): Promise<MailServer> {
    const server = new MailServer();
    await server.up();
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  /** Listens (again), at the same port. */
  async up(): Promise<void> {
    const smtp = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'], logger: false, closeTimeout: 50,
      onConnect: (_, done) => { if (this.fault !== 'mute') done(this.fault === 'away' ? refusal(421, 'away') : null); },
      onRcptTo: ({ address }, _, done) => done(this.unknown.includes(address) ? refusal(550, 'no such mailbox') : this.fault === 'busy' ? refusal(451, 'busy') : null),
      onData: (stream, _, done) => { this.#take(stream, done).catch(done); },
    });
    // A client that is cut off is what some of these tests are about.
    smtp.on('error', () => undefined);
    smtp.server.on('connection', (socket: Socket) => this.#sockets.add(socket));
    this.#server = smtp;
    smtp.listen(this.#port, '127.0.0.1');
    await once(smtp.server, 'listening');
    this.#port = (smtp.server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => { if (this.#server) this.#server.close(() => resolve()); else resolve(); });
    this.#server = undefined;
  }

  async #take(stream: SMTPServerDataStream, done: (error?: Error | null) => void): Promise<void> {
    if (this.fault === 'cut') {
      stream.once('data', () => { for (const socket of this.#sockets) socket.destroy(); });
      stream.resume();
      return;
    }
    const mail = await simpleParser(stream);
    this.arrived.push(mail);
    if (this.fault === 'silent') return;
    if (this.fault === 'full') return done(refusal(452, 'full'));
    this.taken.push(mail);
    done();
  }
}
