import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A meeting of a body; `seq` counts its changes. */
@Entity({ name: 'meeting', schema: 'totrinh' })
export class Meeting {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'text', name: 'body_id' })
  bodyId!: string;

  @Column({ type: 'date', name: 'on_day' })
  onDay!: string;

  @Column('text')
  title!: string;

  @Column('text')
  place!: string;

  @Column('text')
  state!: 'planned' | 'held' | 'closed';

  @Column({ type: 'timestamptz', name: 'papers_sent_at', precision: 3, nullable: true })
  papersSentAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  conclusion!: string | null;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'uuid', name: 'act_id' })
  actId!: string;

  @Column('int')
  seq!: number;
}
