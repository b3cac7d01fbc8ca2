-- Who reaches which rows. The same is stated in src/policies.ts, and a test compares the two with the catalogue.
-- Row-level security is on for every table. It is not FORCEd: the application roles own nothing, the definer role owns
-- functions only, so policies bind them all; FORCE would bind the owner alone, who can drop policies anyway, and would
-- break pg_dump.

-- Before anything else: who is asking, proved by the raw session secret in app.session (set per transaction).
-- Bodies come in 0008; policies need the names.
CREATE FUNCTION portal.me_account() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT NULL::uuid';
CREATE FUNCTION portal.me_company() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT NULL::uuid';
CREATE FUNCTION portal.me_session() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT NULL::uuid';
GRANT EXECUTE ON FUNCTION portal.me_account(), portal.me_company(), portal.me_session() TO sallyport_portal;

ALTER TABLE installation ENABLE ROW LEVEL SECURITY;
ALTER TABLE company ENABLE ROW LEVEL SECURITY;
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE one_time_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE throttle_counter ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_group ENABLE ROW LEVEL SECURITY;
ALTER TABLE group_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;

-- Staff: everything (visibility is their wall), the audit log append-only, and never a password's verifier.
CREATE POLICY staff_all ON installation TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON company TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON account TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON credential TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON identity TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON session TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON one_time_link TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_read ON sign_in_attempt FOR SELECT TO sallyport_staff USING (true);
CREATE POLICY staff_all ON access_group TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON group_grant TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON membership TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_read ON audit_entry FOR SELECT TO sallyport_staff USING (true);
CREATE POLICY staff_append ON audit_entry FOR INSERT TO sallyport_staff WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE
  ON installation, company, account, identity, session, one_time_link, access_group, group_grant, membership
  TO sallyport_staff;
GRANT SELECT (account_id, salt, memory_kib, iterations, parallelism, pepper_version, changed_at), INSERT, UPDATE, DELETE
  ON credential TO sallyport_staff;
GRANT SELECT ON sign_in_attempt TO sallyport_staff;
GRANT SELECT, INSERT ON audit_entry TO sallyport_staff;

-- Portal: what is one's own, through a session that is live now, and columns that a customer may know.
CREATE POLICY portal_own_company ON company FOR SELECT TO sallyport_portal
  USING (id = (SELECT portal.me_company()));
CREATE POLICY portal_own_account ON account FOR SELECT TO sallyport_portal
  USING (id = (SELECT portal.me_account()) AND company_id = (SELECT portal.me_company()));
CREATE POLICY portal_own_account_update ON account FOR UPDATE TO sallyport_portal
  USING (id = (SELECT portal.me_account()) AND company_id = (SELECT portal.me_company()))
  WITH CHECK (id = (SELECT portal.me_account()) AND company_id = (SELECT portal.me_company()));
CREATE POLICY portal_own_session ON session FOR SELECT TO sallyport_portal
  USING (account_id = (SELECT portal.me_account()));
CREATE POLICY portal_own_membership ON membership FOR SELECT TO sallyport_portal
  USING (account_id = (SELECT portal.me_account()) AND (expires_at IS NULL OR expires_at > app.now()));
-- The subqueries run under the policy above: they see one's own live memberships only.
CREATE POLICY portal_own_group ON access_group FOR SELECT TO sallyport_portal
  USING ((expires_at IS NULL OR expires_at > app.now()) AND id IN (SELECT m.group_id FROM membership AS m));
CREATE POLICY portal_own_grant ON group_grant FOR SELECT TO sallyport_portal
  USING (group_id IN (SELECT g.id FROM access_group AS g));
GRANT SELECT (id, kind, name) ON company TO sallyport_portal;
GRANT SELECT (id, audience, company_id, display_name, title, email, status, expires_at, last_sign_in_at, created_at,
  version), UPDATE (display_name, version) ON account TO sallyport_portal;
GRANT SELECT (id, account_id, created_at, last_used_at, idle_seconds, absolute_ends_at, confirmed_until, ended_at,
  address, user_agent) ON session TO sallyport_portal;
GRANT SELECT (group_id, account_id, audience, granted_at, expires_at) ON membership TO sallyport_portal;
GRANT SELECT (id, audience, key, name, purpose, expires_at) ON access_group TO sallyport_portal;
GRANT SELECT ON group_grant TO sallyport_portal;

-- Jobs: read what nightly work needs, throw away what is over, append to the audit log.
CREATE POLICY jobs_read ON installation FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_read ON company FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_read ON account FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_read ON access_group FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_read ON group_grant FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_read ON membership FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_purge ON session TO sallyport_jobs USING (true) WITH CHECK (false);
CREATE POLICY jobs_purge ON one_time_link TO sallyport_jobs USING (true) WITH CHECK (false);
CREATE POLICY jobs_purge ON sign_in_attempt TO sallyport_jobs USING (true) WITH CHECK (false);
CREATE POLICY jobs_purge ON throttle_counter TO sallyport_jobs USING (true) WITH CHECK (false);
CREATE POLICY jobs_read ON audit_entry FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_append ON audit_entry FOR INSERT TO sallyport_jobs WITH CHECK (true);
GRANT SELECT ON installation, company, account, access_group, group_grant, membership TO sallyport_jobs;
GRANT SELECT (id, account_id, audience, created_at, last_used_at, absolute_ends_at, ended_at), DELETE
  ON session TO sallyport_jobs;
GRANT SELECT (id, purpose, account_id, created_at, expires_at, consumed_at), DELETE ON one_time_link TO sallyport_jobs;
GRANT SELECT, DELETE ON sign_in_attempt, throttle_counter TO sallyport_jobs;
GRANT SELECT, INSERT ON audit_entry TO sallyport_jobs;

-- Which migrations are applied: every door asks before it says that it is ready. Written by the owner alone.
ALTER TABLE _prisma_migrations ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody_read ON _prisma_migrations FOR SELECT
  TO sallyport_staff, sallyport_portal, sallyport_jobs USING (true);
GRANT SELECT ON _prisma_migrations TO sallyport_staff, sallyport_portal, sallyport_jobs;

-- The definer role: what its functions do, and no more. It cannot delete people, groups or audit entries.
CREATE POLICY definer_read ON installation FOR SELECT TO sallyport_definer USING (true);
CREATE POLICY definer_read ON company FOR SELECT TO sallyport_definer USING (true);
CREATE POLICY definer_read ON account FOR SELECT TO sallyport_definer USING (true);
CREATE POLICY definer_update ON account FOR UPDATE TO sallyport_definer USING (true) WITH CHECK (true);
CREATE POLICY definer_all ON credential TO sallyport_definer USING (true) WITH CHECK (true);
CREATE POLICY definer_all ON session TO sallyport_definer USING (true) WITH CHECK (true);
CREATE POLICY definer_all ON one_time_link TO sallyport_definer USING (true) WITH CHECK (true);
CREATE POLICY definer_all ON sign_in_attempt TO sallyport_definer USING (true) WITH CHECK (true);
CREATE POLICY definer_all ON throttle_counter TO sallyport_definer USING (true) WITH CHECK (true);
CREATE POLICY definer_read ON access_group FOR SELECT TO sallyport_definer USING (true);
CREATE POLICY definer_read ON group_grant FOR SELECT TO sallyport_definer USING (true);
CREATE POLICY definer_read ON membership FOR SELECT TO sallyport_definer USING (true);
CREATE POLICY definer_append ON audit_entry FOR INSERT TO sallyport_definer WITH CHECK (true);
GRANT SELECT ON installation, company, account, access_group, group_grant, membership TO sallyport_definer;
GRANT UPDATE (display_name, status, auth_epoch, activated_at, last_sign_in_at, version) ON account TO sallyport_definer;
GRANT SELECT, INSERT, UPDATE ON credential, session TO sallyport_definer;
GRANT SELECT, UPDATE (consumed_at) ON one_time_link TO sallyport_definer;
GRANT SELECT, INSERT, UPDATE ON sign_in_attempt TO sallyport_definer;
GRANT SELECT, INSERT, UPDATE, DELETE ON throttle_counter TO sallyport_definer;
GRANT INSERT ON audit_entry TO sallyport_definer;
