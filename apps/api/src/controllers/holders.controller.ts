import { Controller, Inject, Param } from '@nestjs/common';
import { OPERATIONS } from '@totrinh/api-schema';
import type { z } from 'zod';
import { Asks, type Asking } from '../http/asking.ts';
import { Operate, type ParamsOf } from '../http/operate.ts';
import { found } from '../http/refused.ts';
import { Office } from '../office.ts';
import { presentHolders } from '../present/holders.ts';

const { listHolders } = OPERATIONS;

/** Theo dõi trách nhiệm xử lý: who held a dossier for how long. */
@Controller()
export class HoldersController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(listHolders)
  async list(@Asks() asking: Asking, @Param({ schema: listHolders.params }) { id }: ParamsOf<typeof listHolders>): Promise<z.infer<(typeof listHolders.answers)[200]>> {
    const viewer = { ...this.#office.viewer(asking.person), now: this.#office.desk.now() };
    return presentHolders(id, found(await this.#office.holders.find(viewer, id), 'DOSSIER_NOT_FOUND', id));
  }
}
