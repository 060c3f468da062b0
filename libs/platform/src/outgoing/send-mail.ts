import { PassThrough } from 'node:stream';
import { createTransport, type SentMessageInfo } from 'nodemailer';
import type { SendFailure, SendOutcome } from '@totrinh/domain';
import { reasonOf } from '../start-error.ts';

/** `smtpUrl`: smtp:// or smtps://, with name and password where the server wants them; `from`: `Name <address>` or an address. */
export interface MailSettings { readonly smtpUrl: string; readonly from: string }

export interface MailLetter { readonly key: string; readonly to: { readonly name: string; readonly address: string }; readonly subject: string; readonly text: string; readonly language: string }

/** How long to wait for the server: for each word of it, and for the whole letter (ms). */
export interface MailPatience { readonly wordMs: number; readonly letterMs: number }
export const MAIL_PATIENCE: MailPatience = { wordMs: 10_000, letterMs: 45_000 };

interface SmtpError { readonly command?: string; readonly responseCode?: number; readonly rejectedErrors?: readonly SmtpError[] }

/**
 * Sends letters by SMTP, each on a connection of its own, so that a connection that breaks is one letter's matter. The Message-ID is the letter's key at the sender's
 * domain: the same whenever it is sent again. Never throws.
 */
export function createMailer({ smtpUrl, from }: MailSettings, { wordMs, letterMs }: MailPatience = MAIL_PATIENCE): (letter: MailLetter) => Promise<SendOutcome> {
  const domain = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return async ({ key, to, subject, text, language }) => {
    const transport = createTransport({ url: smtpUrl, connectionTimeout: wordMs, greetingTimeout: wordMs, socketTimeout: wordMs, dnsTimeout: wordMs, disableFileAccess: true, disableUrlAccess: true });
    // The letter is asked for once the server has greeted; from then on a silence may mean that it was taken.
    let begun = false;
    transport.use('stream', (mail, done) => {
      mail.message.transform(() => { begun = true; return new PassThrough(); });
      done();
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error(`not taken within ${letterMs} ms`)), letterMs); });
    try {
      const sending: Promise<SentMessageInfo> = transport.sendMail({
        from, to: { name: oneLine(to.name), address: oneLine(to.address) }, subject: oneLine(subject), text, messageId: `<${key}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language }, textEncoding: 'quoted-printable',
      });
      await Promise.race([sending, late]);
      return { sent: true };
    } catch (error) {
      return failureOf(error, begun);
    } finally {
      clearTimeout(timer);
      transport.close();
    }
  };
}

/** A head line is one line, whatever it was given. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

function failureOf(error: unknown, begun: boolean): SendFailure {
  const { command = '', responseCode, rejectedErrors } = error as SmtpError;
  const reason = `${command} ${reasonOf(error)}`.trim().replace(/\s+/g, ' ');
  const rejected = rejectedErrors?.[0];
  // The server speaks of this one recipient: others may well be reached.
  if (rejected) return { sent: false, forGood: isForGood(rejected.responseCode), perhapsTaken: false, wayClosed: false, reason };
  const answered = responseCode !== undefined && responseCode >= 400;
  return { sent: false, forGood: false, perhapsTaken: begun && !answered, wayClosed: !(answered && command === 'DATA' && responseCode !== 421), reason };
}

/** 550, 551, 553: there is no such mailbox. A full one (552) or one that is busy (4xx) may take it later. */
function isForGood(responseCode: number | undefined): boolean {
  return responseCode === 550 || responseCode === 551 || responseCode === 553;
}
