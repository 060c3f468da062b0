import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a calendar says from a version on; `body` is the exact text that is hashed into the calendar's own chain. */
@Entity({ name: 'calendar_version', schema: 'totrinh' })
export class CalendarVersion {
  @PrimaryColumn({ type: 'text', name: 'calendar_id' })
  calendarId!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('text')
  body!: string;

  @Column({ type: 'text', name: 'prev_hash' })
  prevHash!: string;

  @Column('text')
  hash!: string;

  @Column('text')
  reason!: string;

  @Column({ type: 'text', name: 'by_person', nullable: true })
  byPerson!: string | null;

  @Column({ type: 'uuid', name: 'act_id', nullable: true })
  actId!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
