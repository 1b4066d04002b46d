-- The two roles of a PostgreSQL server, run once by a superuser; running it again changes nothing.
-- The owner makes and owns every table and is used by migrations only; the application owns nothing. On a
-- server that is reached over a network give both a password: ALTER ROLE ... PASSWORD.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kotopolku_owner') THEN
        CREATE ROLE kotopolku_owner LOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kotopolku_app') THEN
        CREATE ROLE kotopolku_app LOGIN;
    END IF;
END
$$;
ALTER ROLE kotopolku_owner NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
ALTER ROLE kotopolku_app NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
