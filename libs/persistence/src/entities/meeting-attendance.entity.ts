import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who came to a meeting and who did not. */
@Entity({ name: 'meeting_attendance', schema: 'totrinh' })
export class MeetingAttendance {
  @PrimaryColumn({ type: 'uuid', name: 'meeting_id' })
  meetingId!: string;

  @PrimaryColumn({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column('boolean')
  present!: boolean;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
