-- The outbox. A mail is written in the transaction that it tells of; the worker sends it after the commit.

-- To whom, as it was when the mail was written: what is announced at an old address must not follow to a new one.
ALTER TABLE mail ADD COLUMN recipient text,
  ADD CONSTRAINT mail_recipient_while_waiting CHECK ((status = 'WAITING') = (recipient IS NOT NULL)),
  ADD CONSTRAINT mail_recipient_length CHECK (char_length(recipient) BETWEEN 3 AND 320);

CREATE OR REPLACE FUNCTION core.enqueue(p_task text, p_payload jsonb, p_key text) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_task IS NULL OR p_task NOT IN
    ('import-scan', 'apply-import', 'render-report', 'purge-sign-in-attempts', 'send-mail') THEN
    RAISE EXCEPTION 'no such task: %', p_task
      USING ERRCODE = 'check_violation', CONSTRAINT = 'job_task_known';
  END IF;
  PERFORM graphile_worker.add_job(identifier => p_task, payload => p_payload::json, job_key => p_key,
    max_attempts => 3);
END
$$;

-- U5: one-time links are mailed when there is a mail server, and shown otherwise.
CREATE FUNCTION core.is_mail_configured() RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$ SELECT EXISTS (SELECT FROM public.mail_setting) $$;

-- Writes a mail to an account, at its present address unless another is given, and asks the worker for it. With
-- p_not_me_hash also the link behind "This was not me", for seven days. False when there is nobody to write to.
CREATE FUNCTION core.queue_mail(p_audience text, p_id uuid, p_kind text, p_account uuid, p_recipient text,
  p_sealed bytea, p_not_me_hash bytea) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.mail (id, door, kind, account_id, recipient, sealed)
  SELECT p_id, CASE p_audience WHEN 'STAFF' THEN 'STAFF' ELSE 'PORTAL' END, p_kind, a.id,
    coalesce(p_recipient, a.email), p_sealed
  FROM public.account AS a WHERE a.id = p_account AND a.status <> 'ANONYMISED';
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF p_not_me_hash IS NOT NULL THEN
    INSERT INTO public.one_time_link (id, secret_hash, purpose, account_id, expires_at)
    VALUES (gen_random_uuid(), p_not_me_hash, 'NOT_ME', p_account, app.now() + interval '7 days');
  END IF;
  PERFORM core.enqueue('send-mail', jsonb_build_object('mailId', p_id), NULL);
  RETURN true;
END
$$;

CREATE FUNCTION app.is_mail_configured() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ SELECT core.is_mail_configured() $$;
CREATE FUNCTION app.queue_mail(p_id uuid, p_kind text, p_account uuid, p_recipient text, p_sealed bytea,
  p_not_me_hash bytea) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.queue_mail('STAFF', p_id, p_kind, p_account, p_recipient, p_sealed, p_not_me_hash) $$;
GRANT EXECUTE ON FUNCTION app.is_mail_configured(), app.queue_mail(uuid, text, uuid, text, bytea, bytea)
  TO sallyport_staff;

-- The portal writes to customers alone, where they are known to be, a few kinds, and not without end: whoever could send
-- SQL as its role must not be able to flood a mailbox.
CREATE FUNCTION portal.is_mail_configured() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ SELECT core.is_mail_configured() $$;
CREATE FUNCTION portal.queue_mail(p_id uuid, p_kind text, p_account uuid, p_sealed bytea, p_not_me_hash bytea)
  RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_kind IS NULL OR p_kind NOT IN ('password-changed', 'factor-changed', 'new-device') THEN
    RAISE EXCEPTION 'the portal does not send this kind of mail'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'mail_kind_of_portal', TABLE = 'mail';
  END IF;
  IF NOT EXISTS (SELECT FROM public.account WHERE id = p_account AND audience = 'CUSTOMER')
    OR NOT core.count_attempt('mail:' || p_account, 20, 3600, false) THEN
    RETURN false;
  END IF;
  RETURN core.queue_mail('CUSTOMER', p_id, p_kind, p_account, NULL, p_sealed, p_not_me_hash);
END
$$;
GRANT EXECUTE ON FUNCTION portal.is_mail_configured(), portal.queue_mail(uuid, text, uuid, bytea, bytea)
  TO sallyport_portal;

GRANT CREATE ON SCHEMA app, portal, core TO sallyport_definer;
DO $$
DECLARE
  v_function regprocedure;
BEGIN
  FOREACH v_function IN ARRAY ARRAY['core.is_mail_configured()'::regprocedure,
    'core.queue_mail(text, uuid, text, uuid, text, bytea, bytea)'::regprocedure,
    'app.is_mail_configured()'::regprocedure, 'app.queue_mail(uuid, text, uuid, text, bytea, bytea)'::regprocedure,
    'portal.is_mail_configured()'::regprocedure, 'portal.queue_mail(uuid, text, uuid, bytea, bytea)'::regprocedure]
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', v_function);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sallyport_definer', v_function);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA app, portal, core FROM sallyport_definer;
