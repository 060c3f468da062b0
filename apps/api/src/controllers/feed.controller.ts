import { Controller, Inject, Param } from '@nestjs/common';
import { endFeed, feedHash, makeFeed } from '@totrinh/casework';
import { deadlineCalendar, officeDay } from '@totrinh/domain';
import { API_PREFIX, OPERATIONS } from '@totrinh/api-schema';
import { sha256 } from '@totrinh/persistence';
import type { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { Operate, type ParamsOf } from '../http/operate.ts';
import { accepted, found } from '../http/refused.ts';
import { Office } from '../office.ts';

const { makeFeed: making, endFeed: ending, readFeed } = OPERATIONS;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** One's deadlines as a calendar that other programs read. Reading changes nothing, and tells codes alone. */
@Controller()
export class FeedController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(making)
  async make(@Asks() asking: Asking): Answer<(typeof making.answers)[201]> {
    const { act, token, status } = accepted(await makeFeed(this.#office.desk, actRequest(asking, {})));
    void asking.reply.status(status);
    return { act, address: token === null ? null : `${baseOf(asking)}${API_PREFIX}/feeds/${token}/deadlines.ics` };
  }

  @Operate(ending)
  async end(@Asks() asking: Asking): Answer<(typeof ending.answers)[200]> {
    return { act: accepted(await endFeed(this.#office.desk, actRequest(asking, {}))).act };
  }

  /** A calendar asks again and again: what it has already is answered by 304. */
  @Operate(readFeed)
  async read(@Asks() asking: Asking, @Param({ schema: readFeed.params }) { token }: ParamsOf<typeof readFeed>): Promise<string> {
    // The address is a secret: neither the answer nor a refusal repeats it.
    const deadlines = found(await this.#office.feeds.read(feedHash(token), officeDay(this.#office.desk.now())), 'FEED_NOT_FOUND', '');
    const text = deadlineCalendar(deadlines.map((d) => ({ ...d, link: `${baseOf(asking)}/dossiers/${d.dossier}` })));
    const etag = `"${sha256(text).slice(0, 32)}"`;
    void asking.reply.header('etag', etag).header('cache-control', 'private, no-cache').header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    if (asking.request.headers['if-none-match']?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
      void asking.reply.status(304);
      return '';
    }
    void asking.reply.header('content-type', 'text/calendar; charset=utf-8');
    return text;
  }
}

const baseOf = ({ request }: Asking): string => `${request.protocol}://${request.host}`;
