-- U1, U4: what is left of somebody who was anonymised. Staff remove all parts of an account that they may write
-- themselves; these three they may not, so a function does it, and only for an account that is anonymised already.
CREATE FUNCTION app.forget_sign_ins(p_account uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.account AS a WHERE a.id = p_account AND a.status = 'ANONYMISED') THEN
    RAISE EXCEPTION 'only of who was anonymised are sign-ins forgotten'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'account_anonymised_first', TABLE = 'account';
  END IF;
  DELETE FROM public.sign_in_attempt AS s WHERE s.account_id = p_account;
  DELETE FROM public.passkey_challenge AS s WHERE s.account_id = p_account;
  DELETE FROM public.pending_sign_in AS s WHERE s.account_id = p_account;
END
$$;
GRANT DELETE ON sign_in_attempt, pending_sign_in TO sallyport_definer;
REVOKE EXECUTE ON FUNCTION app.forget_sign_ins(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.forget_sign_ins(uuid) TO sallyport_staff;
GRANT CREATE ON SCHEMA app TO sallyport_definer;
ALTER FUNCTION app.forget_sign_ins(uuid) OWNER TO sallyport_definer;
REVOKE CREATE ON SCHEMA app FROM sallyport_definer;
