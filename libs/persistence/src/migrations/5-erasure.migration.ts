import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words may be erased (salt and value together, for ever) and never changed or taken away; participants only grow. */
export class Erasure1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function totrinh.only_erase() returns trigger language plpgsql as $$
        begin
          if new.salt is not null or new.value is not null or (new.dossier_id, new.seq, new.field) is distinct from (old.dossier_id, old.seq, old.field) then
            raise exception 'totrinh.% may only be erased', tg_table_name using errcode = 'integrity_constraint_violation';
          end if;
          return new;
        end $$;
      create trigger event_private_only_erase before update on totrinh.event_private for each row execute function totrinh.only_erase();
      create trigger event_private_kept before delete or truncate on totrinh.event_private for each statement execute function totrinh.refuse_change();
      create trigger participant_append_only before update or delete or truncate on totrinh.participant for each statement execute function totrinh.refuse_change();
      create trigger dossier_kept before delete or truncate on totrinh.dossier for each statement execute function totrinh.refuse_change();
      alter table totrinh.event_private add check ((salt is null) = (value is null));
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward');
  }
}
