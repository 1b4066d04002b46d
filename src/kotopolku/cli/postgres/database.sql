-- The rights inside one database, run once by a superuser in it, before the first migration:
--   CREATE DATABASE kotopolku OWNER kotopolku_owner ENCODING 'UTF8';
-- What the owner makes later is readable and writable by the application, row-level security permitting, and
-- nothing else: no TRUNCATE, no table, type or function of its own, no temporary tables.
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO kotopolku_app', current_database());
END
$$;
ALTER SCHEMA public OWNER TO kotopolku_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO kotopolku_app;
ALTER DEFAULT PRIVILEGES FOR ROLE kotopolku_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE kotopolku_owner
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO kotopolku_app;
ALTER DEFAULT PRIVILEGES FOR ROLE kotopolku_owner GRANT USAGE, SELECT ON SEQUENCES TO kotopolku_app;
ALTER DEFAULT PRIVILEGES FOR ROLE kotopolku_owner GRANT EXECUTE ON FUNCTIONS TO kotopolku_app;
