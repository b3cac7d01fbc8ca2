-- API tokens in their owner's hands (T1).

-- S7: tokens do not survive a change of the Admin flag, of the status or of the company, whoever makes it and how; they
-- do not come back when it is undone.
CREATE POLICY definer_all ON api_token TO sallyport_definer USING (true) WITH CHECK (true);
GRANT SELECT (id, account_id, revoked_at), UPDATE (revoked_at) ON api_token TO sallyport_definer;
CREATE FUNCTION core.end_tokens() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.api_token SET revoked_at = app.now() WHERE account_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER account_ends_tokens AFTER UPDATE ON account FOR EACH ROW
  WHEN ((OLD.is_admin, OLD.status, OLD.company_id) IS DISTINCT FROM (NEW.is_admin, NEW.status, NEW.company_id)
    OR (OLD.suspended_at IS NULL AND NEW.suspended_at IS NOT NULL))
  EXECUTE FUNCTION core.end_tokens();
REVOKE EXECUTE ON FUNCTION core.end_tokens() FROM PUBLIC;
GRANT CREATE ON SCHEMA core TO sallyport_definer;
ALTER FUNCTION core.end_tokens() OWNER TO sallyport_definer;
REVOKE CREATE ON SCHEMA core FROM sallyport_definer;

-- Which reminders were sent: each once.
CREATE TABLE token_reminder (
  token_id uuid NOT NULL,
  days_before integer NOT NULL,
  sent_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT token_reminder_pkey PRIMARY KEY (token_id, days_before),
  CONSTRAINT token_reminder_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_token (id) ON DELETE CASCADE,
  CONSTRAINT token_reminder_days_known CHECK (days_before IN (1, 7))
);
ALTER TABLE token_reminder ENABLE ROW LEVEL SECURITY;
CREATE POLICY jobs_read ON token_reminder FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_append ON token_reminder FOR INSERT TO sallyport_jobs WITH CHECK (true);
GRANT SELECT, INSERT ON token_reminder TO sallyport_jobs;
CREATE POLICY jobs_read ON api_token FOR SELECT TO sallyport_jobs USING (true);
GRANT SELECT (id, account_id, name, created_at, expires_at, last_used_at, revoked_at) ON api_token TO sallyport_jobs;
