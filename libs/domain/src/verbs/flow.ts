import type { Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { extend } from '../case/fold.ts';
import { ok, type Result } from '../result.ts';

/** An act in the making: the facts so far and the case after them, so that each rule sees what the one before it did. */
export class Flow {
  readonly facts: Fact[] = [];
  #case: Case;

  constructor(c: Case) {
    this.#case = c;
  }

  get case(): Case {
    return this.#case;
  }

  add(...facts: readonly Fact[]): this {
    this.facts.push(...facts);
    this.#case = extend(this.#case, facts).after;
    return this;
  }

  done(): Result<Fact[]> {
    return ok(this.facts);
  }
}
