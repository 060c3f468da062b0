import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A new task that the conclusion of a meeting gives to a unit. */
@Entity({ name: 'assignment', schema: 'totrinh' })
export class Assignment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'uuid', name: 'meeting_id' })
  meetingId!: string;

  @Column({ type: 'uuid', name: 'dossier_id', nullable: true })
  dossierId!: string | null;

  @Column({ type: 'text', name: 'unit_id' })
  unitId!: string;

  @Column('text')
  text!: string;

  @Column({ type: 'date', name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column({ type: 'date', name: 'done_on', nullable: true })
  doneOn!: string | null;

  @Column({ type: 'text', name: 'done_by', nullable: true })
  doneBy!: string | null;
}
