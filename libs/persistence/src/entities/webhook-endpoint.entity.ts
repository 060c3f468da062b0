import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where another system hears of what happens; `kinds` null: of everything. From `ended_at` on it hears no more. */
@Entity({ name: 'webhook_endpoint', schema: 'totrinh' })
export class WebhookEndpoint {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  url!: string;

  @Column('text')
  secret!: string;

  @Column({ type: 'text', array: true, nullable: true })
  kinds!: readonly string[] | null;

  @Column({ type: 'boolean', name: 'with_titles' })
  withTitles!: boolean;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'uuid', name: 'act_id' })
  actId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true })
  endedAt!: Date | null;
}
