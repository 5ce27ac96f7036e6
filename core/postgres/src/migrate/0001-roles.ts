import type { Migration } from './migration.ts';

/**
 * Why: everything the server does runs as one of two roles that own nothing and pass no policy by,
 * so that row-level security holds whoever the login user is, even a superuser.
 */
export const roles: Migration = {
  name: '0001-roles',
  async up(knex) {
    for (const role of ['glowbot_app', 'glowbot_engine']) {
      await knex.raw(`
        do $$
        begin
          begin
            if not exists (select from pg_roles where rolname = '${role}') then
              create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
            end if;
          exception when duplicate_object or unique_violation then
            null; -- Roles belong to the whole server: another database's migration was first.
          end;
          if exists (select from pg_roles where rolname = '${role}' and (rolsuper or rolbypassrls)) then
            raise exception 'role ${role} may pass row-level security by';
          end if;
          if current_setting('server_version_num')::int < 160000 then
            execute 'grant ${role} to current_user';
          -- From 16 on, membership and the right to act as the role are granted apart.
          elsif not pg_has_role(current_user, '${role}', 'set') then
            execute 'grant ${role} to current_user with inherit false, set true';
          end if;
        end $$`);
      await knex.raw(`grant usage on schema public to ${role}`);
    }
  },
};
