import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { endAuthority, grantAuthority, type OfficeAnswer } from '@totrinh/casework';
import type { Result } from '@totrinh/domain';
import { OPERATIONS } from '@totrinh/api-schema';
import { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { clean } from '../http/clean.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { accepted } from '../http/refused.ts';
import { Office } from '../office.ts';
import { presentOfficeActions } from '../present/office-actions.ts';

const { endAuthority: ending, grantAuthority: granting, listAuthorities } = OPERATIONS;
const authorityKey = z.object({ from: z.iso.date(), id: z.uuid() });
type AuthorityAnswer = z.infer<(typeof granting.answers)[201]>;

/** Who may decide or sign for whom, in writing and for a time. */
@Controller()
export class AuthoritiesController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(listAuthorities)
  async list(@Asks() asking: Asking, @Query({ schema: listAuthorities.query }) query: z.infer<typeof listAuthorities.query>): Promise<z.infer<(typeof listAuthorities.answers)[200]>> {
    const page = await this.#office.authorities.page(this.#office.viewer(asking.person), { limit: query.limit, after: keyOf(query.cursor, authorityKey) });
    return { items: page.items.map(({ actions, ...g }) => ({ ...g, routes: g.routes === null ? null : [...g.routes], verbs: [...g.verbs], allowedActions: presentOfficeActions(actions) })), next: cursorOf(page.next) };
  }

  @Operate(granting)
  grant(@Asks() asking: Asking, @Body({ schema: granting.body }) body: BodyOf<typeof granting>): Promise<AuthorityAnswer> {
    const { grantor, grantee, verbs, from, to } = body;
    const input = { grantee, verbs, from, to, number: clean('name', body.number), document: body.document ?? null, routes: body.routes ?? null, ...(grantor === undefined ? {} : { grantor }) };
    return answered(asking, grantAuthority(this.#office.desk, input, actRequest(asking, { body })));
  }

  @Operate(ending)
  end(@Asks() asking: Asking, @Param({ schema: ending.params }) params: ParamsOf<typeof ending>): Promise<AuthorityAnswer> {
    return answered(asking, endAuthority(this.#office.desk, params.id, actRequest(asking, { params })));
  }
}

async function answered(asking: Asking, doing: Promise<Result<OfficeAnswer<{ authority: string }>>>): Promise<AuthorityAnswer> {
  const { act, made, status, replayed } = accepted(await doing);
  void asking.reply.status(status);
  if (replayed) void asking.reply.header('idempotency-replayed', 'true');
  return { act, authority: made.authority };
}
