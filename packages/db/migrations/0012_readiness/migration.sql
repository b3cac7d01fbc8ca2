-- `/readyz` asks under a door's own role whether the schema is this version's. Names and checksums of files, no data.
GRANT SELECT ON public._prisma_migrations TO sallyport_staff, sallyport_portal, sallyport_jobs;
