-- The doors: the same bodies, each with its audience fixed, so that no caller can choose the other one.
-- Only these, the four portal.me_* / append_audit above and app.now() / app.lock_admins() can be run by a role.

-- Staff
CREATE FUNCTION app.begin_sign_in(p_identifier text, p_address inet)
  RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, salt bytea, memory_kib integer,
    iterations integer, parallelism integer, pepper_version integer)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT * FROM core.begin_sign_in('STAFF', p_identifier, p_address) $$;
CREATE FUNCTION app.finish_sign_in(p_attempt uuid, p_tag bytea, p_session_id uuid, p_secret text,
    p_user_agent text, p_request_id text)
  RETURNS uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.finish_sign_in('STAFF', p_attempt, p_tag, p_session_id, p_secret, p_user_agent, p_request_id) $$;
CREATE FUNCTION app.read_session(p_secret text)
  RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN core.read_session('STAFF', p_secret); END $$;
CREATE FUNCTION app.touch_session()
  RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.touch_session('STAFF') $$;
CREATE FUNCTION app.end_session(p_reason text, p_request_id text)
  RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.end_session('STAFF', p_reason, p_request_id) $$;
CREATE FUNCTION app.begin_confirmation(p_address inet)
  RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, salt bytea, memory_kib integer,
    iterations integer, parallelism integer, pepper_version integer)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT * FROM core.begin_confirmation('STAFF', p_address) $$;
CREATE FUNCTION app.confirm_identity(p_attempt uuid, p_tag bytea, p_session_id uuid, p_secret text,
    p_user_agent text, p_request_id text)
  RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.confirm_identity('STAFF', p_attempt, p_tag, p_session_id, p_secret, p_user_agent, p_request_id) $$;
CREATE FUNCTION app.my_credential()
  RETURNS TABLE (salt bytea, memory_kib integer, iterations integer, parallelism integer,
    pepper_version integer, changed_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT * FROM core.my_credential('STAFF') $$;
CREATE FUNCTION app.accept_invitation(p_secret text, p_display_name text, p_salt bytea, p_memory_kib integer,
    p_iterations integer, p_parallelism integer, p_pepper_version integer, p_verifier bytea,
    p_session_id uuid, p_session_secret text, p_address inet, p_user_agent text, p_request_id text)
  RETURNS uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.accept_invitation('STAFF', p_secret, p_display_name, p_salt, p_memory_kib, p_iterations,
    p_parallelism, p_pepper_version, p_verifier, p_session_id, p_session_secret, p_address, p_user_agent,
    p_request_id) $$;
CREATE FUNCTION app.strengthen_credential(p_attempt uuid, p_tag bytea, p_salt bytea, p_memory_kib integer,
    p_iterations integer, p_parallelism integer, p_pepper_version integer, p_verifier bytea)
  RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.strengthen_credential('STAFF', p_attempt, p_tag, p_salt, p_memory_kib, p_iterations,
    p_parallelism, p_pepper_version, p_verifier) $$;
CREATE FUNCTION app.change_password(p_salt bytea, p_memory_kib integer, p_iterations integer,
    p_parallelism integer, p_pepper_version integer, p_verifier bytea, p_session_id uuid, p_secret text,
    p_user_agent text, p_request_id text)
  RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.change_password('STAFF', p_salt, p_memory_kib, p_iterations, p_parallelism, p_pepper_version,
    p_verifier, p_session_id, p_secret, p_user_agent, p_request_id) $$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO sallyport_staff;

-- Portal
CREATE FUNCTION portal.begin_sign_in(p_identifier text, p_address inet)
  RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, salt bytea, memory_kib integer,
    iterations integer, parallelism integer, pepper_version integer)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT * FROM core.begin_sign_in('CUSTOMER', p_identifier, p_address) $$;
CREATE FUNCTION portal.finish_sign_in(p_attempt uuid, p_tag bytea, p_session_id uuid, p_secret text,
    p_user_agent text, p_request_id text)
  RETURNS uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.finish_sign_in('CUSTOMER', p_attempt, p_tag, p_session_id, p_secret, p_user_agent, p_request_id) $$;
CREATE FUNCTION portal.read_session()
  RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN core.read_session('CUSTOMER', current_setting('app.session', true)); END $$;
CREATE FUNCTION portal.touch_session()
  RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.touch_session('CUSTOMER') $$;
CREATE FUNCTION portal.end_session(p_reason text, p_request_id text)
  RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.end_session('CUSTOMER', p_reason, p_request_id) $$;
CREATE FUNCTION portal.begin_confirmation(p_address inet)
  RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, salt bytea, memory_kib integer,
    iterations integer, parallelism integer, pepper_version integer)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT * FROM core.begin_confirmation('CUSTOMER', p_address) $$;
CREATE FUNCTION portal.confirm_identity(p_attempt uuid, p_tag bytea, p_session_id uuid, p_secret text,
    p_user_agent text, p_request_id text)
  RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.confirm_identity('CUSTOMER', p_attempt, p_tag, p_session_id,
    p_secret, p_user_agent, p_request_id) $$;
CREATE FUNCTION portal.my_credential()
  RETURNS TABLE (salt bytea, memory_kib integer, iterations integer, parallelism integer,
    pepper_version integer, changed_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT * FROM core.my_credential('CUSTOMER') $$;
CREATE FUNCTION portal.accept_invitation(p_secret text, p_display_name text, p_salt bytea, p_memory_kib integer,
    p_iterations integer, p_parallelism integer, p_pepper_version integer, p_verifier bytea,
    p_session_id uuid, p_session_secret text, p_address inet, p_user_agent text, p_request_id text)
  RETURNS uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.accept_invitation('CUSTOMER', p_secret, p_display_name, p_salt, p_memory_kib, p_iterations,
    p_parallelism, p_pepper_version, p_verifier, p_session_id, p_session_secret, p_address, p_user_agent,
    p_request_id) $$;
CREATE FUNCTION portal.strengthen_credential(p_attempt uuid, p_tag bytea, p_salt bytea, p_memory_kib integer,
    p_iterations integer, p_parallelism integer, p_pepper_version integer, p_verifier bytea)
  RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.strengthen_credential('CUSTOMER', p_attempt, p_tag, p_salt, p_memory_kib, p_iterations,
    p_parallelism, p_pepper_version, p_verifier) $$;
CREATE FUNCTION portal.change_password(p_salt bytea, p_memory_kib integer, p_iterations integer,
    p_parallelism integer, p_pepper_version integer, p_verifier bytea, p_session_id uuid, p_secret text,
    p_user_agent text, p_request_id text)
  RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.change_password('CUSTOMER', p_salt, p_memory_kib, p_iterations, p_parallelism, p_pepper_version,
    p_verifier, p_session_id, p_secret, p_user_agent, p_request_id) $$;
CREATE FUNCTION portal.firm_name() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ SELECT core.firm_name() $$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA portal TO sallyport_portal;

-- Functions belong to the definer role, which owns nothing else; core can be run by it alone. The clock and the lock
-- stay with the owner.
GRANT CREATE ON SCHEMA app, portal, core TO sallyport_definer;
DO $$
DECLARE
  v_function regprocedure;
BEGIN
  FOR v_function IN
    SELECT p.oid FROM pg_proc AS p
    WHERE p.pronamespace IN ('app'::regnamespace, 'portal'::regnamespace, 'core'::regnamespace)
      AND p.oid NOT IN ('app.now()'::regprocedure, 'app.lock_admins()'::regprocedure)
  LOOP
    IF (SELECT pronamespace FROM pg_proc WHERE oid = v_function) = 'core'::regnamespace THEN
      EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', v_function);
    END IF;
    EXECUTE format('ALTER FUNCTION %s OWNER TO sallyport_definer', v_function);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA app, portal, core FROM sallyport_definer;
