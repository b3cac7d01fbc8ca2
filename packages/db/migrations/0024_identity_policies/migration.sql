-- Who reaches the rows of 0023, as src/policies.ts states.
ALTER TABLE totp_factor ENABLE ROW LEVEL SECURITY;
ALTER TABLE passkey ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE passkey_challenge ENABLE ROW LEVEL SECURITY;
ALTER TABLE pending_sign_in ENABLE ROW LEVEL SECURITY;
ALTER TABLE known_device ENABLE ROW LEVEL SECURITY;
ALTER TABLE security_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE company_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE address_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE security_alert ENABLE ROW LEVEL SECURITY;

CREATE POLICY staff_all ON totp_factor TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON passkey TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON recovery_code TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON known_device TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON security_policy TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON company_policy TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON address_rule TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON mail_setting TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON mail TO sallyport_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_all ON security_alert TO sallyport_staff USING (true) WITH CHECK (true);
-- Seeds, codes and device secrets are read by the functions that check them alone.
GRANT SELECT (id, account_id, created_at, confirmed_at, last_used_at), INSERT, UPDATE, DELETE
  ON totp_factor TO sallyport_staff;
GRANT SELECT (id, account_id, created_at, used_at), INSERT, UPDATE, DELETE ON recovery_code TO sallyport_staff;
GRANT SELECT (id, account_id, user_agent, created_at, last_used_at), INSERT, UPDATE, DELETE
  ON known_device TO sallyport_staff;
GRANT SELECT, INSERT, UPDATE, DELETE
  ON passkey, security_policy, company_policy, address_rule, mail_setting, mail, security_alert TO sallyport_staff;

-- Portal: one's own passkeys, the rest through functions.
CREATE POLICY portal_own_passkey ON passkey FOR SELECT TO sallyport_portal
  USING (account_id = (SELECT portal.me_account()));
GRANT SELECT (id, account_id, audience, name, is_synced, created_at, last_used_at) ON passkey TO sallyport_portal;
GRANT SELECT (phone, photo_file_id, language, theme), UPDATE (phone, language, theme) ON account TO sallyport_portal;

-- Jobs: send the mail, throw away what is over, raise alerts.
CREATE POLICY jobs_read ON totp_factor FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_read ON passkey FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_purge ON passkey_challenge TO sallyport_jobs USING (true) WITH CHECK (false);
CREATE POLICY jobs_purge ON pending_sign_in TO sallyport_jobs USING (true) WITH CHECK (false);
CREATE POLICY jobs_purge ON known_device TO sallyport_jobs USING (true) WITH CHECK (false);
CREATE POLICY jobs_read ON security_policy FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_read ON company_policy FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_read ON mail_setting FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_all ON mail TO sallyport_jobs USING (true) WITH CHECK (true);
CREATE POLICY jobs_all ON security_alert TO sallyport_jobs USING (true) WITH CHECK (true);
GRANT SELECT (id, account_id, confirmed_at, last_used_at) ON totp_factor TO sallyport_jobs;
GRANT SELECT (id, account_id, last_used_at) ON passkey TO sallyport_jobs;
GRANT SELECT (id, expires_at), DELETE ON passkey_challenge, pending_sign_in TO sallyport_jobs;
GRANT SELECT (id, last_used_at), DELETE ON known_device TO sallyport_jobs;
GRANT SELECT ON security_policy, company_policy, mail_setting TO sallyport_jobs;
GRANT SELECT, INSERT, UPDATE, DELETE ON mail, security_alert TO sallyport_jobs;

-- The functions' owner: bound by no row policy of its own role, and by these grants.
DO $$
DECLARE
  v_table text;
BEGIN
  FOREACH v_table IN ARRAY ARRAY['totp_factor', 'passkey', 'recovery_code', 'passkey_challenge', 'pending_sign_in',
    'known_device', 'security_policy', 'company_policy', 'address_rule', 'mail', 'security_alert', 'mail_setting']
  LOOP
    EXECUTE format('CREATE POLICY definer_all ON %I TO sallyport_definer USING (true) WITH CHECK (true)', v_table);
  END LOOP;
END
$$;
GRANT SELECT, INSERT, UPDATE, DELETE ON totp_factor, passkey, recovery_code, passkey_challenge, known_device
  TO sallyport_definer;
GRANT SELECT, INSERT, UPDATE ON pending_sign_in, security_alert TO sallyport_definer;
GRANT SELECT, INSERT ON mail TO sallyport_definer;
GRANT SELECT ON security_policy, company_policy, address_rule, mail_setting TO sallyport_definer;
GRANT INSERT, DELETE ON one_time_link TO sallyport_definer;
GRANT UPDATE (email, must_change_password) ON account TO sallyport_definer;
GRANT UPDATE (expires_at) ON one_time_link TO sallyport_definer;

-- S9: whether an address passes every level that has a rule. An address that is not known passes none of them.
-- BEGIN ATOMIC and without SET, so that the planner puts it into the statement that asks.
CREATE FUNCTION core.is_address_allowed(p_audience text, p_company uuid, p_account uuid, p_address inet)
  RETURNS boolean LANGUAGE sql STABLE
  BEGIN ATOMIC
  SELECT NOT EXISTS (
    SELECT FROM public.address_rule AS r
    WHERE (r.level = CASE p_audience WHEN 'STAFF' THEN 'STAFF' ELSE 'CUSTOMERS' END)
      OR (r.level = 'COMPANY' AND r.company_id = p_company)
      OR (r.level = 'ACCOUNT' AND r.account_id = p_account)
    GROUP BY r.level
    HAVING NOT coalesce(bool_or(p_address <<= r.network), false));
  END;

-- S5, G3: whether a second factor must be had, and whether one is there.
CREATE FUNCTION core.has_factor(p_account uuid) RETURNS boolean LANGUAGE sql STABLE
  BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM public.totp_factor AS f WHERE f.account_id = p_account AND f.confirmed_at IS NOT NULL)
    OR EXISTS (SELECT FROM public.passkey AS k WHERE k.account_id = p_account);
  END;
CREATE FUNCTION core.is_factor_required(p_audience text, p_is_admin boolean, p_company uuid) RETURNS boolean
  LANGUAGE sql STABLE
  BEGIN ATOMIC
  SELECT p_is_admin OR CASE p_audience
    WHEN 'STAFF' THEN (SELECT s.is_staff_factor_required FROM public.security_policy AS s)
    ELSE coalesce((SELECT c.is_factor_required FROM public.company_policy AS c WHERE c.company_id = p_company), false) END;
  END;

-- The address of the request, as the door saw it; null where it said none.
CREATE FUNCTION core.my_address() RETURNS inet LANGUAGE sql STABLE
  BEGIN ATOMIC
  SELECT nullif(current_setting('app.address', true), '')::inet;
  END;

-- As in 0008, with the network (G2), what must be done first (G3) and the account's switches.
CREATE OR REPLACE FUNCTION core.read_session(p_audience text, p_secret text) RETURNS jsonb
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (
    SELECT json_build_object(
      'session', json_build_object(
        'id', s.id, 'audience', s.audience, 'now', app.now(), 'createdAt', s.created_at, 'lastUsedAt', s.last_used_at,
        'idleSeconds', s.idle_seconds,
        'idleEndsAt', s.last_used_at + make_interval(secs => s.idle_seconds), 'absoluteEndsAt', s.absolute_ends_at,
        'confirmedAt', s.confirmed_at, 'confirmedUntil', s.confirmed_until, 'address', host(s.address),
        'method', s.method,
        'isAddressAllowed', core.is_address_allowed(p_audience, a.company_id, a.id, core.my_address()),
        'mustChangePassword', a.must_change_password,
        'hasFactor', core.has_factor(a.id),
        'isFactorRequired', core.is_factor_required(p_audience, a.is_admin, a.company_id)),
      'account', json_build_object(
        'id', a.id, 'audience', a.audience, 'companyId', a.company_id, 'displayName', a.display_name, 'title', a.title,
        'email', a.email, 'username', a.username, 'status', a.status, 'isAdmin', a.is_admin,
        'expiresAt', a.expires_at, 'suspendedAt', a.suspended_at, 'version', a.version, 'createdAt', a.created_at,
        'lastSignInAt', a.last_sign_in_at, 'isCompanyActive', c.archived_at IS NULL,
        'photoFileId', a.photo_file_id, 'language', a.language, 'theme', a.theme,
        'mayUseTokens', a.may_use_tokens, 'mayDownload', a.may_download, 'mayComment', a.may_comment,
        'memberships', (
          SELECT coalesce(json_agg(json_build_object(
            'groupId', g.id, 'groupName', g.name, 'expiresAt', m.expires_at, 'groupExpiresAt', g.expires_at,
            'grants', (SELECT coalesce(json_agg(json_build_object('permission', p.permission, 'reach', p.reach)
                ORDER BY p.permission), '[]') FROM public.group_grant AS p WHERE p.group_id = g.id)
          ) ORDER BY g.name, g.id), '[]')
          FROM public.membership AS m JOIN public.access_group AS g ON g.id = m.group_id
          WHERE m.account_id = a.id)),
      'company', json_build_object('id', c.id, 'name', c.name),
      'firmName', (SELECT f.name FROM public.company AS f WHERE f.kind = 'INTERNAL'))::jsonb
    FROM core.live_session(p_audience, p_secret) AS s
    JOIN public.account AS a ON a.id = s.account_id
    JOIN public.company AS c ON c.id = a.company_id);
END
$$;

-- S6 with the limits of the policies: a company's own, if shorter, else the installation's.
CREATE OR REPLACE FUNCTION core.open_session(p_account uuid, p_id uuid, p_secret text, p_address inet,
  p_user_agent text, p_absolute_ends_at timestamptz, p_confirmed_at timestamptz, p_confirmed_until timestamptz)
  RETURNS void LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF coalesce(char_length(p_secret), 0) < 32 THEN
    RAISE EXCEPTION 'a session secret is too short'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'session_secret_length', TABLE = 'session';
  END IF;
  INSERT INTO public.session (id, secret_hash, account_id, audience, auth_epoch, idle_seconds, absolute_ends_at,
    confirmed_at, confirmed_until, address, user_agent)
  SELECT p_id, sha256(convert_to(p_secret, 'UTF8')), a.id, a.audience, a.auth_epoch,
    60 * CASE a.audience WHEN 'STAFF' THEN p.staff_idle_minutes
      ELSE least(p.customer_idle_minutes, c.idle_minutes) END,
    least(p_absolute_ends_at, app.now() + make_interval(hours => p.absolute_hours)),
    p_confirmed_at, p_confirmed_until, p_address, left(p_user_agent, 300)
  FROM public.account AS a CROSS JOIN public.security_policy AS p
  LEFT JOIN public.company_policy AS c ON c.company_id = a.company_id
  WHERE a.id = p_account;

  UPDATE public.session SET ended_at = app.now(), end_reason = 'LIMIT'
  WHERE id IN (
    SELECT id FROM public.session
    WHERE account_id = p_account AND ended_at IS NULL AND absolute_ends_at > app.now()
    ORDER BY (id = p_id) DESC, created_at DESC, id DESC OFFSET 10);
END
$$;

GRANT CREATE ON SCHEMA core TO sallyport_definer;
DO $$
DECLARE
  v_function regprocedure;
BEGIN
  FOREACH v_function IN ARRAY ARRAY['core.is_address_allowed(text, uuid, uuid, inet)'::regprocedure,
    'core.has_factor(uuid)'::regprocedure, 'core.is_factor_required(text, boolean, uuid)'::regprocedure,
    'core.my_address()'::regprocedure]
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', v_function);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sallyport_definer', v_function);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA core FROM sallyport_definer;
