import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a person wants to be told outside the application; who has none is told by each message. */
@Entity({ name: 'notice_preference', schema: 'totrinh' })
export class NoticePreference {
  @PrimaryColumn({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column('text')
  email!: string;

  @Column('text')
  language!: string;

  @Column('boolean')
  digest!: boolean;

  @Column({ type: 'text', array: true })
  quiet!: readonly string[];
}
