-- A13, S4, S9: what administrators decide, and how they let somebody in again.

-- S3: what this machine can bear, measured by the command line; null = the default. `pepper_version` is the pepper of
-- new passwords, and `key_fingerprint` says which master key this database belongs to, once it was ever exchanged.
ALTER TABLE security_policy
  ADD COLUMN argon2_memory_kib integer,
  ADD COLUMN argon2_iterations integer,
  ADD COLUMN pepper_version integer NOT NULL DEFAULT 1,
  ADD COLUMN key_fingerprint bytea,
  ADD CONSTRAINT security_policy_argon2_both CHECK ((argon2_memory_kib IS NULL) = (argon2_iterations IS NULL)),
  ADD CONSTRAINT security_policy_argon2_memory_range CHECK (argon2_memory_kib BETWEEN 19456 AND 1048576),
  ADD CONSTRAINT security_policy_argon2_iterations_range CHECK (argon2_iterations BETWEEN 2 AND 12),
  ADD CONSTRAINT security_policy_pepper_positive CHECK (pepper_version >= 1),
  ADD CONSTRAINT security_policy_fingerprint_length CHECK (octet_length(key_fingerprint) = 32);

-- An IPv4 address that travels inside an IPv6 one is that IPv4 address (RFC 4291, 2.5.5.2), so that a rule about
-- 10.0.0.0/8 means the same on a socket that speaks both.
CREATE FUNCTION core.plain_address(p_address inet) RETURNS inet LANGUAGE sql IMMUTABLE
  BEGIN ATOMIC
  SELECT CASE WHEN family(p_address) = 6 AND p_address <<= '::ffff:0:0/96'::inet
    THEN substring(host(p_address) FROM '[0-9.]+$')::inet ELSE p_address END;
  END;

-- As in 0024, for the plain address.
CREATE OR REPLACE FUNCTION core.is_address_allowed(p_audience text, p_company uuid, p_account uuid, p_address inet)
  RETURNS boolean LANGUAGE sql STABLE
  BEGIN ATOMIC
  SELECT NOT EXISTS (
    SELECT FROM public.address_rule AS r
    WHERE (r.level = CASE p_audience WHEN 'STAFF' THEN 'STAFF' ELSE 'CUSTOMERS' END)
      OR (r.level = 'COMPANY' AND r.company_id = p_company)
      OR (r.level = 'ACCOUNT' AND r.account_id = p_account)
    GROUP BY r.level
    HAVING NOT coalesce(bool_or(core.plain_address(p_address) <<= r.network), false));
  END;

-- T1, S9: what holds for the owner holds for the token, and the token's own list besides.
CREATE FUNCTION core.is_token_address_allowed(p_token uuid, p_address inet) RETURNS boolean LANGUAGE sql STABLE
  BEGIN ATOMIC
  SELECT coalesce((
    SELECT core.is_address_allowed('STAFF', a.company_id, a.id, p_address)
      AND (NOT EXISTS (SELECT FROM public.address_rule AS r WHERE r.level = 'TOKEN' AND r.token_id = t.id)
        OR EXISTS (SELECT FROM public.address_rule AS r
          WHERE r.level = 'TOKEN' AND r.token_id = t.id AND core.plain_address(p_address) <<= r.network))
    FROM public.api_token AS t JOIN public.account AS a ON a.id = t.account_id
    WHERE t.id = p_token), false);
  END;
CREATE FUNCTION app.is_token_address_allowed(p_token uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.is_token_address_allowed(p_token, core.my_address()) $$;

-- S4: what was counted against one account is forgotten, and its password opens on unknown devices again.
CREATE FUNCTION core.clear_sign_in_throttle(p_account uuid) RETURNS integer
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_count integer;
BEGIN
  -- Every key that is about an account holds its id, or that of one of its devices.
  DELETE FROM public.throttle_counter AS t
  WHERE strpos(t.key, p_account::text) > 0 OR EXISTS (
    SELECT FROM public.known_device AS d WHERE d.account_id = p_account AND strpos(t.key, d.id::text) > 0);
  GET DIAGNOSTICS v_count = ROW_COUNT;
  UPDATE public.security_alert AS a SET closed_at = app.now()
  WHERE a.account_id = p_account AND a.kind = 'PASSWORD_CLOSED' AND a.closed_at IS NULL;
  RETURN v_count;
END
$$;
CREATE FUNCTION app.clear_sign_in_throttle(p_account uuid) RETURNS integer
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.clear_sign_in_throttle(p_account) $$;

-- S3: with what a door hashes, and the oldest pepper that one of its passwords still needs.
CREATE FUNCTION core.hash_parameters(p_audience text)
  RETURNS TABLE (memory_kib integer, iterations integer, pepper_version integer, oldest_pepper integer,
    key_fingerprint bytea)
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.argon2_memory_kib, s.argon2_iterations, s.pepper_version,
    coalesce((SELECT min(c.pepper_version) FROM public.credential AS c JOIN public.account AS a ON a.id = c.account_id
      WHERE a.audience = p_audience), s.pepper_version), s.key_fingerprint
  FROM public.security_policy AS s
$$;
CREATE FUNCTION app.hash_parameters()
  RETURNS TABLE (memory_kib integer, iterations integer, pepper_version integer, oldest_pepper integer,
    key_fingerprint bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT * FROM core.hash_parameters('STAFF') $$;
CREATE FUNCTION portal.hash_parameters()
  RETURNS TABLE (memory_kib integer, iterations integer, pepper_version integer, oldest_pepper integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT h.memory_kib, h.iterations, h.pepper_version, h.oldest_pepper
    FROM core.hash_parameters('CUSTOMER') AS h $$;
GRANT EXECUTE ON FUNCTION portal.hash_parameters() TO sallyport_portal;
GRANT EXECUTE ON FUNCTION app.is_token_address_allowed(uuid),
  app.clear_sign_in_throttle(uuid), app.hash_parameters() TO sallyport_staff;

GRANT SELECT ON api_token TO sallyport_definer;
CREATE POLICY definer_reads_owner ON api_token FOR SELECT TO sallyport_definer USING (true);

GRANT CREATE ON SCHEMA core, app, portal TO sallyport_definer;
DO $$
DECLARE
  v_function regprocedure;
BEGIN
  FOREACH v_function IN ARRAY ARRAY['core.plain_address(inet)'::regprocedure,
    'core.is_token_address_allowed(uuid, inet)'::regprocedure, 'core.clear_sign_in_throttle(uuid)'::regprocedure,
    'core.hash_parameters(text)'::regprocedure]
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', v_function);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sallyport_definer', v_function);
  END LOOP;
  FOREACH v_function IN ARRAY ARRAY['app.is_token_address_allowed(uuid)'::regprocedure,
    'app.clear_sign_in_throttle(uuid)'::regprocedure,
    'app.hash_parameters()'::regprocedure, 'portal.hash_parameters()'::regprocedure]
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO sallyport_definer', v_function);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA core, app, portal FROM sallyport_definer;
