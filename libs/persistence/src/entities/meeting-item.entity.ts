import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A dossier's step on the agenda of a meeting, in its order. */
@Entity({ name: 'meeting_item', schema: 'totrinh' })
export class MeetingItem {
  @PrimaryColumn({ type: 'uuid', name: 'meeting_id' })
  meetingId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'step_id' })
  stepId!: string;

  @Column({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @Column('int')
  sort!: number;

  @Column('text')
  state!: 'onAgenda' | 'putOff' | 'decided';
}
