-- S6: one's own sessions, what happened since one was here before, and A5 with passkeys.

CREATE FUNCTION core.own_sessions(p_audience text)
  RETURNS TABLE (id uuid, is_current boolean, created_at timestamptz, last_used_at timestamptz, address text,
    user_agent text, method text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.id, s.id = me.id, s.created_at, s.last_used_at, host(s.address), s.user_agent, s.method
  FROM core.my_session(p_audience) AS me
  JOIN public.account AS a ON a.id = me.account_id
  JOIN public.session AS s ON s.account_id = me.account_id
  WHERE s.ended_at IS NULL AND s.auth_epoch = a.auth_epoch AND s.absolute_ends_at > app.now()
    AND s.last_used_at + make_interval(secs => s.idle_seconds) > app.now()
  ORDER BY s.id = me.id DESC, s.last_used_at DESC, s.id
$$;

-- Ends another session of one's own (null: all others). Returns how many; the present one ends by signing out.
CREATE FUNCTION core.end_own_sessions(p_audience text, p_session uuid, p_request_id text) RETURNS integer
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_me public.session;
  v_count integer;
BEGIN
  SELECT * INTO v_me FROM core.my_session(p_audience);
  UPDATE public.session AS s SET ended_at = app.now(), end_reason = 'ENDED_BY_OWNER'
  WHERE s.account_id = v_me.account_id AND s.id <> v_me.id AND s.ended_at IS NULL
    AND (p_session IS NULL OR s.id = p_session);
  GET DIAGNOSTICS v_count = ROW_COUNT;
  IF v_me.id IS NOT NULL AND (v_count > 0 OR p_session IS NULL) THEN
    PERFORM core.audit(p_audience, 'session.ended', 'ALLOWED', v_me.account_id, v_me.id, v_me.account_id,
      v_me.address, p_request_id, jsonb_strip_nulls(jsonb_build_object('session', p_session, 'count', v_count)));
  END IF;
  RETURN v_count;
END
$$;

-- Sessions that took the place of one another have the same absolute end: together they are one sign-in.
CREATE FUNCTION core.sign_in_summary(p_audience text)
  RETURNS TABLE (last_at timestamptz, last_address text, failures integer, failed_at timestamptz, failed_address text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH me AS MATERIALIZED (SELECT * FROM core.my_session(p_audience)),
  signed_in AS MATERIALIZED (
    SELECT DISTINCT ON (s.absolute_ends_at) s.absolute_ends_at, s.created_at, s.address
    FROM me JOIN public.session AS s ON s.account_id = me.account_id
    ORDER BY s.absolute_ends_at, s.created_at, s.id),
  present AS MATERIALIZED (
    SELECT i.created_at FROM me JOIN signed_in AS i ON i.absolute_ends_at = me.absolute_ends_at),
  before AS MATERIALIZED (
    SELECT i.created_at, i.address FROM signed_in AS i, present AS p WHERE i.created_at < p.created_at
    ORDER BY i.created_at DESC LIMIT 1),
  failed AS MATERIALIZED (
    SELECT t.at, t.address, t.id FROM me JOIN public.sign_in_attempt AS t ON t.account_id = me.account_id, present AS p
    WHERE t.kind IN ('PASSWORD', 'FACTOR', 'PASSKEY') AND t.outcome IS DISTINCT FROM 'SUCCEEDED'
      AND t.at <= p.created_at AND t.at > coalesce((SELECT b.created_at FROM before AS b), '-infinity'))
  SELECT b.created_at, host(b.address), (SELECT count(*) FROM failed)::integer, f.at, host(f.address)
  FROM me LEFT JOIN before AS b ON true
  LEFT JOIN (SELECT at, address FROM failed ORDER BY at DESC, id DESC LIMIT 1) AS f ON true
$$;

-- A5: a password that counts, or a passkey.
CREATE OR REPLACE FUNCTION core.check_usable_admin() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- With a snapshot of its own start, a transaction would not see what the lock made it wait for.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'Admins are changed under READ COMMITTED only'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'admin_change_isolation', TABLE = 'account';
  END IF;
  PERFORM pg_advisory_xact_lock(5264891, 1);
  IF EXISTS (SELECT FROM public.installation WHERE setup_completed_at IS NOT NULL) AND NOT EXISTS (
    SELECT FROM public.account AS a
    WHERE a.is_admin AND a.status = 'ACTIVE' AND a.suspended_at IS NULL
      AND (a.expires_at IS NULL OR a.expires_at > app.now())
      AND (EXISTS (SELECT FROM public.passkey AS k WHERE k.account_id = a.id)
        OR (NOT a.is_passkey_only AND EXISTS (SELECT FROM public.credential AS c WHERE c.account_id = a.id)))
  ) THEN
    RAISE EXCEPTION 'there must be at least one usable Admin'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'at_least_one_usable_admin', TABLE = 'account';
  END IF;
  RETURN NULL;
END
$$;
DROP TRIGGER at_least_one_usable_admin ON account;
CREATE CONSTRAINT TRIGGER at_least_one_usable_admin AFTER UPDATE ON account
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.is_admin AND (NOT NEW.is_admin OR NEW.status <> 'ACTIVE' OR NEW.suspended_at IS NOT NULL
    OR NEW.expires_at IS NOT NULL OR (NEW.is_passkey_only AND NOT OLD.is_passkey_only)))
  EXECUTE FUNCTION core.check_usable_admin();
CREATE CONSTRAINT TRIGGER at_least_one_usable_admin_passkey AFTER DELETE ON passkey
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION core.check_usable_admin();

-- Nightly: what is over is removed by the jobs' role.
GRANT SELECT (consumed_at) ON passkey_challenge, pending_sign_in TO sallyport_jobs;

DO $$
DECLARE
  v_door record;
BEGIN
  FOR v_door IN SELECT * FROM (VALUES ('app', 'STAFF'), ('portal', 'CUSTOMER')) AS d (schema, audience)
  LOOP
    EXECUTE replace(replace($f$
      CREATE FUNCTION DOOR.own_sessions()
        RETURNS TABLE (id uuid, is_current boolean, created_at timestamptz, last_used_at timestamptz, address text,
          user_agent text, method text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT * FROM core.own_sessions(AUDIENCE)';
      CREATE FUNCTION DOOR.end_own_sessions(p_session uuid, p_request_id text) RETURNS integer
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.end_own_sessions(AUDIENCE, p_session, p_request_id)';
      CREATE FUNCTION DOOR.sign_in_summary()
        RETURNS TABLE (last_at timestamptz, last_address text, failures integer, failed_at timestamptz, failed_address text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT * FROM core.sign_in_summary(AUDIENCE)';
      $f$, 'DOOR.', v_door.schema || '.'), 'AUDIENCE', '''''' || v_door.audience || '''''');
  END LOOP;
END
$$;

GRANT CREATE ON SCHEMA app, portal, core TO sallyport_definer;
DO $$
DECLARE
  v_function regprocedure;
  v_schema regnamespace;
BEGIN
  FOR v_function, v_schema IN
    SELECT p.oid, p.pronamespace FROM pg_proc AS p
    WHERE p.pronamespace IN ('app'::regnamespace, 'portal'::regnamespace, 'core'::regnamespace)
      AND p.proowner <> 'sallyport_definer'::regrole
      AND p.proname = ANY (ARRAY['own_sessions', 'end_own_sessions', 'sign_in_summary'])
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', v_function);
    IF v_schema = 'app'::regnamespace THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sallyport_staff', v_function);
    ELSIF v_schema = 'portal'::regnamespace THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sallyport_portal', v_function);
    END IF;
    EXECUTE format('ALTER FUNCTION %s OWNER TO sallyport_definer', v_function);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA app, portal, core FROM sallyport_definer;
