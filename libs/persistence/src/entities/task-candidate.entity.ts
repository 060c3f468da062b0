import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity.ts';
import { Task } from './task.entity.ts';

/** Somebody who may act in a task (or, as a helper, beside those who answer it), by which appointment; `open` while the task is. */
@Entity({ name: 'task_candidate', schema: 'totrinh' })
export class TaskCandidate {
  @PrimaryColumn({ type: 'uuid', name: 'task_id' })
  taskId!: string;

  @PrimaryColumn({ type: 'text', name: 'person_id' })
  personId!: string;

  @PrimaryColumn({ type: 'boolean', default: false })
  helper!: boolean;

  @Column('text')
  capacity!: string;

  @Column({ type: 'uuid', name: 'appointment_id' })
  appointmentId!: string;

  @Column('int')
  sort!: number;

  @Column('boolean')
  open!: boolean;

  @ManyToOne(() => Task)
  @JoinColumn({ name: 'task_id' })
  task?: Relation<Task>;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id' })
  person?: Relation<Person>;
}
