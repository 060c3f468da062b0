import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an office has set, with its history: the latest version holds. */
@Entity({ name: 'office_setting', schema: 'totrinh' })
export class OfficeSetting {
  @PrimaryColumn('text')
  key!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('jsonb')
  value!: Readonly<Record<string, unknown>>;

  @Column({ type: 'text', name: 'by_person', nullable: true })
  byPerson!: string | null;

  @Column({ type: 'uuid', name: 'act_id', nullable: true })
  actId!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
