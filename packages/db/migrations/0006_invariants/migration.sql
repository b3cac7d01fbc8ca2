-- What CHECKs cannot say. Every error carries a CONSTRAINT name, by which the API maps it.

CREATE FUNCTION core.refuse_kind_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the kind of a % never changes', TG_TABLE_NAME
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_kind_immutable', TABLE = TG_TABLE_NAME;
END
$$;
CREATE TRIGGER company_kind_immutable BEFORE UPDATE ON company FOR EACH ROW
  WHEN (OLD.id IS DISTINCT FROM NEW.id OR OLD.kind IS DISTINCT FROM NEW.kind)
  EXECUTE FUNCTION core.refuse_kind_change();
CREATE TRIGGER account_kind_immutable BEFORE UPDATE ON account FOR EACH ROW
  WHEN (OLD.id IS DISTINCT FROM NEW.id OR OLD.audience IS DISTINCT FROM NEW.audience
    OR OLD.company_kind IS DISTINCT FROM NEW.company_kind)
  EXECUTE FUNCTION core.refuse_kind_change();
CREATE TRIGGER access_group_kind_immutable BEFORE UPDATE ON access_group FOR EACH ROW
  WHEN (OLD.id IS DISTINCT FROM NEW.id OR OLD.audience IS DISTINCT FROM NEW.audience)
  EXECUTE FUNCTION core.refuse_kind_change();

-- A6: a built-in group keeps its key and is never deleted; nor does a group become built-in later.
CREATE FUNCTION core.protect_built_in_group() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a built-in group is never deleted'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'access_group_built_in_kept', TABLE = 'access_group';
  END IF;
  RAISE EXCEPTION 'the key of a group never changes'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'access_group_key_immutable', TABLE = 'access_group';
END
$$;
CREATE TRIGGER access_group_built_in_kept BEFORE DELETE ON access_group FOR EACH ROW
  WHEN (OLD.key IS NOT NULL) EXECUTE FUNCTION core.protect_built_in_group();
CREATE TRIGGER access_group_key_immutable BEFORE UPDATE ON access_group FOR EACH ROW
  WHEN (OLD.key IS DISTINCT FROM NEW.key) EXECUTE FUNCTION core.protect_built_in_group();

-- A5. SERIALIZABLE alone is no proof; the lock makes two removals wait for each other, so that the later one sees
-- what the earlier one committed. The app may take it first, to avoid locking rows before the lock.
CREATE FUNCTION app.lock_admins() RETURNS void LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp
  AS $$ SELECT pg_advisory_xact_lock(5264891, 1) $$;
GRANT EXECUTE ON FUNCTION app.lock_admins() TO sallyport_staff, sallyport_jobs;

-- SECURITY DEFINER (owned by the definer role from 0011 on) because a role that may change an account
-- need not be able to read who else is Admin.
CREATE FUNCTION core.check_usable_admin() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- With a snapshot of its own start, a transaction would not see what the lock made it wait for.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'Admins are changed under READ COMMITTED only'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'admin_change_isolation', TABLE = 'account';
  END IF;
  PERFORM pg_advisory_xact_lock(5264891, 1);
  IF EXISTS (SELECT FROM public.installation WHERE setup_completed_at IS NOT NULL) AND NOT EXISTS (
    SELECT FROM public.account AS a JOIN public.credential AS c ON c.account_id = a.id
    WHERE a.is_admin AND a.status = 'ACTIVE' AND a.suspended_at IS NULL
      AND (a.expires_at IS NULL OR a.expires_at > app.now())
  ) THEN
    RAISE EXCEPTION 'there must be at least one usable Admin'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'at_least_one_usable_admin', TABLE = 'account';
  END IF;
  RETURN NULL;
END
$$;
-- Only a change that makes an Admin unusable costs the lock; a sign-in does not.
CREATE CONSTRAINT TRIGGER at_least_one_usable_admin AFTER UPDATE ON account
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.is_admin AND (NOT NEW.is_admin OR NEW.status <> 'ACTIVE' OR NEW.suspended_at IS NOT NULL
    OR NEW.expires_at IS NOT NULL))
  EXECUTE FUNCTION core.check_usable_admin();
CREATE CONSTRAINT TRIGGER at_least_one_usable_admin_deleted AFTER DELETE ON account
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.is_admin) EXECUTE FUNCTION core.check_usable_admin();
CREATE CONSTRAINT TRIGGER at_least_one_usable_admin_credential AFTER DELETE ON credential
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION core.check_usable_admin();
CREATE CONSTRAINT TRIGGER at_least_one_usable_admin_setup AFTER INSERT OR UPDATE ON installation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION core.check_usable_admin();
