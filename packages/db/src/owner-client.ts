import pg from 'pg';

/** Runs `fn` on one connection of its own and closes it. For the owner's work: roles, migrations, seeds. */
export async function withClient<Result>(
  url: string,
  fn: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'sallyport-owner' });
  // A server that goes away shows in the pending query; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
}
