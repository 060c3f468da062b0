import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of a meeting: a paper sent ahead, or the minutes. Append-only. */
@Entity({ name: 'meeting_paper', schema: 'totrinh' })
export class MeetingPaper {
  @PrimaryColumn({ type: 'uuid', name: 'meeting_id' })
  meetingId!: string;

  @PrimaryColumn('text')
  kind!: 'paper' | 'minutes';

  @PrimaryColumn('text')
  sha256!: string;

  @Column('text')
  name!: string;

  @Column({ type: 'text', name: 'media_type' })
  mediaType!: string;

  @Column('bigint')
  size!: string;

  @Column({ type: 'uuid', name: 'act_id' })
  actId!: string;
}
