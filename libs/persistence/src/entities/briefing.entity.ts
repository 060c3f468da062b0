import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A late step on the list for the leadership's next briefing, until it was heard. */
@Entity({ name: 'briefing', schema: 'totrinh' })
export class Briefing {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @Column({ type: 'uuid', name: 'step_id' })
  stepId!: string;

  @Column({ type: 'uuid', name: 'rung_id' })
  rungId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'date', name: 'heard_on', nullable: true })
  heardOn!: string | null;

  @Column({ type: 'text', name: 'heard_by', nullable: true })
  heardBy!: string | null;
}
