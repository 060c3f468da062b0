import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that is signed in; the cookie's value is known by its digest alone. */
@Entity({ name: 'session', schema: 'totrinh' })
export class Session {
  @PrimaryColumn({ type: 'text', name: 'id_hash' })
  idHash!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'timestamptz', name: 'signed_in_at', precision: 3 })
  signedInAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'timestamptz', name: 'seen_at', precision: 3 })
  seenAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  until!: Date;

  @Column({ type: 'text', name: 'id_token' })
  idToken!: string;
}
