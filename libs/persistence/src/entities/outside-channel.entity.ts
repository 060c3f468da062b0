import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether a way out of the house is open: the worker that has the mail server says so when it starts. */
@Entity({ name: 'outside_channel', schema: 'totrinh' })
export class OutsideChannel {
  @PrimaryColumn('text')
  channel!: string;

  @Column({ type: 'boolean', name: 'is_on' })
  isOn!: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
