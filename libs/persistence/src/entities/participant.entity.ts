import { Entity, PrimaryColumn } from 'typeorm';

/** Whoever takes part in a dossier, and so may see it. Append-only. */
@Entity({ name: 'participant', schema: 'totrinh' })
export class Participant {
  @PrimaryColumn({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @PrimaryColumn({ type: 'text', name: 'person_id' })
  personId!: string;
}
