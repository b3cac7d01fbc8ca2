-- Nothing is anybody's unless granted. Tables live in public, functions in three schemas:
--   app     for the staff door and the jobs      portal  for the portal
--   core    bodies that only the definer role may run
-- The roles sallyport_staff, sallyport_portal, sallyport_jobs (login) and sallyport_definer (no login; owns the
-- SECURITY DEFINER functions and nothing else) exist before this runs: see src/roles.ts.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE SCHEMA app;
CREATE SCHEMA portal;
CREATE SCHEMA core;

GRANT USAGE ON SCHEMA public TO sallyport_staff, sallyport_portal, sallyport_jobs, sallyport_definer;
GRANT USAGE ON SCHEMA app TO sallyport_staff, sallyport_portal, sallyport_jobs, sallyport_definer;
GRANT USAGE ON SCHEMA portal TO sallyport_portal, sallyport_definer;
GRANT USAGE ON SCHEMA core TO sallyport_definer;

-- The one clock. Tests replace it as the owner to freeze or move time; the application roles cannot.
CREATE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS 'SELECT pg_catalog.now()';
GRANT EXECUTE ON FUNCTION app.now() TO sallyport_staff, sallyport_portal, sallyport_jobs, sallyport_definer;
