import { Controller, Inject, Param, Query } from '@nestjs/common';
import { OPERATIONS } from '@totrinh/api-schema';
import { z } from 'zod';
import { Asks, type Asking } from '../http/asking.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate } from '../http/operate.ts';
import { found } from '../http/refused.ts';
import { Office } from '../office.ts';

const { listRegisters, listRegisterNumbers } = OPERATIONS;
const numberKey = z.object({ series: z.string(), number: z.int() });
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** Registers and the numbers they gave. */
@Controller()
export class RegistersController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(listRegisters)
  async list(@Asks() asking: Asking, @Query({ schema: listRegisters.query }) query: z.infer<typeof listRegisters.query>): Answer<(typeof listRegisters.answers)[200]> {
    const page = await this.#office.registers.page(this.#office.viewer(asking.person), { limit: query.limit, after: keyOf(query.cursor, z.string()) });
    return { items: page.items.map((r) => ({ ...r, series: r.series.map((s) => ({ ...s, missing: [...s.missing] })) })), next: cursorOf(page.next) };
  }

  @Operate(listRegisterNumbers)
  async numbers(@Asks() asking: Asking, @Param({ schema: listRegisterNumbers.params }) { id }: z.infer<typeof listRegisterNumbers.params>, @Query({ schema: listRegisterNumbers.query }) query: z.infer<typeof listRegisterNumbers.query>): Answer<(typeof listRegisterNumbers.answers)[200]> {
    const wish = { limit: query.limit, after: keyOf(query.cursor, numberKey) };
    const page = found(await this.#office.registers.numbers(this.#office.viewer(asking.person), id, { series: query.series ?? null, from: query.from ?? null, to: query.to ?? null, state: query.state ?? null }, wish), 'REGISTER_NOT_FOUND', id);
    return { items: page.items.map((n) => ({ ...n, document: n.document && { ...n.document, signers: [...n.document.signers], recipients: [...n.document.recipients] } })), next: cursorOf(page.next) };
  }
}
