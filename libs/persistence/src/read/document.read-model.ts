import type { DataSource } from 'typeorm';
import type { Row } from '../tx.ts';
import { MAY_SEE, reading, type Viewer } from './viewer.ts';

export interface SeenDocument { readonly id: string; readonly dossier: string; readonly role: string; readonly sha256: string; readonly size: number; readonly mediaType: string; readonly name: string | null }

/** "Where are the bytes of this document?": for whoever may see its dossier. */
export class DocumentReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  async find(viewer: Viewer, document: string): Promise<SeenDocument | null> {
    const rows = await reading(this.#source, (tx) => tx.read<Row & SeenDocument>(
      `select o.id, o.dossier_id as dossier, o.role, o.sha256, o.size::float8 as size, o.media_type as "mediaType",
         (select w.value from totrinh.event_private w where w.dossier_id = o.dossier_id and w.seq = o.seq and w.field = 'name') as name
       from totrinh.document o join totrinh.dossier d on d.id = o.dossier_id where ${MAY_SEE} and o.id = $3`, [viewer.person, viewer.day, document]));
    return rows[0] ?? null;
  }
}
