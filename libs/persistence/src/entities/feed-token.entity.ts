import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret address of somebody's calendar feed, as a digest. */
@Entity({ name: 'feed_token', schema: 'totrinh' })
export class FeedToken {
  @PrimaryColumn({ type: 'text', name: 'token_hash' })
  tokenHash!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true })
  endedAt!: Date | null;
}
