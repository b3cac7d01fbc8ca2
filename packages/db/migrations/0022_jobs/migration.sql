-- Work for later, in the same transaction as what it is about. The queue's own tables come from graphile-worker, which
-- the owner installs after these files (src/jobs.ts); the name is looked up when the function runs. Only these tasks.
CREATE FUNCTION core.enqueue(p_task text, p_payload jsonb, p_key text) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_task IS NULL OR p_task NOT IN ('import-scan', 'apply-import', 'render-report', 'purge-sign-in-attempts') THEN
    RAISE EXCEPTION 'no such task: %', p_task
      USING ERRCODE = 'check_violation', CONSTRAINT = 'job_task_known';
  END IF;
  PERFORM graphile_worker.add_job(identifier => p_task, payload => p_payload::json, job_key => p_key,
    max_attempts => 3);
END
$$;
CREATE FUNCTION app.enqueue(p_task text, p_payload jsonb, p_key text) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.enqueue(p_task, p_payload, p_key) $$;
GRANT EXECUTE ON FUNCTION app.enqueue(text, jsonb, text) TO sallyport_staff;

GRANT CREATE ON SCHEMA app, core TO sallyport_definer;
ALTER FUNCTION core.enqueue(text, jsonb, text) OWNER TO sallyport_definer;
ALTER FUNCTION app.enqueue(text, jsonb, text) OWNER TO sallyport_definer;
REVOKE CREATE ON SCHEMA app, core FROM sallyport_definer;
