import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published ladder; those that come with the system were published by nobody. */
@Entity({ name: 'ladder_version', schema: 'totrinh' })
export class LadderVersion {
  @PrimaryColumn({ type: 'text', name: 'ladder_id' })
  ladderId!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('jsonb')
  body!: Readonly<Record<string, unknown>>;

  @Column({ type: 'text', name: 'by_person', nullable: true })
  byPerson!: string | null;

  @Column({ type: 'uuid', name: 'act_id', nullable: true })
  actId!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
