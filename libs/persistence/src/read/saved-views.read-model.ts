import type { View } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import type { Row } from '../tx.ts';
import { reading, type Viewer } from './viewer.ts';

export interface SeenView extends View { readonly id: string; readonly version: number }

/** "Which views do I keep?": the viewer's own, in their order. */
export class SavedViewsReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  all(viewer: Viewer): Promise<SeenView[]> {
    return reading(this.#source, (tx) => tx.read<Row & SeenView>('select id, name, list, filter, sort, version from totrinh.saved_view where person_id = $1 order by place, id', [viewer.person]));
  }
}
