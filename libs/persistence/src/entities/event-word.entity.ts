import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Words that belong to an event and may be erased: salt and value become null together. */
@Entity({ name: 'event_private', schema: 'totrinh' })
export class EventWord {
  @PrimaryColumn({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @PrimaryColumn('int')
  seq!: number;

  @PrimaryColumn('text')
  field!: string;

  @Column({ type: 'text', nullable: true })
  salt!: string | null;

  @Column({ type: 'text', nullable: true })
  value!: string | null;
}
