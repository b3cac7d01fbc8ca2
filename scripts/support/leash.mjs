// Loaded into the server before its own code, so that nothing it starts is left behind.

// If the command that started it dies, the server stops as if asked to.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

// Asked to stop before the server listens for that, it would die where it stands and leave its PostgreSQL running. The wish is
// kept until the start is complete, or has failed, which ends the process anyway.
for (const signal of ['SIGINT', 'SIGTERM']) {
  let isWaiting = false;
  process.on(signal, () => {
    if (process.listenerCount(signal) > 1 || isWaiting) return;
    isWaiting = true;
    process.stderr.write('\n  Stopping as soon as the start is complete.\n');
  });
  process.on('newListener', (name) => {
    if (name === signal && isWaiting) setImmediate(() => process.emit(signal, signal));
  });
}
