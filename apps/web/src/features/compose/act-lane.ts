import { useEffect, useState } from 'react';
import { codeOf } from '../../kit/api/client.ts';
import type { Dossier } from './use-draft-dossier.ts';
import type { ActAnswer } from './use-open-dossier.ts';

type Act = (etag: string) => Promise<ActAnswer>;

/** Acts on one dossier, one after the other, each with the tag that the one before left: an upload and a saving at the same time never refuse each other. */
export class ActLane {
  readonly #read: () => Promise<Dossier | undefined>;
  #etag = '';
  #version = -1;
  #last: Promise<unknown>[] = [];

  constructor(read: () => Promise<Dossier | undefined>) {
    this.#read = read;
  }

  /** Notes what was read; an older reading than what an act has answered since counts for nothing. */
  saw({ etag, version }: { readonly etag: string; readonly version: number }): void {
    if (version < this.#version) return;
    this.#version = version;
    this.#etag = etag;
  }

  /** Reads the dossier as it is now. */
  async anew(): Promise<Dossier | undefined> {
    const dossier = await this.#read();
    if (dossier !== undefined) this.saw(dossier);
    return dossier;
  }

  /** With `again`, an act that only lacked the newest tag is sent once more: for what no other change can contradict. */
  run(act: Act, again = false): Promise<ActAnswer> {
    // The one before is waited for, however it ended: its fault is told to whoever asked for it.
    const doing = Promise.allSettled(this.#last).then(() => this.#once(act, again));
    this.#last = [doing];
    return doing;
  }

  async #once(act: Act, again: boolean): Promise<ActAnswer> {
    try {
      return this.#noted(await act(this.#etag));
    } catch (fault) {
      if (!again || codeOf(fault) !== 'VERSION_MISMATCH') throw fault;
      await this.anew();
      return this.#noted(await act(this.#etag));
    }
  }

  #noted(answer: ActAnswer): ActAnswer {
    this.saw(answer);
    return answer;
  }
}

/** The lane of a screen's dossier. */
export function useActLane(dossier: Dossier, read: () => Promise<Dossier | undefined>): ActLane {
  const [lane] = useState(() => new ActLane(read));
  const { etag, version } = dossier;
  useEffect(() => lane.saw({ etag, version }), [lane, etag, version]);
  return lane;
}
